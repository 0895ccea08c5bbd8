import { defineActivation } from '../activation.ts'

/** Saturates like 1/x, far more slowly than tanh (Bergstra et al., 2009). */
export default defineActivation({
  id: 'softsign',
  order: 140,
  labels: { en: 'Softsign', zh: 'Softsign' },
  formula: String.raw`\frac{x}{1 + |x|}`,
  derivativeFormula: String.raw`\frac{1}{(1 + |x|)^{2}}`,
  range: String.raw`(-1, 1)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: true },
  kinks: () => [],
  value: (o, x) => o.div(x, o.add(o.constant(1), o.abs(x))),
  derivative: (o, x) => o.div(o.constant(1), o.square(o.add(o.constant(1), o.abs(x)))),
})
