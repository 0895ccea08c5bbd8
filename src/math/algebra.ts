/**
 * The operations in which the book's rules are written. An activation, a loss or an optimiser is stated once over an
 * algebra and becomes float64 arithmetic here, tensor operations in the core, or generated code.
 *
 * An element `T` is a number or stands for many (a tensor, a variable of a program). Operations act element by element;
 * an implementation over tensors broadcasts constants. A rule must not ask what an element is, only combine elements, so
 * a choice that depends on a value is a mask. Both branches of `where` are computed: a rule keeps the branch
 * that is not taken finite (`exp(min(x, 0))`, not `exp(x)`), so that automatic differentiation stays finite too.
 */
export interface Algebra<T> {
  /** The element with this value everywhere. */
  constant(value: number): T

  add(a: T, b: T): T
  sub(a: T, b: T): T
  mul(a: T, b: T): T
  div(a: T, b: T): T
  max(a: T, b: T): T
  min(a: T, b: T): T

  neg(a: T): T
  abs(a: T): T
  /** −1, 0 or 1; 0 at 0. */
  sign(a: T): T
  square(a: T): T
  sqrt(a: T): T

  exp(a: T): T
  /** exp(a) − 1, accurate near 0. */
  expm1(a: T): T
  log(a: T): T
  /** log(1 + a), accurate near 0. */
  log1p(a: T): T
  tanh(a: T): T
  /** 1 / (1 + exp(−a)), without overflow. */
  sigmoid(a: T): T
  /** log(1 + exp(a)), without overflow and without a linear cut-off. */
  softplus(a: T): T
  /** The error function, 2/√π ∫₀ᵃ exp(−t²) dt. */
  erf(a: T): T

  /** A mask: 1 where a > b, else 0. */
  greater(a: T, b: T): T
  /** `a` where the mask is not 0, else `b`. */
  where(mask: T, a: T, b: T): T
}

/** Float64 arithmetic. */
export const numbers: Algebra<number> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  max: Math.max,
  min: Math.min,
  neg: (a) => -a,
  abs: Math.abs,
  sign: Math.sign,
  square: (a) => a * a,
  sqrt: Math.sqrt,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  tanh: Math.tanh,
  sigmoid: (a) => (a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a))),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  erf,
  greater: (a, b) => (a > b ? 1 : 0),
  where: (mask, a, b) => (mask !== 0 ? a : b),
}

const CONTINUED_FRACTION_DEPTH = 40

/** The error function to a few units in the last place. */
function erf(x: number): number {
  const size = Math.abs(x)
  if (Number.isNaN(x)) return NaN
  if (size > 6) return Math.sign(x) // 1 − erf(6) is below half a unit in the last place
  return Math.sign(x) * (size < 2 ? erfSeries(size) : 1 - erfcFraction(size))
}

/** 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!! (DLMF 7.6.2): all terms are positive, so nothing cancels. */
function erfSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** 1 − erf(x) = exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (DLMF 7.9.1), from the innermost term outwards. */
function erfcFraction(x: number): number {
  let tail = x
  for (let n = CONTINUED_FRACTION_DEPTH; n >= 1; n--) tail = x + n / 2 / tail
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail)
}
