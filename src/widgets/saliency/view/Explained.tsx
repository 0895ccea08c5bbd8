import { fill } from '../../../i18n/fill.ts'
import { useMemo } from 'react'
import type { SaliencyFrame } from '../spec/frame.ts'
import type { SaliencyValues } from '../spec/params.ts'
import { type Patch } from '../spec/places.ts'
import { nameScore, type Text } from '../strings/shared.ts'
import { MapPictures } from './MapPictures.tsx'
import { paintCovered, patchAt } from './paint.ts'
import { Picture, type Pointing } from './Picture.tsx'

interface Props extends Pointing {
  frame: SaliencyFrame
  values: SaliencyValues
  patch: Patch
  /** Of each picture. */
  width: number
  column: number
  spoken: string
  text: Text
}

/** The image with the patch on it, and the three maps of its score. */
export function Explained({ frame, values, patch, text, ...rest }: Props) {
  const { image, maps } = frame
  const { at } = rest
  const tone = toneOf(values.fill, image)
  const paint = useMemo(() => paintCovered(image, at, patch, tone), [image, at, patch, tone])
  return (
    <section aria-label={fill(text.explained, { name: nameScore(frame, 'logit', text) })}>
      <p className="sal-head">{fill(text.explained, { name: nameScore(frame, 'logit', text) })}</p>
      <div className="sal-row">
        <Picture
          {...rest}
          name={text.image}
          label={text.imageLabel}
          paint={paint}
          frames={at ? [{ ...patchAt(at, patch), kind: 'window' }] : []}
          scale={{ ramp: 'ink', low: '0', high: '1' }}
        />
        <MapPictures {...rest} maps={maps} image={image} patch={patch} text={text} />
      </div>
    </section>
  )
}

function toneOf(filling: SaliencyValues['fill'], image: Uint8Array): number {
  if (filling === 'mean') return image.reduce((sum, byte) => sum + byte, 0) / (255 * image.length)
  return filling === 'ink' ? 1 : 0
}
