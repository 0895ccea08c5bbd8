import type { Interval } from '../../../charts/pixels.ts'
import { FLOOR, type Profile } from '../spec.ts'

/** Sizes as plain numbers, one per layer. */
export interface Sizes {
  readonly mean: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** From logarithms back to sizes. */
export function sizesOf({ mean, low, high }: Profile): Sizes {
  const power = (logs: Float64Array): number[] => Array.from(logs, (log) => 10 ** log)
  return { mean: power(mean), low: power(low), high: power(high) }
}

/** Whole decades around all sizes, at least two of them and 1 inside. */
export function chooseDecades(profiles: readonly Profile[]): Interval {
  let [low, high] = [-1, 0]
  for (const profile of profiles) {
    for (let layer = 0; layer < profile.mean.length; layer++) {
      low = Math.min(low, Math.floor(profile.low[layer] ?? 0))
      high = Math.max(high, Math.ceil(profile.high[layer] ?? 0))
    }
  }
  // Over many decades, one more at each end leaves room for names beside the outermost lines.
  const room = high - low > 6 ? 1 : 0
  return [10 ** Math.max(FLOOR, low - room), 10 ** (high + (high > 0 ? room : 0))]
}

/** Layer numbers to write: 1, the last, and round ones between. */
export function chooseLayers(depth: number, most: number): number[] {
  const stride = [1, 2, 5, 10, 20].find((by) => depth / by <= most) ?? 20
  const round = Array.from({ length: Math.floor(depth / stride) }, (_, i) => (i + 1) * stride)
  return [
    ...new Set([1, ...round.filter((layer) => layer > stride * 0.6 && depth - layer >= stride * 0.6), depth]),
  ]
}
