import { usePlot } from '../../../charts/area.ts'
import { referenceDash } from '../../../charts/marks.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'

const X = [-0.6, 1.6] as const
const Y = [-2.6, 4.4] as const

export interface FittedLine {
  readonly id: string
  readonly slope: number
  readonly height: number
  readonly yours: boolean
}

interface Props {
  label: string
  width: number
  height: number
  /** x₁ y₁ x₂ y₂ … */
  data: ArrayLike<number>
  lines: readonly FittedLine[]
}

/** What the model sees: the points, and the line each run draws through them now. */
export function DataPlot({ label, width, height, data, lines }: Props) {
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: X, symbol: 'x' }}
      y={{ domain: Y, symbol: 'y' }}
    >
      <Marks data={data} lines={lines} />
    </Plot>
  )
}

function Marks({ data, lines }: Pick<Props, 'data' | 'lines'>) {
  const { x, y, clip, metrics, big } = usePlot()
  const at = (value: number): number => round(Math.min(1e4, Math.max(-1e4, y(value))))
  const references = lines.filter(({ yours }) => !yours)
  return (
    <g clipPath={`url(#${clip})`}>
      {Array.from({ length: data.length / 2 }, (_, i) => (
        <circle
          key={i}
          cx={round(x(data[2 * i] ?? NaN))}
          cy={round(y(data[2 * i + 1] ?? NaN))}
          r={big ? 3 : 1.8}
          fill="var(--ink-3)"
          opacity={0.5}
        />
      ))}
      {[...references, ...lines.filter(({ yours }) => yours)].map(({ id, slope, height, yours }) => (
        <line
          key={id}
          x1={round(x(X[0]))}
          y1={at(slope * X[0] + height)}
          x2={round(x(X[1]))}
          y2={at(slope * X[1] + height)}
          stroke={yours ? 'var(--live)' : 'var(--ref)'}
          strokeWidth={yours ? metrics.yours : metrics.reference}
          strokeDasharray={
            yours
              ? undefined
              : referenceDash(
                  references.findIndex((r) => r.id === id),
                  big,
                )
          }
        />
      ))}
    </g>
  )
}
