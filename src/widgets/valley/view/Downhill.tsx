import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'

interface Props {
  at: readonly [number, number]
  gradient: readonly [number, number]
}

/** The downhill direction −∇L where the ball lies; longer where it is steeper, on a logarithmic scale. */
export function Downhill({ at, gradient }: Props) {
  const { x, y, clip, big, metrics } = usePlot()
  const [px, py] = [x(at[0]), y(at[1])]
  const slope = Math.hypot(gradient[0], gradient[1])
  if (!Number.isFinite(px) || !Number.isFinite(py) || !(slope > 0) || !Number.isFinite(slope)) return null
  // As drawn: the axes have different scales, and the picture of a vector follows them.
  const dx = x(at[0] - gradient[0] / slope) - px
  const dy = y(at[1] - gradient[1] / slope) - py
  const long = Math.hypot(dx, dy) || 1
  const reach = (big ? 1.7 : 1) * Math.min(96, Math.max(18, 40 + 16 * Math.log10(slope)))
  const [ux, uy] = [dx / long, dy / long]
  const [ex, ey] = [px + ux * reach, py + uy * reach]
  const head = big ? 14 : 8
  const wing = (side: number): string =>
    `${round(ex - head * ux - side * head * 0.5 * uy)} ${round(ey - head * uy + side * head * 0.5 * ux)}`
  const stem = `M${round(px)} ${round(py)}L${round(ex - head * 0.7 * ux)} ${round(ey - head * 0.7 * uy)}`
  return (
    <g clipPath={`url(#${clip})`} aria-hidden="true">
      <path d={stem} stroke="var(--plate)" strokeWidth={big ? 9 : 6} opacity={0.8} />
      <path d={stem} stroke="var(--ink)" strokeWidth={big ? 4 : 2.25} />
      <path d={`M${round(ex)} ${round(ey)}L${wing(1)}L${wing(-1)}Z`} fill="var(--ink)" />
      <text
        x={round(ex + ux * 8 + (ux >= 0 ? 4 : -4))}
        y={round(ey + uy * 8 + metrics.tick * 0.4)}
        textAnchor={ux >= 0 ? 'start' : 'end'}
        className="axis halo"
      >
        −∇L
      </text>
    </g>
  )
}
