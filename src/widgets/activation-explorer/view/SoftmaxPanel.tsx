import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { Handle } from '../../../charts/Handle.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { round, SvgSymbol } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { softmax } from '../../../math/softmax.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { LOGIT_REACH } from '../spec.ts'
import strings from '../strings.ts'

const COLORS = ['var(--class-a)', 'var(--class-b)', 'var(--class-c)'] as const

/** Three decimals, but never 0 or 1: a softmax reaches neither. */
function showProbability(probability: number): string {
  if (probability < 0.0005) return '< 0.001'
  return probability > 0.9995 ? '> 0.999' : formatNumber(probability, { digits: 3 })
}

/** Three logits to move, and the probabilities that softmax makes of them. */
export function SoftmaxPanel({ values, width, height, locale, set }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text } = strings[locale]
  const logits = values.logits[0] ?? []
  const probabilities = softmax(logits, values.temperature)
  const beside = width >= 480
  const left = beside ? Math.round(width * 0.42) : width
  const right = beside ? width - left - 24 : width
  const tall = height ?? 260
  const move = (index: number, z: number): void =>
    set({ logits: [logits.map((old, i) => (i === index ? Math.round(z * 100) / 100 : old))] })

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 24px' }}>
      <Plot
        label={text.logitsLabel}
        width={left}
        height={tall}
        x={{ domain: [0.5, logits.length + 0.5], ticks: [] }}
        y={{ domain: [-LOGIT_REACH, LOGIT_REACH], name: text.logits, ticks: [-4, -2, 0, 2, 4] }}
        frame="none"
        grid="y"
        margins={{ bottom: big ? 44 : 28 }}
        interactive
      >
        {logits.map((z, index) => (
          <Stem key={index} at={index + 1} z={z} color={COLORS[index % 3] ?? COLORS[0]} />
        ))}
        {logits.map((z, index) => (
          <Handle
            key={index}
            x={index + 1}
            y={z}
            label={`${text.logit} ${index + 1}`}
            valueText={formatNumber(z, { digits: 2 })}
            direction="y"
            onMove={(_, next) => move(index, next)}
          />
        ))}
      </Plot>
      <Bars
        label={text.probabilitiesLabel}
        width={right}
        height={beside ? tall : 180}
        bars={[...probabilities].map((probability, index) => ({
          id: String(index),
          name: `${text.class} ${index + 1}`,
          value: probability,
          color: COLORS[index % 3] ?? COLORS[0],
          text: showProbability(probability),
        }))}
        value={{ domain: [0, 1], name: text.probability, ticks: [0, 0.5, 1] }}
      />
    </div>
  )
}

/** A logit as a stem from 0, with its symbol below. */
function Stem({ at, z, color }: { at: number; z: number; color: string }) {
  const { x, y, top, height, big, metrics } = usePlot()
  return (
    <g aria-hidden="true">
      <line
        x1={round(x(at))}
        x2={round(x(at))}
        y1={round(y(0))}
        y2={round(y(z))}
        stroke={color}
        strokeWidth={big ? 10 : 6}
      />
      <SvgSymbol x={x(at)} y={top + height + metrics.tick * 1.4} text={`z_${at}`} anchor="middle" />
    </g>
  )
}
