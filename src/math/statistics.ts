/** Summaries of lists of numbers. */

type List = ArrayLike<number>

/** NaN for an empty list. */
export function mean(values: List): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** The mean squared distance from the mean; divided by n − 1 instead of n if `unbiased`. */
export function variance(values: List, unbiased = false): number {
  const centre = mean(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) ** 2
  return sum / (values.length - (unbiased ? 1 : 0))
}

export function standardDeviation(values: List, unbiased = false): number {
  return Math.sqrt(variance(values, unbiased))
}

/**
 * The value below which the share q (0 … 1) of a list lies, linear between neighbours (NumPy's default). NaN for an
 * empty list or one that holds NaN.
 */
export function quantile(values: List, q: number): number {
  const sorted = Float64Array.from(values).sort() // NaN sorts last
  if (sorted.length === 0 || Number.isNaN(sorted[sorted.length - 1])) return NaN
  const place = Math.min(Math.max(q, 0), 1) * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === above ? below : below + (above - below) * (place - Math.floor(place))
}

export interface Histogram {
  /** Values per bin; bins have equal width from `from` to `to`, and the last includes `to`. */
  readonly counts: Int32Array
  readonly from: number
  readonly to: number
  /** Finite values outside the bins. */
  readonly below: number
  readonly above: number
  /** NaN or infinite values. */
  readonly notFinite: number
}

/** Counts values into fixed bins. Throws a RangeError unless from < to and there is a bin. */
export function histogram(values: List, from: number, to: number, bins: number): Histogram {
  if (!(from < to) || !(bins >= 1)) throw new RangeError(`No ${bins} bins from ${from} to ${to}.`)
  const counts = new Int32Array(bins)
  let [below, above, notFinite] = [0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (!Number.isFinite(value)) notFinite++
    else if (value < from) below++
    else if (value > to) above++
    else counts[Math.min(Math.floor(((value - from) / (to - from)) * bins), bins - 1)]++
  }
  return { counts, from, to, below, above, notFinite }
}

/** Mean and variance of the values seen so far, without keeping them. */
export interface RunningStatistics {
  readonly count: number
  readonly mean: number
  /** The sum of squared distances from the mean. */
  readonly squares: number
}

export const noStatistics: RunningStatistics = { count: 0, mean: 0, squares: 0 }

/** Takes in one more value (Welford, 1962). */
export function takeIn({ count, mean, squares }: RunningStatistics, value: number): RunningStatistics {
  const moved = mean + (value - mean) / (count + 1)
  return { count: count + 1, mean: moved, squares: squares + (value - mean) * (value - moved) }
}

export interface Line {
  readonly slope: number
  readonly intercept: number
}

/** The least-squares line through points. The slope is NaN if all x are equal. */
export function linearFit(x: List, y: List): Line {
  const [centreX, centreY] = [mean(x), mean(y)]
  let [covariance, spread] = [0, 0]
  for (let i = 0; i < x.length; i++) {
    covariance += (x[i] - centreX) * (y[i] - centreY)
    spread += (x[i] - centreX) ** 2
  }
  const slope = covariance / spread
  return { slope, intercept: centreY - slope * centreX }
}
