import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'

interface Props {
  points: readonly { readonly x: number; readonly y: number }[]
  line: { readonly slope: number; readonly height: number }
}

/** The error of each point: the upright distance from it to the reader's line. */
export function Errors({ points, line }: Props) {
  const { x, y, clip, big } = usePlot()
  return (
    <g clipPath={`url(#${clip})`} stroke="var(--ink-3)" strokeWidth={big ? 2 : 1} aria-hidden="true">
      {points.map((point, index) => (
        <line
          key={index}
          x1={round(x(point.x))}
          x2={round(x(point.x))}
          y1={round(y(point.y))}
          y2={round(Math.min(1e4, Math.max(-1e4, y(line.slope * point.x + line.height))))}
        />
      ))}
    </g>
  )
}
