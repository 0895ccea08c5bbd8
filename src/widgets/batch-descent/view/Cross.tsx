import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'

/** The lowest point: a cross with its name below. */
export function Cross({ at, name }: { at: readonly [number, number]; name: string }) {
  const { x, y, big, metrics } = usePlot()
  const [px, py] = [round(x(at[0])), round(y(at[1]))]
  const arm = big ? 10 : 6
  return (
    <g aria-hidden="true">
      <path
        d={`M${px - arm} ${py}H${px + arm}M${px} ${py - arm}V${py + arm}`}
        stroke="var(--ink)"
        strokeWidth={big ? 3 : 1.75}
      />
      <text x={px + arm + 4} y={round(py + metrics.label * 1.4)} className="lab halo">
        {name}
      </text>
    </g>
  )
}
