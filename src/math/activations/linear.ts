import { defineActivation } from '../activation.ts'

/** The identity: a layer without an activation. Stacked, it stays one linear map. */
export default defineActivation({
  id: 'linear',
  order: 10,
  labels: { en: 'Linear', zh: '线性' },
  formula: String.raw`x`,
  derivativeFormula: String.raw`1`,
  range: String.raw`(-\infty, \infty)`,
  parameters: {},
  monotone: true,
  saturates: { left: false, right: false },
  kinks: () => [],
  value: (_, x) => x,
  derivative: (o) => o.constant(1),
})
