import { defineActivation } from '../activation.ts'

/** The logarithm of the sigmoid, without underflow. */
export default defineActivation({
  id: 'log-sigmoid',
  order: 150,
  labels: { en: 'Log-sigmoid', zh: 'Log-sigmoid' },
  formula: String.raw`\log \sigma(x) = -\log(1 + e^{-x})`,
  derivativeFormula: String.raw`\sigma(-x)`,
  range: String.raw`(-\infty, 0)`,
  parameters: {},
  monotone: true,
  saturates: { left: false, right: true },
  kinks: () => [],
  value: (o, x) => o.neg(o.softplus(o.neg(x))),
  derivative: (o, x) => o.sigmoid(o.neg(x)),
})
