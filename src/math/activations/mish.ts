import { defineActivation } from '../activation.ts'

/** Mish (Misra, 2019). */
export default defineActivation({
  id: 'mish',
  order: 160,
  labels: { en: 'Mish', zh: 'Mish' },
  formula: String.raw`x \tanh\bigl(\log(1 + e^{x})\bigr)`,
  derivativeFormula: String.raw`t + x\,\sigma(x)\,(1 - t^{2}), \quad t = \tanh\bigl(\log(1 + e^{x})\bigr)`,
  range: String.raw`[-0.309, \infty)`,
  parameters: {},
  monotone: false,
  saturates: { left: true, right: false },
  kinks: () => [],
  value: (o, x) => o.mul(x, o.tanh(o.softplus(x))),
  derivative: (o, x) => {
    const gate = o.tanh(o.softplus(x))
    const bend = o.mul(o.mul(x, o.sigmoid(x)), o.sub(o.constant(1), o.square(gate)))
    return o.add(gate, bend)
  },
})
