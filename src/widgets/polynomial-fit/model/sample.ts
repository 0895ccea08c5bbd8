import { legendreAt, legendreSum } from '../../../math/legendre.ts'
import { solveLeastSquares } from '../../../math/leastSquares.ts'
import type { Rng } from '../../../math/rng.ts'

/** A data set of pairs. */
export interface Sample {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** How much denser the points stand towards the ends: 0 evenly, 1 as Chebyshev's do, where no polynomial gets out of hand. */
const DENSER = 0.7

/**
 * One point in each of `count` strips of [−1, 1], so that no stretch is left empty, with narrower strips towards the ends,
 * where polynomials swing most. Noise on y only.
 */
export function drawSample(rng: Rng, count: number, f: (x: number) => number, noise: number): Sample {
  const x = Float64Array.from({ length: count }, (_, i) => {
    const share = (i + rng.next()) / count
    return (1 - DENSER) * (2 * share - 1) - DENSER * Math.cos(Math.PI * share)
  })
  return { x, y: x.map((at) => f(at) + noise * rng.normal()) }
}

/** Points anywhere in [−1, 1], for testing. */
export function drawFresh(rng: Rng, count: number, f: (x: number) => number, noise: number): Sample {
  const x = Float64Array.from({ length: count }, () => 2 * rng.next() - 1)
  return { x, y: x.map((at) => f(at) + noise * rng.normal()) }
}

/**
 * The polynomial of least squared error, as coefficients of Legendre's polynomials. From degree n − 1 on it goes through
 * all n points; beyond, it is the one of them with the smallest sum of squared coefficients.
 */
export function fitPolynomial({ x, y }: Sample, degree: number, ridge: number): Float64Array {
  const values = new Float64Array(x.length * (degree + 1))
  x.forEach((at, row) => values.set(legendreAt(at, degree), row * (degree + 1)))
  return solveLeastSquares({ rows: x.length, columns: degree + 1, values }, y, ridge)
}

export function meanSquaredError(coefficients: Float64Array, { x, y }: Sample): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (legendreSum(coefficients, x[i]) - y[i]) ** 2
  return sum / x.length
}
