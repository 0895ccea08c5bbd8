/** Order statistics of a sample. */
export function quantile(sample, q) {
  const sorted = [...sample].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = Math.floor(at)
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low])
}
export const median = (sample) => quantile(sample, 0.5)

/** A 95 % interval of the median, from order statistics (binomial): distribution-free. */
export function medianInterval(sample) {
  const sorted = [...sample].sort((a, b) => a - b)
  const n = sorted.length
  let k = 0
  let below = 0
  let term = 0.5 ** n // P(X = 0), X ~ Binomial(n, ½)
  while (below + term <= 0.025) {
    below += term
    k += 1
    term *= (n - k + 1) / k
  }
  return [sorted[Math.max(0, k - 1)], sorted[n - Math.max(1, k)]]
}
