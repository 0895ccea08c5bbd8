import { memo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { signColor } from '../../../charts/palette.ts'
import { Points } from '../../../charts/Points.tsx'
import { round } from '../../../charts/text.tsx'

interface Props {
  /** x, y, class or number, one point after the other. */
  points: Float32Array
  open: boolean
  /** The third number is one to predict, not a class. */
  regression: boolean
}

const same = (a: Float32Array, b: Float32Array): boolean =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]))

/** Data points. They come with every frame and hardly ever change. */
export const Marks = memo(
  function Marks({ points, open, regression }: Props) {
    if (regression) return <Measured points={points} open={open} />
    const marks = Array.from({ length: points.length / 3 }, (_, i) => ({
      x: points[3 * i] ?? 0,
      y: points[3 * i + 1] ?? 0,
      kind: points[3 * i + 2] ?? 0,
    }))
    return <Points points={marks} open={open} size={marks.length > 260 ? 3 : 4} />
  },
  (a, b) => a.open === b.open && a.regression === b.regression && same(a.points, b.points),
)

/** Points with a number: its sign is the colour, its size the strength. */
function Measured({ points, open }: { points: Float32Array; open: boolean }) {
  const { x, y } = usePlot()
  const marks = []
  for (let i = 0; i < points.length; i += 3) {
    const [px = 0, py = 0, value = 0] = points.subarray(i, i + 3)
    marks.push(
      <circle
        key={i}
        cx={round(x(px))}
        cy={round(y(py))}
        r={3.4}
        fill={open ? 'var(--plate)' : signColor(value)}
        fillOpacity={open ? 1 : round(Math.min(1, 0.1 + Math.abs(value)))}
        stroke={open ? signColor(value) : 'var(--ink)'}
        strokeWidth={open ? 1.5 : 0.75}
      />,
    )
  }
  return <g aria-hidden="true">{marks}</g>
}
