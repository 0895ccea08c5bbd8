/** Derivatives by central differences: for tests, and for figures that check a gradient beside its formula. */

// Balances truncation, of order h², against rounding, of order ε/h.
const STEP = Math.cbrt(Number.EPSILON)

/** (f(x + h) − f(x − h)) / 2h. The default h suits float64: about 10 digits for functions of size 1. */
export function numericalDerivative(f: (x: number) => number, x: number, h = stepAt(x)): number {
  const [left, right] = [x - h, x + h] // the distance that is really taken, after rounding
  return (f(right) - f(left)) / (right - left)
}

/** ∂f/∂xᵢ for every entry; `[n]` → `[n]`. The list that `f` is given is reused: it must neither keep nor change it. */
export function numericalGradient(
  f: (x: Float64Array) => number,
  at: ArrayLike<number>,
  h?: number,
): Float64Array {
  const x = Float64Array.from(at)
  return Float64Array.from(at, (centre, i) => {
    const along = (moved: number) => {
      x[i] = moved
      return f(x)
    }
    const slope = numericalDerivative(along, centre, h)
    x[i] = centre
    return slope
  })
}

function stepAt(x: number): number {
  return STEP * Math.max(1, Math.abs(x))
}
