import { useContext } from 'react'
import { referenceDash } from '../../../charts/marks.tsx'
import { FigureScale, metricsOf, textWidth } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { numbers } from '../../../math/algebra.ts'
import { judge } from '../spec.ts'
import type { Ball } from './CurvePlot.tsx'

interface Props {
  balls: readonly Ball[]
  width: number
  nameOf: (id: string) => string
  text: Readonly<Record<'outputShort' | 'gradient', string>>
}

const three = (value: number): string => formatNumber(value, { significant: 3 })

/** One row per run: its line, name, output and slope. */
export function Readings({ balls, width, nameOf, text }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const row = big ? 34 : 24
  const sample = big ? 44 : 30
  const names = Math.max(...balls.map(({ id }) => textWidth(nameOf(id), metrics.label))) * 1.08
  const first = sample + 10 + names + (big ? 28 : 16)
  const second = first + textWidth(`${text.outputShort} = 0.00000`, metrics.label) + (big ? 28 : 16)
  return (
    <div
      className={big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${row * balls.length}` }}
    >
      <svg viewBox={`0 0 ${width} ${row * balls.length}`} aria-hidden="true">
        {balls.map(({ id, z }, index) => {
          const middle = row * (index + 0.5)
          const base = middle + metrics.label * 0.35
          const own = index === 0
          return (
            <g key={id}>
              <line
                x1={1}
                x2={sample}
                y1={middle}
                y2={middle}
                stroke={own ? 'var(--live)' : 'var(--ref)'}
                strokeWidth={own ? metrics.yours : metrics.reference}
                strokeDasharray={own ? undefined : referenceDash(index - 1, big)}
              />
              <text x={sample + 10} y={base} className={own ? 'lab you' : 'lab'}>
                {nameOf(id)}
              </text>
              <SvgNumber
                x={round(first)}
                y={base}
                text={`${text.outputShort} = ${three(numbers.sigmoid(z))}`}
                className="num"
              />
              <SvgNumber
                x={round(second)}
                y={base}
                text={`${text.gradient} ${three(judge(id, z).gradient)}`}
                className="num"
              />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
