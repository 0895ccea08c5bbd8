import { defineActivation } from '../activation.ts'

/** A sigmoid of three straight pieces: slope 1/6 in PyTorch and Keras 3, 0.2 in Keras 1 and 2 and in TensorFlow.js (Courbariaux, Bengio and David, 2015). */
export default defineActivation({
  id: 'hard-sigmoid',
  order: 180,
  labels: { en: 'Hard sigmoid', zh: '硬 Sigmoid' },
  formula: String.raw`\min\bigl(\max(0,\ \alpha x + \tfrac{1}{2}),\ 1\bigr)`,
  derivativeFormula: String.raw`\begin{cases} \alpha & |x| < \tfrac{1}{2\alpha} \\ 0 & |x| > \tfrac{1}{2\alpha} \end{cases}`,
  range: String.raw`[0, 1]`,
  parameters: {
    alpha: {
      labels: { en: 'Slope in the middle', zh: '中段斜率' },
      symbol: String.raw`\alpha`,
      default: 1 / 6,
      min: 0.05,
      max: 0.5,
    },
  },
  monotone: true,
  saturates: { left: true, right: true },
  kinks: ({ alpha }) => [-0.5 / alpha, 0.5 / alpha],
  value: (o, x, { alpha }) => {
    const line = o.add(o.mul(alpha, x), o.constant(0.5))
    return o.min(o.max(line, o.constant(0)), o.constant(1))
  },
  derivative: (o, x, { alpha }) => {
    const line = o.add(o.mul(alpha, x), o.constant(0.5))
    return o.mul(alpha, o.mul(o.greater(line, o.constant(0)), o.greater(o.constant(1), line)))
  },
})
