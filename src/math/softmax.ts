/** Softmax over the entries of one row, at a temperature, with its logarithm and both Jacobians. */

type Row = ArrayLike<number>

/** log Σ exp(xᵢ), without overflow; −∞ if every entry is −∞. */
export function logSumExp(x: Row): number {
  let largest = -Infinity
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, x[i])
  if (!Number.isFinite(largest)) return largest
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += Math.exp(x[i] - largest)
  return largest + Math.log(sum)
}

/** xᵢ/T − log Σ exp(xⱼ/T); `[n]` → `[n]`. Throws a RangeError unless the temperature is above 0. */
export function logSoftmax(x: Row, temperature = 1): Float64Array {
  const scaled = divide(x, temperature)
  const total = logSumExp(scaled)
  return scaled.map((value) => value - total)
}

/** exp(xᵢ/T) / Σ exp(xⱼ/T); `[n]` → `[n]`. Throws a RangeError unless the temperature is above 0. */
export function softmax(x: Row, temperature = 1): Float64Array {
  return logSoftmax(x, temperature).map(Math.exp)
}

/** ∂sᵢ/∂xⱼ = sᵢ (δᵢⱼ − sⱼ) / T; row-major `[n, n]`. */
export function softmaxJacobian(x: Row, temperature = 1): Float64Array {
  const s = softmax(x, temperature)
  return jacobian(s, (i, j) => (s[i] * (i === j ? othersThan(s, i) : -s[j])) / temperature)
}

/** ∂ log sᵢ/∂xⱼ = (δᵢⱼ − sⱼ) / T; row-major `[n, n]`. */
export function logSoftmaxJacobian(x: Row, temperature = 1): Float64Array {
  const s = softmax(x, temperature)
  return jacobian(s, (i, j) => (i === j ? othersThan(s, i) : -s[j]) / temperature)
}

function divide(x: Row, temperature: number): Float64Array {
  if (!(temperature > 0)) throw new RangeError(`A temperature must be above 0, not ${temperature}.`)
  return Float64Array.from(x, (value) => value / temperature)
}

/** 1 − sᵢ as a sum, which keeps its accuracy when sᵢ is nearly 1. */
function othersThan(s: Float64Array, i: number): number {
  return s.reduce((sum, value, j) => (j === i ? sum : sum + value), 0)
}

function jacobian(s: Float64Array, entry: (i: number, j: number) => number): Float64Array {
  const n = s.length
  return Float64Array.from({ length: n * n }, (_, index) => entry(Math.floor(index / n), index % n))
}
