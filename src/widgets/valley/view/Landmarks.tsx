import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'
import type { Point } from '../../../math/landscape.ts'

interface Props {
  minima: readonly Point[]
  saddles: readonly Point[]
  /** Whether saddle points are named; minima are. */
  named: boolean
  names: { minimum: string; saddle: string }
}

/** Minima as crosses, saddle points as diagonal ones; the name stands once. */
export function Landmarks({ minima, saddles, named, names }: Props) {
  const { x, y, big, metrics, left, width, small } = usePlot()
  const arm = big ? 10 : 6
  const mark = (at: Point, index: number, d: string, name: string) => {
    const [px, py] = [round(x(at[0])), round(y(at[1]))]
    const onLeft = px > left + width * 0.75
    return (
      <g key={`${at[0]} ${at[1]}`} transform={`translate(${px} ${py})`}>
        <path d={d} stroke="var(--plate)" strokeWidth={big ? 7 : 4.5} opacity={0.7} />
        <path d={d} stroke="var(--ink)" strokeWidth={big ? 3 : 1.75} />
        {index === 0 && (name === names.minimum || (named && !small)) && (
          <text
            x={(onLeft ? -1 : 1) * (arm + 4)}
            y={round(metrics.label * 1.25)}
            textAnchor={onLeft ? 'end' : 'start'}
            className="lab halo"
          >
            {name}
          </text>
        )}
      </g>
    )
  }
  const d = round(arm * 0.72)
  return (
    <g aria-hidden="true">
      {saddles.map((at, index) =>
        mark(at, index, `M${-d} ${-d}L${d} ${d}M${-d} ${d}L${d} ${-d}`, names.saddle),
      )}
      {minima.map((at, index) => mark(at, index, `M${-arm} 0H${arm}M0 ${-arm}V${arm}`, names.minimum))}
    </g>
  )
}
