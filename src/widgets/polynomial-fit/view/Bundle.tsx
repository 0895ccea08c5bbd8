import { usePlot } from '../../../charts/area.ts'
import { formatPath } from '../../../charts/text.tsx'
import { PLACES } from '../spec.ts'

interface Props {
  /** Curves from −1 to 1, one after the other, at so many places each: PLACES unless said. */
  values: Float32Array
  places?: number
  stroke: string
  strokeWidth: number
  opacity?: number
  dash?: string
}

/** One curve or many over [−1, 1], as one path. */
export function Bundle({ values, places = PLACES, stroke, strokeWidth, opacity = 1, dash }: Props) {
  const { x, y, clip } = usePlot()
  const count = Math.floor(values.length / places)
  const xs = Array.from({ length: places }, (_, i) => x(-1 + (2 * i) / (places - 1)))
  const path = Array.from({ length: count }, (_, k) =>
    formatPath(
      // Far beyond the frame a coordinate only upsets the renderer.
      xs.map((at, i) => [at, Math.min(1e4, Math.max(-1e4, y(values[k * places + i] ?? Number.NaN)))]),
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
