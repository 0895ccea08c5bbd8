import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatPath, round } from '../../../charts/text.tsx'
import { CELL } from '../spec.ts'
import { placeOf, SHOWN } from './Densities.tsx'

interface Props {
  label: string
  width: number
  height: number
  parts: ArrayLike<number>
  name: string
}

const LOW = -0.6
const HIGH = 2.4

/** Where along the line the divergence comes from; cells that add ∞ run off the top and say so. */
export function Parts({ label, width, height, parts, name }: Props) {
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [-SHOWN, SHOWN], ticks: [] }}
      y={{ domain: [LOW, HIGH], name, ticks: [0, 1, 2] }}
      frame="none"
      grid="y"
    >
      <Marks parts={parts} />
    </Plot>
  )
}

function Marks({ parts }: Pick<Props, 'parts'>) {
  const { x, y, top, clip, metrics, big } = usePlot()
  const at = (value: number): number => Math.min(1e4, Math.max(-1e4, y(value / CELL)))
  const finite = Array.from(parts, (part, i) =>
    Number.isFinite(part) ? ([x(placeOf(i)), at(part)] as const) : ([NaN, NaN] as const),
  )
  const ranges = infiniteRanges(parts)
  const zero = y(0)
  // Bars rather than a closed curve: gaps where the part is ∞ must stay gaps.
  const bars = finite
    .map(([px, py]) => (Number.isFinite(px) ? `M${round(px)} ${round(zero)}V${round(py)}` : ''))
    .join('')
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${clip})`} fill="none">
        {ranges.map(([from, to]) => (
          <rect
            key={from}
            x={round(x(placeOf(from) - CELL / 2))}
            width={round(x(placeOf(to) + CELL / 2) - x(placeOf(from) - CELL / 2))}
            y={top}
            height={round(zero - top)}
            fill="var(--warn)"
            opacity={0.22}
          />
        ))}
        <path d={bars} stroke="var(--ink-3)" strokeWidth={round(x(CELL) - x(0)) * 0.7} opacity={0.45} />
        <path d={formatPath(finite)} stroke="var(--ink)" strokeWidth={big ? 2 : 1.25} />
      </g>
      <line
        x1={round(x(-SHOWN))}
        x2={round(x(SHOWN))}
        y1={round(zero)}
        y2={round(zero)}
        stroke="var(--rule-2)"
      />
      {ranges.map(([from, to]) => (
        <text
          key={from}
          x={round((x(Math.max(-SHOWN, placeOf(from))) + x(Math.min(SHOWN, placeOf(to)))) / 2)}
          y={round(top + metrics.label)}
          textAnchor="middle"
          className="lab warn"
        >
          ∞
        </text>
      ))}
    </g>
  )
}

/** First and last cell of each stretch in which every cell adds ∞. */
export function infiniteRanges(parts: ArrayLike<number>): (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== Infinity) continue
    const last = ranges.at(-1)
    if (last && last[1] === i - 1) last[1] = i
    else ranges.push([i, i])
  }
  return ranges
}
