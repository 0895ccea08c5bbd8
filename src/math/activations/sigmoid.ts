import { defineActivation } from '../activation.ts'

/** Logistic function. The derivative is written σ(x) σ(−x), which stays accurate where 1 − σ(x) would cancel. */
export default defineActivation({
  id: 'sigmoid',
  order: 30,
  labels: { en: 'Sigmoid', zh: 'Sigmoid' },
  formula: String.raw`\frac{1}{1 + e^{-x}}`,
  derivativeFormula: String.raw`f\,(1 - f)`,
  range: String.raw`(0, 1)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: true },
  kinks: () => [],
  value: (o, x) => o.sigmoid(x),
  derivative: (o, x) => o.mul(o.sigmoid(x), o.sigmoid(o.neg(x))),
})
