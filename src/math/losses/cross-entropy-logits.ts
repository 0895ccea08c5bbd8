import { defineRowLoss, smoothing, smoothTarget } from '../loss.ts'
import { logSoftmax, softmax } from '../softmax.ts'

type Row = ArrayLike<number>

/** wₖ · smoothed yₖ for every class. */
function shares(target: Row, smoothing: number, classWeights?: Row): Float64Array {
  const smoothed = smoothTarget(target, smoothing)
  return classWeights ? smoothed.map((share, k) => share * classWeights[k]) : smoothed
}

/** Softmax cross-entropy from logits: exact and finite at any logits. With no weights the gradient is softmax(z) − y. */
export default defineRowLoss({
  id: 'cross-entropy-logits',
  order: 110,
  labels: { en: 'Cross-entropy (logits)', zh: '交叉熵（logits）' },
  formula: String.raw`-\sum_{k} y_{k} \log \operatorname{softmax}(z)_{k}`,
  parameters: { smoothing },
  prediction: 'logit',
  target: 'share',
  weighsClasses: true,
  value: (logits, target, p, classWeights) => {
    const logs = logSoftmax(logits)
    // A share of 0 counts for nothing, even against a logit of −∞.
    return shares(target, p.smoothing, classWeights).reduce(
      (sum, share, k) => (share === 0 ? sum : sum - share * logs[k]),
      0,
    )
  },
  gradient: (logits, target, p, classWeights) => {
    const wanted = shares(target, p.smoothing, classWeights)
    const total = wanted.reduce((sum, share) => sum + share, 0)
    return softmax(logits).map((probability, k) => total * probability - wanted[k])
  },
})
