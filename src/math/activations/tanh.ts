import { defineActivation } from '../activation.ts'

/** Hyperbolic tangent, 2 σ(2x) − 1. The derivative is written 4 σ(2x) σ(−2x), which stays accurate in the tails. */
export default defineActivation({
  id: 'tanh',
  order: 40,
  labels: { en: 'Tanh', zh: 'Tanh' },
  formula: String.raw`\tanh x = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}`,
  derivativeFormula: String.raw`1 - f^{2}`,
  range: String.raw`(-1, 1)`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: true },
  kinks: () => [],
  value: (o, x) => o.tanh(x),
  derivative: (o, x) => {
    const twice = o.mul(o.constant(2), x)
    return o.mul(o.constant(4), o.mul(o.sigmoid(twice), o.sigmoid(o.neg(twice))))
  },
})
