import type { Algebra } from './algebra.ts'

/**
 * Kullback–Leibler divergence of a normal distribution from the standard one, per element:
 * ½ (exp(v) + μ² − 1 − v), with v the logarithm of the variance (Kingma and Welling, 2014, appendix B).
 */
export const gaussianKl = {
  value: <T>(o: Algebra<T>, mean: T, logVariance: T): T => {
    // expm1(v) − v keeps its accuracy where the variance is near 1.
    const spread = o.sub(o.expm1(logVariance), logVariance)
    return o.mul(o.constant(0.5), o.add(spread, o.square(mean)))
  },
  gradientOfMean: <T>(_: Algebra<T>, mean: T): T => mean,
  gradientOfLogVariance: <T>(o: Algebra<T>, logVariance: T): T =>
    o.mul(o.constant(0.5), o.expm1(logVariance)),
}
