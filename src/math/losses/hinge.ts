import { defineElementwiseLoss } from '../loss.ts'

/** Hinge loss of a score against a label −1 or 1: no loss beyond a margin of 1 (Cortes and Vapnik, 1995). */
export default defineElementwiseLoss({
  id: 'hinge',
  order: 90,
  labels: { en: 'Hinge', zh: '合页损失（hinge）' },
  formula: String.raw`\max(0,\ 1 - y \hat{y}), \quad y \in \{-1, 1\}`,
  parameters: {},
  prediction: 'number',
  target: 'sign',
  value: (o, score, target) => o.max(o.sub(o.constant(1), o.mul(target, score)), o.constant(0)),
  gradient: (o, score, target) => o.neg(o.mul(target, o.greater(o.constant(1), o.mul(target, score)))),
})
