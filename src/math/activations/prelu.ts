import { defineActivation } from '../activation.ts'

/** Parametric ReLU (He et al., 2015): leaky ReLU whose slope is learned; ∂f/∂α = min(x, 0). */
export default defineActivation({
  id: 'prelu',
  order: 70,
  labels: { en: 'PReLU', zh: 'PReLU' },
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha & x < 0 \end{cases}`,
  range: String.raw`(-\infty, \infty)`,
  parameters: {
    alpha: {
      labels: { en: 'Slope below 0 (learned)', zh: '负半轴斜率（可学习）' },
      symbol: String.raw`\alpha`,
      default: 0.25,
      min: -0.5,
      max: 1,
      learned: true,
    },
  },
  monotone: true,
  saturates: { left: false, right: false },
  kinks: ({ alpha }) => (alpha === 1 ? [] : [0]),
  value: (o, x, { alpha }) => o.where(o.greater(x, o.constant(0)), x, o.mul(alpha, x)),
  derivative: (o, x, { alpha }) => o.where(o.greater(x, o.constant(0)), o.constant(1), alpha),
})
