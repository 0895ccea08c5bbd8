import { usePlot } from '../../../charts/area.ts'
import { round } from '../../../charts/text.tsx'

export interface Departing {
  readonly id: string
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  /** What stands where the ball left: null while it is on the map. */
  readonly words: string | null
}

/** Where balls have left the map: an arrow at the edge, in words. */
export function Departures({ runs }: { runs: readonly Departing[] }) {
  const { x, y, left, top, width, height, big, metrics } = usePlot()
  const arm = big ? 9 : 5
  const marks = runs.flatMap(({ id, x: xs, y: ys, words }) => {
    if (words === null) return []
    const last = lastInside(xs, ys, x.domain, y.domain)
    // A start outside cannot happen: the map clamps it.
    const from = { x: x(xs[last] ?? NaN), y: y(ys[last] ?? NaN) }
    const to = { x: x(xs[last + 1] ?? xs[last] ?? NaN), y: y(ys[last + 1] ?? ys[last] ?? NaN) }
    const at = edgePoint(from, to, { left, top, right: left + width, bottom: top + height })
    return Number.isFinite(at.x + at.y) ? [{ id, words, at }] : []
  })
  return marks.map(({ id, words, at }, index) => {
    const px = Math.min(left + width - arm - 2, Math.max(left + arm + 2, at.x))
    const py = Math.min(top + height - arm - 2, Math.max(top + arm + 2, at.y))
    const onLeft = px > left + width * 0.55
    const shifted = marks.slice(0, index).filter((other) => Math.abs(other.at.y - at.y) < 18).length
    const rowOffset = shifted * metrics.label * 1.3 * (py > top + height / 2 ? -1 : 1)
    return (
      <g key={id} transform={`translate(${round(px)} ${round(py)})`}>
        <path
          d={`M${-arm} ${-arm}L${arm} ${arm}M${-arm} ${arm}L${arm} ${-arm}`}
          stroke="var(--warn)"
          strokeWidth={big ? 4 : 2.5}
        />
        <text
          x={(onLeft ? -1 : 1) * (arm + 6)}
          y={round(metrics.label * 0.35 + rowOffset)}
          textAnchor={onLeft ? 'end' : 'start'}
          className="lab warn halo"
        >
          {words}
        </text>
      </g>
    )
  })
}

interface Px {
  readonly x: number
  readonly y: number
}

const within = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high

/** The last point that lies on the map. */
export function lastInside(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  xDomain: readonly [number, number],
  yDomain: readonly [number, number],
): number {
  for (let step = xs.length - 1; step > 0; step--) {
    if (within(xs[step] ?? NaN, xDomain) && within(ys[step] ?? NaN, yDomain)) return step
  }
  return 0
}

/** Where the segment from a point inside a box crosses its edge. */
function edgePoint(from: Px, to: Px, box: { left: number; top: number; right: number; bottom: number }): Px {
  const shares = [
    to.x > from.x
      ? (box.right - from.x) / (to.x - from.x)
      : to.x < from.x
        ? (box.left - from.x) / (to.x - from.x)
        : 1,
    to.y > from.y
      ? (box.bottom - from.y) / (to.y - from.y)
      : to.y < from.y
        ? (box.top - from.y) / (to.y - from.y)
        : 1,
  ]
  const share = Math.max(0, Math.min(1, ...shares))
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
}
