import type { Algebra } from './algebra.ts'

/** Every entry of a gradient cut off at ±limit. */
export function clipByValue<T>(o: Algebra<T>, gradient: T, limit: number): T {
  return o.max(o.min(gradient, o.constant(limit)), o.constant(-limit))
}

/** The Euclidean norm of several arrays taken as one long vector, without overflow; NaN if an entry is. */
export function globalNorm(gradients: readonly ArrayLike<number>[]): number {
  // Entries are measured by the largest, so that no square overflows.
  let largest = 0
  for (const gradient of gradients) {
    for (let i = 0; i < gradient.length; i++) largest = Math.max(largest, Math.abs(gradient[i]))
  }
  if (largest === 0 || !Number.isFinite(largest)) return largest
  let sum = 0
  for (const gradient of gradients) {
    for (let i = 0; i < gradient.length; i++) sum += (gradient[i] / largest) ** 2
  }
  return largest * Math.sqrt(sum)
}

/**
 * The factor that brings a gradient of this norm down to the limit: 1 if it is already within (Pascanu, Mikolov and
 * Bengio, 2013). NaN or infinity in the gradient is not hidden: it stays there.
 */
export function clipFactor(norm: number, limit: number): number {
  return norm > limit ? limit / norm : 1
}

/** The gradients, scaled together so that their global norm is at most the limit: the direction stays. */
export function clipByNorm(gradients: readonly ArrayLike<number>[], limit: number): Float64Array[] {
  const factor = clipFactor(globalNorm(gradients), limit)
  return gradients.map((gradient) => Float64Array.from(gradient, (value) => value * factor))
}
