import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { metricsOf, textWidth } from '../../../charts/scale.ts'
import { formatPath, round } from '../../../charts/text.tsx'

/** One variant: its gap with each seed, and what is written beside them. */
export interface GapRow {
  readonly id: string
  readonly name: string
  readonly gaps: readonly number[]
  readonly mean: number
  readonly deviation: number
  /** Mean ± standard deviation, in words. */
  readonly said: string
  readonly yours: boolean
}

interface Props {
  label: string
  axis: string
  width: number
  height: number
  rows: readonly GapRow[]
  /** The seed whose maps are shown: its index. */
  shown: number
  percent: boolean
}

/** The least of 0.25, 0.5, 1, 2, 4 … that holds all: an axis that jumps seldom. */
function roomFor(most: number): number {
  let room = 0.25
  while (room < most && room < 1e6) room *= 2
  return room
}

/** The gap between test and training, seed by seed: twins are joined by a line, means carry their standard deviation. */
export function GapStrip({ label, axis, width, height, rows, shown, percent }: Props) {
  const all = rows.flatMap(({ gaps }) => gaps).filter(Number.isFinite)
  const most = roomFor(Math.max(0, ...all))
  // A little room on the left, so that no dot at 0 is cut in two.
  const least = Math.min(0, ...all) - 0.03 * most
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{
        domain: [least, most],
        name: axis,
        ...(percent ? { format: (share: number) => `${round(share * 100)}%` } : {}),
      }}
      y={{ domain: [-0.6, rows.length - 0.4], ticks: [] }}
      frame="axes"
      grid="x"
      margins={marginsFor(rows, height > 150)}
    >
      <Twins rows={rows} shown={shown} />
    </Plot>
  )
}

function marginsFor(rows: readonly GapRow[], big: boolean) {
  const { label } = metricsOf(big)
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, label) * 1.06))
  return {
    left: Math.ceil(widest(rows.map(({ name }) => name))) + 14,
    right: Math.ceil(widest(rows.map(({ said }) => said))) + 14,
    top: 4,
  }
}

function Twins({ rows, shown }: Pick<Props, 'rows' | 'shown'>) {
  const { x, y, left, width, clip, big, metrics } = usePlot()
  const seeds = rows[0]?.gaps.length ?? 0
  // The first row stands on top.
  const heightOf = (row: number): number => y(rows.length - 1 - row)
  const at = (row: number, seed: number): [number, number] => [
    x(rows[row]?.gaps[seed] ?? Number.NaN),
    heightOf(row),
  ]
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${clip})`}>
        {Array.from({ length: seeds }, (_, seed) => (
          <path
            key={seed}
            d={formatPath(rows.map((_, row) => at(row, seed)))}
            fill="none"
            stroke={seed === shown ? 'var(--ink)' : 'var(--rule-2)'}
            strokeWidth={(seed === shown ? 1.5 : 1) * (big ? 2 : 1)}
          />
        ))}
        {rows.map(({ id, mean, deviation, yours }, row) => (
          <path
            key={id}
            d={`M${round(x(mean - deviation))} ${round(heightOf(row))}H${round(x(mean + deviation))}`}
            stroke={yours ? 'var(--live)' : 'var(--ref)'}
            strokeWidth={big ? 16 : 9}
            opacity={0.35}
          />
        ))}
        {rows.map(({ id, gaps, mean, yours }, row) => (
          <g key={id} fill={yours ? 'var(--live)' : 'var(--ink-2)'}>
            {gaps.map((_, seed) => (
              <circle key={seed} cx={round(at(row, seed)[0])} cy={round(heightOf(row))} r={big ? 6 : 3.5} />
            ))}
            <rect
              x={round(x(mean)) - (big ? 2.5 : 1.5)}
              y={round(heightOf(row)) - (big ? 18 : 11)}
              width={big ? 5 : 3}
              height={big ? 36 : 22}
            />
          </g>
        ))}
      </g>
      {rows.map(({ id, name, said, yours }, row) => (
        <g key={id}>
          <text
            x={left - 10}
            y={round(heightOf(row) + metrics.label * 0.35)}
            textAnchor="end"
            className={yours ? 'lab you' : 'lab'}
          >
            {name}
          </text>
          <text x={round(left + width + 10)} y={round(heightOf(row) + metrics.label * 0.35)} className="num">
            {said}
          </text>
        </g>
      ))}
    </g>
  )
}
