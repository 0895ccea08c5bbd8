import { defineElementwiseLoss } from '../loss.ts'

/** Squared hinge loss of a score against a label −1 or 1: smooth at the margin. */
export default defineElementwiseLoss({
  id: 'squared-hinge',
  order: 100,
  labels: { en: 'Squared hinge', zh: '平方合页损失' },
  formula: String.raw`\max(0,\ 1 - y \hat{y})^{2}, \quad y \in \{-1, 1\}`,
  parameters: {},
  prediction: 'number',
  target: 'sign',
  value: (o, score, target) => o.square(o.max(o.sub(o.constant(1), o.mul(target, score)), o.constant(0))),
  gradient: (o, score, target) =>
    o.mul(o.mul(o.constant(-2), target), o.max(o.sub(o.constant(1), o.mul(target, score)), o.constant(0))),
})
