import type { Algebra } from '../../../math/algebra.ts'

type Name = 'exp' | 'expm1' | 'log' | 'log1p' | 'tanh' | 'sigmoid' | 'softplus' | 'erf'

/** What vectors can do besides arithmetic. */
export interface Bits<T> {
  /** The nearest whole number. */
  nearest(a: T): T
  /** The float whose bits are this whole number, and the whole number that a float's bits are. */
  fromBits(a: T): T
  toBits(a: T): T
}

const LN2_HIGH = 0.693359375
const LN2_LOW = Math.LN2 - LN2_HIGH
/** Beyond these eˣ leaves the range of single precision. */
const LEAST = -87
const MOST = 88
/** In the bits of a float, the exponent's unit and what it begins with. */
const UNIT = 2 ** 23
const BIAS = 127
/** 1/7!, 1/6! … 1: to 5 · 10⁻⁹ for |r| ≤ ½ ln 2. */
const EXPONENTIAL = [5040, 720, 120, 24, 6, 2, 1, 1].map((n) => 1 / n)
/** 1/15, 1/13 … 1, of 2 artanh u. */
const LOGARITHM = [15, 13, 11, 9, 7, 5, 3, 1].map((n) => 2 / n)
/** tanh x = x p(x²) / q(x²), its continued fraction down to 13 (Lambert, 1768): exact to single precision for |x| ≤ 1. */
const TANH_ABOVE = [1, 378, 17_325, 135_135]
const TANH_BELOW = [28, 3_150, 62_370, 135_135]
/** Of 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)). */
const ERF_NEAR = [-1 / 1320, 1 / 216, -1 / 42, 1 / 10, -1 / 3, 1].map((c) => (2 / Math.sqrt(Math.PI)) * c)
/** Abramowitz and Stegun, 7.1.26: to 1.5 · 10⁻⁷. */
const ERF_FAR = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0]
const ERF_RATE = 0.3275911

/** The functions that processors have no instruction for, in single precision: errors are of a few units in the last place of 1. */
export function makeFunctions<T>(o: Omit<Algebra<T>, Name>, bits: Bits<T>): Pick<Algebra<T>, Name> {
  const c = o.constant
  const polynomial = (x: T, coefficients: readonly number[]): T =>
    coefficients.slice(1).reduce((sum, next) => o.add(o.mul(sum, x), c(next)), c(coefficients[0]))

  const exp = (a: T): T => {
    const x = o.max(o.min(a, c(MOST)), c(LEAST))
    const n = bits.nearest(o.mul(x, c(Math.LOG2E)))
    const r = o.sub(o.sub(x, o.mul(n, c(LN2_HIGH))), o.mul(n, c(LN2_LOW)))
    return o.mul(polynomial(r, EXPONENTIAL), bits.fromBits(o.mul(o.add(n, c(BIAS)), c(UNIT))))
  }
  const log = (a: T): T => {
    // A float's bits are nearly its logarithm: they tell the power of two that leaves 0.7 to 1.5 of it.
    const n = bits.nearest(o.sub(o.mul(bits.toBits(a), c(1 / UNIT)), c(BIAS)))
    const rest = o.mul(a, bits.fromBits(o.mul(o.sub(c(BIAS), n), c(UNIT))))
    const u = o.div(o.sub(rest, c(1)), o.add(rest, c(1)))
    return o.add(o.mul(n, c(Math.LN2)), o.mul(u, polynomial(o.square(u), LOGARITHM)))
  }
  const log1p = (a: T): T => {
    // What rounding takes from 1 + a is given back in proportion (Kahan).
    const sum = o.add(a, c(1))
    const kept = o.sub(sum, c(1))
    return o.where(kept, o.div(o.mul(log(sum), a), kept), a)
  }
  const sigmoid = (a: T): T => o.div(c(1), o.add(c(1), exp(o.neg(a))))
  const tanh = (a: T): T => {
    const square = o.square(a)
    const near = o.div(o.mul(a, polynomial(square, TANH_ABOVE)), polynomial(square, TANH_BELOW))
    const far = o.sub(o.mul(c(2), sigmoid(o.mul(c(2), a))), c(1))
    return o.where(o.greater(o.abs(a), c(1)), far, near)
  }
  return {
    exp,
    expm1(a) {
      const half = tanh(o.mul(a, c(0.5)))
      const near = o.div(o.mul(c(2), half), o.sub(c(1), half))
      return o.where(o.greater(o.abs(a), c(1)), o.sub(exp(a), c(1)), near)
    },
    log,
    log1p,
    tanh,
    sigmoid,
    softplus: (a) => o.add(o.max(a, c(0)), log1p(exp(o.neg(o.abs(a))))),
    erf(a) {
      const size = o.abs(a)
      const t = o.div(c(1), o.add(c(1), o.mul(c(ERF_RATE), size)))
      const rest = o.mul(polynomial(t, ERF_FAR), exp(o.neg(o.square(a))))
      const far = o.mul(o.sign(a), o.sub(c(1), rest))
      const near = o.mul(a, polynomial(o.square(a), ERF_NEAR))
      return o.where(o.greater(size, c(0.5)), far, near)
    },
  }
}
