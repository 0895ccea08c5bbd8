import { defineRowLoss } from '../loss.ts'

type Row = ArrayLike<number>

/** How far each wrong class comes within 1 of the right one, 0 if it does not; and which class is right. */
function intrusions(scores: Row, target: Row) {
  const right = Array.from(target).indexOf(1)
  const amounts = Float64Array.from(scores, (score, k) =>
    k === right ? 0 : Math.max(0, 1 - scores[right] + score),
  )
  return { right, amounts }
}

/** Hinge loss of one score per class against a one-hot target, divided by the number of classes as in PyTorch. */
export default defineRowLoss({
  id: 'multiclass-hinge',
  order: 160,
  labels: { en: 'Multiclass hinge', zh: '多类合页损失' },
  formula: String.raw`\frac{1}{K} \sum_{k \ne y} \max(0,\ 1 - \hat{y}_{y} + \hat{y}_{k})`,
  parameters: {},
  prediction: 'number',
  target: 'one-hot',
  weighsClasses: true,
  value: (scores, target, _, classWeights) => {
    const { right, amounts } = intrusions(scores, target)
    const weight = classWeights?.[right] ?? 1
    return (weight * amounts.reduce((sum, amount) => sum + amount, 0)) / scores.length
  },
  gradient: (scores, target, _, classWeights) => {
    const { right, amounts } = intrusions(scores, target)
    const share = (classWeights?.[right] ?? 1) / scores.length
    const gradient = amounts.map((amount) => (amount > 0 ? share : 0))
    gradient[right] = -gradient.reduce((sum, slope) => sum + slope, 0)
    return gradient
  },
})
