import { defineActivation } from '../activation.ts'

/** Sigmoid linear unit; with β, swish (Elfwing et al., 2018; Ramachandran, Zoph and Le, 2017). */
export default defineActivation({
  id: 'silu',
  order: 120,
  labels: { en: 'SiLU (swish)', zh: 'SiLU（Swish）' },
  formula: String.raw`x\,\sigma(\beta x)`,
  derivativeFormula: String.raw`\sigma(\beta x) + \beta x\,\sigma(\beta x)\,\bigl(1 - \sigma(\beta x)\bigr)`,
  range: String.raw`[-0.278, \infty)`,
  parameters: {
    beta: {
      labels: { en: 'Sharpness', zh: '陡峭程度' },
      symbol: String.raw`\beta`,
      default: 1,
      min: 0,
      max: 10,
    },
  },
  monotone: false,
  saturates: { left: true, right: false },
  kinks: () => [],
  value: (o, x, { beta }) => o.mul(x, o.sigmoid(o.mul(beta, x))),
  derivative: (o, x, { beta }) => {
    const inner = o.mul(beta, x)
    const gate = o.sigmoid(inner)
    return o.add(gate, o.mul(inner, o.mul(gate, o.sigmoid(o.neg(inner)))))
  },
})
