import { defineActivation } from '../activation.ts'
import type { Algebra } from '../algebra.ts'

const ROOT = Math.sqrt(2 / Math.PI)
const CUBIC = 0.044715

/** Twice the argument of tanh, since (1 + tanh u) / 2 is σ(2u), which keeps its accuracy in the left tail. */
function twiceInner<T>(o: Algebra<T>, x: T): T {
  const cubic = o.mul(o.constant(CUBIC), o.mul(x, o.square(x)))
  return o.mul(o.constant(2 * ROOT), o.add(x, cubic))
}

/** The approximation of GELU used by BERT and GPT-2 (Hendrycks and Gimpel, 2016). */
export default defineActivation({
  id: 'gelu-tanh',
  order: 110,
  labels: { en: 'GELU (tanh form)', zh: 'GELU（tanh 近似）' },
  formula: String.raw`\frac{x}{2}\Bigl(1 + \tanh\bigl(\sqrt{2/\pi}\,(x + 0.044715\,x^{3})\bigr)\Bigr)`,
  derivativeFormula: String.raw`\frac{1 + t}{2} + \frac{x}{2}\,(1 - t^{2})\,\sqrt{2/\pi}\,(1 + 0.134145\,x^{2}), \quad t = \tanh(\cdots)`,
  range: String.raw`[-0.170, \infty)`,
  parameters: {},
  monotone: false,
  saturates: { left: true, right: false },
  kinks: () => [],
  value: (o, x) => o.mul(x, o.sigmoid(twiceInner(o, x))),
  derivative: (o, x) => {
    const inner = twiceInner(o, x)
    const gate = o.sigmoid(inner)
    const slope = o.mul(o.constant(2 * ROOT), o.add(o.constant(1), o.mul(o.constant(3 * CUBIC), o.square(x))))
    return o.add(gate, o.mul(o.mul(x, slope), o.mul(gate, o.sigmoid(o.neg(inner)))))
  },
})
