import { defineActivation } from '../activation.ts'

/** Leaky ReLU (Maas, Hannun and Ng, 2013). At 0 the derivative is taken as α. */
export default defineActivation({
  id: 'leaky-relu',
  order: 60,
  labels: { en: 'Leaky ReLU', zh: 'Leaky ReLU' },
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha & x < 0 \end{cases}`,
  range: String.raw`(-\infty, \infty)`,
  parameters: {
    alpha: {
      labels: { en: 'Slope below 0', zh: '负半轴斜率' },
      symbol: String.raw`\alpha`,
      default: 0.01,
      min: 0,
      max: 0.5,
    },
  },
  monotone: true,
  saturates: { left: false, right: false },
  kinks: ({ alpha }) => (alpha === 1 ? [] : [0]),
  value: (o, x, { alpha }) => o.where(o.greater(x, o.constant(0)), x, o.mul(alpha, x)),
  derivative: (o, x, { alpha }) => o.where(o.greater(x, o.constant(0)), o.constant(1), alpha),
})
