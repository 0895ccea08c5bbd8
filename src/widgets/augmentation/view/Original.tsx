import { DIGITS, type AugmentationValues } from '../spec.ts'
import { Picture } from './Picture.tsx'

interface Props {
  image: Float32Array
  size: number
  digit: number
  set: (values: Partial<AugmentationValues>) => void
  text: Readonly<Record<'original' | 'asWritten' | 'choose' | 'digit', string>>
}

/** The image as it was written, and the choice among ten digits. */
export function Original({ image, size, digit: chosen, set, text }: Props) {
  return (
    <div className="aug-original">
      <figure>
        <Picture image={image} size={size} label={text.original.replace('{digit}', String(chosen))} />
        <figcaption>{text.asWritten}</figcaption>
      </figure>
      <div className="aug-digits" role="group" aria-label={text.choose}>
        {Array.from({ length: DIGITS }, (_, digit) => (
          <button
            key={digit}
            type="button"
            aria-pressed={digit === chosen}
            aria-label={text.digit.replace('{digit}', String(digit))}
            onClick={() => set({ digit })}
          >
            {digit}
          </button>
        ))}
      </div>
    </div>
  )
}
