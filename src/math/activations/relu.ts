import { defineActivation } from '../activation.ts'

/** Rectified linear unit (Nair and Hinton, 2010). At 0 the derivative is taken as 0. */
export default defineActivation({
  id: 'relu',
  order: 50,
  labels: { en: 'ReLU', zh: 'ReLU' },
  formula: String.raw`\max(0, x)`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}`,
  range: String.raw`[0, \infty)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: false },
  kinks: () => [0],
  value: (o, x) => o.max(x, o.constant(0)),
  derivative: (o, x) => o.greater(x, o.constant(0)),
})
