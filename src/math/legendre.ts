/** Legendre's polynomials on [−1, 1]: orthogonal, so that a fit in them is well conditioned where one in powers of x is not. */

/** P₀(x) … P_degree(x), by Bonnet's recursion: (k + 1) P₍ₖ₊₁₎ = (2k + 1) x Pₖ − k P₍ₖ₋₁₎. */
export function legendreAt(x: number, degree: number): Float64Array {
  const values = new Float64Array(degree + 1)
  values[0] = 1
  if (degree > 0) values[1] = x
  for (let k = 1; k < degree; k++) values[k + 1] = ((2 * k + 1) * x * values[k] - k * values[k - 1]) / (k + 1)
  return values
}

/** Σ cₖ Pₖ(x). */
export function legendreSum(coefficients: ArrayLike<number>, x: number): number {
  const values = legendreAt(x, Math.max(0, coefficients.length - 1))
  let sum = 0
  for (let k = 0; k < coefficients.length; k++) sum += coefficients[k] * values[k]
  return sum
}
