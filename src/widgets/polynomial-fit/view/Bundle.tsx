import { usePlot } from '../../../charts/area.ts'
import { formatPath } from '../../../charts/text.tsx'
import { PLACES } from '../spec.ts'

const X = Array.from({ length: PLACES }, (_, i) => -1 + (2 * i) / (PLACES - 1))

interface Props {
  /** Curves at PLACES places from −1 to 1, one after the other. */
  values: Float32Array
  stroke: string
  strokeWidth: number
  opacity?: number
  dash?: string
}

/** One curve or many over [−1, 1], as one path. */
export function Bundle({ values, stroke, strokeWidth, opacity = 1, dash }: Props) {
  const { x, y, clip } = usePlot()
  const count = Math.floor(values.length / PLACES)
  const path = Array.from({ length: count }, (_, k) =>
    formatPath(
      // Far beyond the frame a coordinate only upsets the renderer.
      X.map((at, i) => [x(at), Math.min(1e4, Math.max(-1e4, y(values[k * PLACES + i] ?? Number.NaN)))]),
    ),
  ).join('')
  return (
    <path
      d={path}
      fill="none"
      stroke={stroke}
      strokeWidth={strokeWidth}
      strokeDasharray={dash}
      strokeLinejoin="round"
      opacity={opacity}
      clipPath={`url(#${clip})`}
      aria-hidden="true"
    />
  )
}
