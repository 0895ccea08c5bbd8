import { defineActivation } from '../activation.ts'
import type { Algebra } from '../algebra.ts'

/** Φ(x), the share of a standard normal below x. */
function below<T>(o: Algebra<T>, x: T): T {
  const half = o.constant(0.5)
  return o.add(half, o.mul(half, o.erf(o.mul(o.constant(Math.SQRT1_2), x))))
}

/** Gaussian error linear unit in its exact form (Hendrycks and Gimpel, 2016). */
export default defineActivation({
  id: 'gelu',
  order: 100,
  labels: { en: 'GELU', zh: 'GELU' },
  formula: String.raw`x\,\Phi(x) = \frac{x}{2}\Bigl(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\Bigr)`,
  derivativeFormula: String.raw`\Phi(x) + \frac{x}{\sqrt{2\pi}}\,e^{-x^{2}/2}`,
  range: String.raw`[-0.170, \infty)`,
  parameters: {},
  monotone: false,
  saturates: { left: true, right: false },
  kinks: () => [],
  value: (o, x) => o.mul(x, below(o, x)),
  derivative: (o, x) => {
    const density = o.mul(o.constant(1 / Math.sqrt(2 * Math.PI)), o.exp(o.mul(o.constant(-0.5), o.square(x))))
    return o.add(below(o, x), o.mul(x, density))
  },
})
