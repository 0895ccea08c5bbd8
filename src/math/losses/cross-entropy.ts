import { defineRowLoss } from '../loss.ts'

/**
 * Cross-entropy of class probabilities, each taken as a free variable. Infinite when a class that occurs has
 * probability 0: nothing is clipped. To train a network, use the form that takes logits.
 */
export default defineRowLoss({
  id: 'cross-entropy',
  order: 120,
  labels: { en: 'Cross-entropy', zh: '交叉熵' },
  formula: String.raw`-\sum_{k} y_{k} \log \hat{y}_{k}`,
  parameters: {},
  prediction: 'probability',
  target: 'share',
  weighsClasses: true,
  value: (prediction, target, _, classWeights) => {
    let sum = 0
    for (let k = 0; k < target.length; k++) {
      if (target[k] > 0) sum -= (classWeights?.[k] ?? 1) * target[k] * Math.log(prediction[k])
    }
    return sum
  },
  gradient: (prediction, target, _, classWeights) =>
    Float64Array.from(target, (share, k) =>
      share > 0 ? (-(classWeights?.[k] ?? 1) * share) / prediction[k] : 0,
    ),
})
