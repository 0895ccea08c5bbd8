import { defineActivation } from '../activation.ts'

/** ReLU with a ceiling, made for low-precision arithmetic (Krizhevsky, 2010). */
export default defineActivation({
  id: 'relu6',
  order: 170,
  labels: { en: 'ReLU6', zh: 'ReLU6' },
  formula: String.raw`\min\bigl(\max(0, x), 6\bigr)`,
  derivativeFormula: String.raw`\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{else} \end{cases}`,
  range: String.raw`[0, 6]`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: true },
  kinks: () => [0, 6],
  value: (o, x) => o.min(o.max(x, o.constant(0)), o.constant(6)),
  derivative: (o, x) => o.mul(o.greater(x, o.constant(0)), o.greater(o.constant(6), x)),
})
