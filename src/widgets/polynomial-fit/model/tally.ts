import { MOST_DEGREE, PLACES } from '../spec.ts'

const DEGREES = MOST_DEGREE + 1

/** Sums over the data sets so far, for each degree: all that bias, variance and mean errors need. */
export interface Tally {
  readonly train: Float64Array
  readonly test: Float64Array
  /** Σ f̂(x) and Σ (f̂(x) − f(x))² at the places, degree after degree: [DEGREES, PLACES]. */
  readonly fits: Float64Array
  readonly misses: Float64Array
}

export function emptyTally(): Tally {
  return {
    train: new Float64Array(DEGREES),
    test: new Float64Array(DEGREES),
    fits: new Float64Array(DEGREES * PLACES),
    misses: new Float64Array(DEGREES * PLACES),
  }
}

export function copyTally({ train, test, fits, misses }: Tally): Tally {
  return { train: train.slice(), test: test.slice(), fits: fits.slice(), misses: misses.slice() }
}

/** One more fit of a degree, by its values at the places. */
export function takeIn(
  tally: Tally,
  degree: number,
  { curve, truth, train, test }: { curve: Float64Array; truth: Float64Array; train: number; test: number },
): void {
  tally.train[degree] += train
  tally.test[degree] += test
  for (let i = 0; i < PLACES; i++) {
    tally.fits[degree * PLACES + i] += curve[i]
    tally.misses[degree * PLACES + i] += (curve[i] - truth[i]) ** 2
  }
}

/** The mean of all fits of a degree, at the places. */
export function meanFit({ fits }: Tally, degree: number, draws: number): Float64Array {
  return fits.slice(degree * PLACES, (degree + 1) * PLACES).map((sum) => sum / draws)
}

/**
 * Bias² and variance of the fits of a degree, averaged over the places (Geman et al., 1992). The mean of `draws` fits is
 * itself off by variance / draws, which would count as bias: it is taken away. The two sum to the mean squared miss.
 */
export function decompose(
  tally: Tally,
  degree: number,
  truth: Float64Array,
  draws: number,
): { bias: number; variance: number } {
  if (draws < 2) return { bias: 0, variance: 0 }
  const mean = meanFit(tally, degree, draws)
  let [offset, miss] = [0, 0]
  for (let i = 0; i < PLACES; i++) {
    offset += (mean[i] - truth[i]) ** 2 / PLACES
    miss += tally.misses[degree * PLACES + i] / draws / PLACES
  }
  const variance = Math.max(0, ((miss - offset) * draws) / (draws - 1))
  return { bias: Math.max(0, offset - variance / draws), variance }
}
