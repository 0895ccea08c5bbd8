import { defineActivation } from '../activation.ts'

/** Exponential linear unit (Clevert, Unterthiner and Hochreiter, 2016). Smooth at 0 only if α is 1. */
export default defineActivation({
  id: 'elu',
  order: 80,
  labels: { en: 'ELU', zh: 'ELU' },
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha\,e^{x} & x \le 0 \end{cases}`,
  range: String.raw`(-\alpha, \infty)`,
  parameters: {
    alpha: {
      labels: { en: 'Depth of the floor', zh: '负饱和深度' },
      symbol: String.raw`\alpha`,
      default: 1,
      min: 0.1,
      max: 3,
    },
  },
  monotone: true,
  saturates: { left: true, right: false },
  kinks: ({ alpha }) => (alpha === 1 ? [] : [0]),
  value: (o, x, { alpha }) => {
    const zero = o.constant(0)
    return o.where(o.greater(x, zero), x, o.mul(alpha, o.expm1(o.min(x, zero))))
  },
  derivative: (o, x, { alpha }) => {
    const zero = o.constant(0)
    return o.where(o.greater(x, zero), o.constant(1), o.mul(alpha, o.exp(o.min(x, zero))))
  },
})
