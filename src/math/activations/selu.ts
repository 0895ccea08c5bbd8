import { defineActivation } from '../activation.ts'

const ALPHA = 1.6732632423543772
const SCALE = 1.0507009873554805

/** Scaled ELU (Klambauer et al., 2017): the two constants hold mean 0 and variance 1 fixed from layer to layer. At 0 the derivative is the left one. */
export default defineActivation({
  id: 'selu',
  order: 90,
  labels: { en: 'SELU', zh: 'SELU' },
  formula: String.raw`\lambda \begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases} \qquad \lambda \approx 1.0507,\ \alpha \approx 1.6733`,
  derivativeFormula: String.raw`\lambda \begin{cases} 1 & x > 0 \\ \alpha\,e^{x} & x < 0 \end{cases}`,
  range: String.raw`(-\lambda\alpha, \infty)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: false },
  kinks: () => [0],
  value: (o, x) => {
    const zero = o.constant(0)
    const bent = o.mul(o.constant(ALPHA), o.expm1(o.min(x, zero)))
    return o.mul(o.constant(SCALE), o.where(o.greater(x, zero), x, bent))
  },
  derivative: (o, x) => {
    const zero = o.constant(0)
    const bent = o.mul(o.constant(ALPHA), o.exp(o.min(x, zero)))
    return o.mul(o.constant(SCALE), o.where(o.greater(x, zero), o.constant(1), bent))
  },
})
