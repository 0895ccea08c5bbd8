import { softmax } from '../../../math/softmax.ts'
import { BUMP, CELL, CELLS, REACH, type KlValues, type ShapeId } from '../spec.ts'

/** The middles of the cells. */
export const PLACES = Float64Array.from({ length: CELLS }, (_, i) => -REACH + CELL * i)

/** A raised cosine of half-width h has the deviation h √(1/3 − 2/π²). */
const HALF_WIDTH = 1 / Math.sqrt(1 / 3 - 2 / Math.PI ** 2)

/** Unnormalised logarithm of a bump's density, and its slopes by the mean and by the logarithm of the deviation. */
interface Bump {
  readonly log: Float64Array
  readonly byMean: Float64Array
  readonly byLogDeviation: Float64Array
}

/** The bump in every cell; −∞ (and slopes of 0) beyond the edges of an edged one. */
export function makeBump(shape: ShapeId, mean: number, deviation: number): Bump {
  const log = new Float64Array(CELLS)
  const byMean = new Float64Array(CELLS)
  const byLogDeviation = new Float64Array(CELLS)
  for (let i = 0; i < CELLS; i++) {
    if (shape === 'normal') {
      const u = (PLACES[i] - mean) / deviation
      log[i] = (-u * u) / 2
      byMean[i] = u / deviation
      byLogDeviation[i] = u * u
      continue
    }
    const half = HALF_WIDTH * deviation
    const u = (PLACES[i] - mean) / half
    if (Math.abs(u) >= 1) {
      log[i] = -Infinity
      continue
    }
    // log(1 + cos πu), whose slope by u is −π tan(πu/2).
    log[i] = Math.log1p(Math.cos(Math.PI * u))
    const slope = Math.PI * Math.tan((Math.PI * u) / 2)
    byMean[i] = slope / half
    byLogDeviation[i] = slope * u
  }
  return { log, byMean, byLogDeviation }
}

/** The two-bump distribution; `[CELLS]`, sum 1. */
export function makeTruth({ gap, share, truth }: Pick<KlValues, 'gap' | 'share' | 'truth'>): Float64Array {
  const left = softmax(makeBump(truth, -gap / 2, BUMP).log)
  const right = softmax(makeBump(truth, gap / 2, BUMP).log)
  return left.map((probability, i) => share * probability + (1 - share) * right[i])
}
