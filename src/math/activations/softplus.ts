import { defineActivation } from '../activation.ts'

/** A smooth ReLU (Dugas et al., 2001). */
export default defineActivation({
  id: 'softplus',
  order: 130,
  labels: { en: 'Softplus', zh: 'Softplus' },
  formula: String.raw`\log(1 + e^{x})`,
  derivativeFormula: String.raw`\sigma(x)`,
  range: String.raw`(0, \infty)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: false },
  kinks: () => [],
  value: (o, x) => o.softplus(x),
  derivative: (o, x) => o.sigmoid(x),
})
