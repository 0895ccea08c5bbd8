import { numbers } from '../../../math/algebra.ts'
import type { ElementwiseLoss } from '../../../math/loss.ts'
import { getLoss } from '../../../math/losses/index.ts'
import type { LossId } from '../spec.ts'

interface Place {
  readonly x: number
  readonly y: number
}

const ROUNDS = 300
/** Below this an absolute error's weight would grow without bound. */
const LEAST_ERROR = 1e-7

/**
 * The line on which a loss is smallest, by iteratively reweighted least squares: each round solves for the line that
 * squared errors would choose if point i counted ℓ′(eᵢ)/eᵢ times. Null without two different x.
 */
export function restingLine(
  id: LossId,
  points: readonly Place[],
  delta: number,
): { readonly slope: number; readonly height: number } | null {
  const loss = getLoss(id) as ElementwiseLoss
  let line: { slope: number; height: number } | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const solved = weightedLine(points, ({ x, y }) => {
      const error = line ? line.slope * x + line.height - y : 1
      const size = Math.max(Math.abs(error), LEAST_ERROR)
      return line ? Math.abs(loss.gradient(numbers, Math.sign(error) * size || size, 0, { delta })) / size : 1
    })
    if (!solved) return line
    const moved = line ? Math.hypot(solved.slope - line.slope, solved.height - line.height) : Infinity
    line = solved
    if (moved < 1e-9) break
  }
  return line
}

/** Weighted least squares; null where the points do not fix a line. */
function weightedLine(points: readonly Place[], weightOf: (point: Place) => number) {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (const point of points) {
    const weight = weightOf(point)
    w += weight
    x += weight * point.x
    y += weight * point.y
    xx += weight * point.x * point.x
    xy += weight * point.x * point.y
  }
  const spread = w * xx - x * x
  if (!(spread > 1e-12 * w * w)) return null
  const slope = (w * xy - x * y) / spread
  return { slope, height: (y - slope * x) / w }
}
