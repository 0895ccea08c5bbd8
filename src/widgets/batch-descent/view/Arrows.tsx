import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'

interface Props {
  /** Where all arrows begin, in the axes' values. */
  from: readonly [number, number]
  /** Pairs in the axes' values: how far each goes. */
  steps: ArrayLike<number>
}

/** What many batches would do from one point: a bundle of thin lines, each with a dot at its end. */
export function Arrows({ from, steps }: Props) {
  const { x, y, clip, big } = usePlot()
  const ends = Array.from({ length: steps.length / 2 }, (_, k) => [
    round(x(from[0] + (steps[2 * k] ?? 0))),
    round(y(from[1] + (steps[2 * k + 1] ?? 0))),
  ]).filter(([px, py]) => Math.abs(px ?? NaN) < 1e5 && Math.abs(py ?? NaN) < 1e5)
  const [px, py] = [round(x(from[0])), round(y(from[1]))]
  if (!Number.isFinite(px) || !Number.isFinite(py)) return null
  return (
    <g clipPath={`url(#${clip})`} aria-hidden="true" stroke="var(--live)" fill="var(--live)">
      {ends.map(([ex, ey], k) => (
        <g key={k}>
          <line x1={px} y1={py} x2={ex} y2={ey} strokeWidth={big ? 1.5 : 0.8} opacity={0.55} />
          <circle cx={ex} cy={ey} r={big ? 3.5 : 2} stroke="none" />
        </g>
      ))}
    </g>
  )
}
