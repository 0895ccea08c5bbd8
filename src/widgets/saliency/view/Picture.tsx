import { useContext } from 'react'
import { CellMap, type CellFrame, type CellPlace } from '../../../charts/CellMap.tsx'
import { Key, type KeyMark } from '../../../charts/Key.tsx'
import type { Paint } from '../../../charts/pixels.ts'
import { FigureScale } from '../../../charts/scale.ts'
import { SIDE } from '../spec/places.ts'

/** The place that is pointed at, which all pictures share. */
export interface Pointing {
  readonly at: CellPlace | null
  readonly onHover: (place: CellPlace | null) => void
  readonly onKeep: (place: CellPlace) => void
}

interface Props extends Pointing {
  /** Empty: it stands under another of its kind. */
  name: string
  label: string
  /** What is said of the place. */
  spoken: string
  width: number
  /** The room that it has in its row. */
  column: number
  paint: Paint
  frames: readonly CellFrame[]
  /** The ends of its scale; before an audience there is no room for them. */
  scale: Extract<KeyMark, { ramp: string }>
  /** A line of its own under the scale. */
  note?: string
}

/** One map of the image: its pixels can be pointed at, kept by a press, and walked over with the arrow keys. */
export function Picture(props: Props) {
  const { name, label, spoken, width, column, paint, frames, scale, note, at, onHover, onKeep } = props
  const { big } = useContext(FigureScale)
  return (
    <figure style={{ width: column }}>
      {name !== '' && <figcaption>{name}</figcaption>}
      <CellMap
        label={label}
        spoken={spoken}
        rows={SIDE}
        columns={SIDE}
        cell={width / SIDE}
        paint={paint}
        frames={frames}
        at={at ?? { row: SIDE / 2, column: SIDE / 2 }}
        onHover={onHover}
        onMove={onKeep}
        onPress={onKeep}
      />
      {!big && <Key items={[{ id: 'scale', name: '', mark: scale }]} />}
      {note !== undefined && <p>{note}</p>}
    </figure>
  )
}
