import { usePlot } from '../../../charts/area.ts'
import { Handle } from '../../../charts/Handle.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'

interface Props {
  width: number
  curvature: number
  /** The reader's rate, and the others. */
  own: number
  others: readonly number[]
  onRate: (rate: number) => void
  text: Readonly<Record<'strip' | 'rate' | 'slides' | 'hops' | 'diverges', string>>
}

/** The rates on one line, between the two thresholds that the curvature sets: 1/λ and 2/λ. */
export function RateStrip({ width, curvature, own, others, onRate, text }: Props) {
  const most = Math.max(2.7, 2.7 / curvature)
  return (
    <Plot
      label={text.strip}
      width={width}
      height={92}
      x={{ domain: [0, most], symbol: 'η' }}
      y={{ domain: [0, 1], ticks: [] }}
      frame="axes"
      margins={{ left: 8, top: 40, right: 14 }}
      interactive
    >
      <Zones curvature={curvature} text={text} others={others} />
      <Handle
        x={Math.min(own, most)}
        y={0}
        direction="x"
        xLimits={[0.001, most]}
        label={text.rate}
        valueText={formatNumber(own, { significant: 2 })}
        onMove={(rate) => onRate(Math.max(0.001, Math.round(rate * 1000) / 1000))}
      />
    </Plot>
  )
}

function Zones({ curvature, others, text }: Pick<Props, 'curvature' | 'others' | 'text'>) {
  const { x, left, top, width, height, big, metrics } = usePlot()
  const bottom = top + height
  const [one, two] = [x(1 / curvature), x(2 / curvature)]
  const zones = [
    { from: left, to: one, words: text.slides, warn: false },
    { from: one, to: two, words: text.hops, warn: false },
    { from: two, to: left + width, words: text.diverges, warn: true },
  ]
  return (
    <g aria-hidden="true">
      {[
        { at: one, words: '1/' },
        { at: two, words: '2/' },
      ].map(({ at, words }) => (
        <g key={words}>
          <line
            x1={round(at)}
            x2={round(at)}
            y1={16}
            y2={bottom}
            stroke="var(--ink-2)"
            strokeWidth={big ? 2 : 1}
          />
          <text x={round(at)} y={12} textAnchor="middle" className="tick">
            {words}
            <tspan className="sy">λ</tspan>
          </text>
        </g>
      ))}
      {zones.map(({ from, to, words, warn }) =>
        to - from > metrics.tick * 4 ? (
          <text
            key={words}
            x={round((from + to) / 2)}
            y={top - 8}
            textAnchor="middle"
            className={warn ? 'lab warn' : 'lab quiet'}
          >
            {words}
          </text>
        ) : null,
      )}
      {others.map((rate) => (
        <circle
          key={rate}
          cx={round(x(rate))}
          cy={bottom}
          r={big ? 7 : 4.5}
          fill="var(--ref)"
          stroke="var(--paper)"
          strokeWidth={1.5}
        />
      ))}
    </g>
  )
}
