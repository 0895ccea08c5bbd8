import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'
import type { RandomMaps } from '../spec/frame.ts'
import { LEARNED } from '../spec/params.ts'
import type { Patch } from '../spec/places.ts'
import { answerOf, two, type Text } from '../strings/shared.ts'
import { MapPictures } from './MapPictures.tsx'
import type { Pointing } from './Picture.tsx'

interface Props extends Pointing {
  random: RandomMaps
  image: Uint8Array
  patch: Patch
  /** Layers with random weights. */
  layers: number
  width: number
  column: number
  spoken: string
  text: Text
}

/** The same three maps of a network whose last layers have random weights. */
export function Randomised({ random, layers, text, ...rest }: Props) {
  const { big } = useContext(FigureScale)
  const { maps, probabilities, alike } = random
  const digit = answerOf(probabilities)
  const head = layers === LEARNED ? text.randomAll : layers === 1 ? text.randomOne : text.randomHead
  return (
    <div className="sal-row">
      <div className="sal-told" style={{ width: rest.column }}>
        <p>{fill(head, { n: layers, digit, share: formatPercent(probabilities[digit]) })}</p>
        {!big && <p className="quiet">{text.alikeNote}</p>}
      </div>
      <MapPictures
        {...rest}
        maps={maps}
        text={text}
        unnamed={big}
        notes={Array.from(alike, (r) => fill(big ? text.alikeShort : text.alike, { r: two(r) }))}
      />
    </div>
  )
}
