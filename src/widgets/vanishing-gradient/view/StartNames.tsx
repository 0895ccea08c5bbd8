import { usePlot } from '../../../charts/area.ts'
import { type Line, spread } from '../../../charts/lines.ts'
import { round } from '../../../charts/text.tsx'

/** Names where the lines begin, on the side they turn away from: they rise or fall to meet at the last layer. */
export function StartNames({ lines }: { lines: readonly Line[] }) {
  const { x, y, top, height, left, metrics, big } = usePlot()
  const begun = lines.filter((line) => Number.isFinite(y(line.y[0] ?? Number.NaN)))
  const wanted = begun.map(({ y: sizes }) => {
    const first = sizes[0] ?? 1
    const last = sizes[sizes.length - 1] ?? 1
    return y(first) + metrics.label * (first > 2 * last ? -0.7 : big ? 1 : 1.25)
  })
  const heights = spread(wanted, metrics.label * 1.25, top + metrics.label, top + height - 5)
  return (
    <g aria-hidden="true">
      {begun.map((line, index) => (
        <text
          key={line.id}
          x={round(Math.max(left, x(line.x?.[0] ?? 1)) + (big ? 16 : 10))}
          y={round(heights[index] ?? 0)}
          className="lab halo paper"
        >
          {line.name}
        </text>
      ))}
    </g>
  )
}
