import { ImageSheet } from '../../../charts/ImageSheet.tsx'
import { SIDE } from '../spec.ts'

interface Props {
  images: readonly Float32Array[]
  labels: Uint8Array
  /** The number of the first image. */
  from: number
  columns: number
  width: number
  /** The place of the image that is shown large. */
  chosen: number
  onChoose: (place: number) => void
  text: Readonly<Record<'sheet' | 'show', string>>
}

/** A sheet of digits; each is a button. */
export function Pages({ images, labels, from, columns, width, chosen, onChoose, text }: Props) {
  return (
    <div className="strokes-sheet" role="group" aria-label={text.sheet}>
      <ImageSheet images={images} side={SIDE} columns={columns} width={width} label={text.sheet} />
      <div style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {images.map((_, place) => (
          <button
            key={place}
            type="button"
            aria-pressed={place === chosen}
            aria-label={text.show
              .replace('{digit}', String(labels[place] ?? ''))
              .replace('{nth}', String(from + place + 1))}
            onClick={() => onChoose(place)}
          />
        ))}
      </div>
    </div>
  )
}
