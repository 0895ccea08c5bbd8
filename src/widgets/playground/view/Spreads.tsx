import { HistogramStrip } from '../../../charts/HistogramStrip.tsx'
import { GRADIENT_DOMAIN } from '../spec/params.ts'
import type { PlaygroundFrame } from '../spec/traffic.ts'
import { fill, percent, type Text } from './words.ts'

interface Props {
  frame: PlaygroundFrame
  width: number
  text: Text
}

const POWERS = [-8, -6, -4, -2, 0, 2]

/** Layer by layer: the answers to the training points, and the sizes of the gradients. */
export function Spreads({ frame, width, text }: Props) {
  const { spreads, reach } = frame
  if (spreads.length === 0) return <p className="quiet">{text.noSpreads}</p>
  const wide = width >= 520
  const each = wide ? Math.floor((width - 24) / 2) : width
  const height = 40 + spreads.length * 40
  const nameOf = (layer: number): string =>
    layer === spreads.length - 1 ? text.outputName : fill(text.hiddenName, { n: layer + 1 })
  return (
    <div className="pg-pair">
      <HistogramStrip
        label={text.answersLabel}
        width={each}
        height={height}
        strips={spreads.map(({ answers }, i) => ({ id: String(i), name: nameOf(i), counts: answers }))}
        domain={[-reach, reach]}
        x={{ name: text.answersAxis, ticks: 3 }}
      />
      <HistogramStrip
        label={text.gradientsLabel}
        width={each}
        height={height}
        strips={spreads.map(({ gradients, zeros }, i) => ({
          id: String(i),
          name: nameOf(i),
          counts: gradients,
          ...(zeros >= 0.005 ? { note: fill(text.zeros, { share: percent(zeros) }) } : {}),
        }))}
        domain={GRADIENT_DOMAIN}
        signed={false}
        x={{ name: text.gradientsAxis, ticks: POWERS }}
      />
    </div>
  )
}
