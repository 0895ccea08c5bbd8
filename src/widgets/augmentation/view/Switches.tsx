import { useMemo } from 'react'
import { getImageTransform } from '../../../math/imageTransforms/index.ts'
import type { Locale } from '../../../protocol/view.ts'
import { amountOf, TRANSFORMS, type AugmentationValues, type TransformId } from '../spec.ts'
import { Picture } from './Picture.tsx'
import { makeSample } from './variants.ts'

interface Props {
  original: Float32Array
  values: AugmentationValues
  locale: Locale
  size: number
  set: (values: Partial<AugmentationValues>) => void
  text: Readonly<Record<'alone' | 'switches', string>>
}

/** The transforms, each alone on the chosen image; a press turns it on or off for the training. */
export function Switches({ original, values, locale, size, set, text }: Props) {
  return (
    <div className="aug-switches" role="group" aria-label={text.switches}>
      {TRANSFORMS.map((id) => {
        const name = getImageTransform(id).labels[locale]
        return (
          <button
            key={id}
            type="button"
            role="switch"
            aria-checked={values[id]}
            title={text.alone.replace('{name}', name)}
            onClick={() => set({ [id]: !values[id] })}
          >
            <Sample original={original} id={id} amount={amountOf(id, values)} size={size} />
            <span>{name}</span>
          </button>
        )
      })}
    </div>
  )
}

interface SampleProps {
  original: Float32Array
  id: TransformId
  amount: number
  size: number
}

function Sample({ original, id, amount, size }: SampleProps) {
  const image = useMemo(() => makeSample(original, id, amount), [original, id, amount])
  return <Picture image={image} size={size} />
}
