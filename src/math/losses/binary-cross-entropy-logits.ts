import type { Algebra } from '../algebra.ts'
import { defineElementwiseLoss, smoothing } from '../loss.ts'

/** The target moved a little towards ½. */
function smooth<T>(o: Algebra<T>, target: T, share: number): T {
  return share === 0 ? target : o.add(o.mul(o.constant(1 - share), target), o.constant(share / 2))
}

/** `weight · a`, without an operation when the weight is 1. */
function times<T>(o: Algebra<T>, weight: number, a: T): T {
  return weight === 1 ? a : o.mul(o.constant(weight), a)
}

/** Cross-entropy of sigmoid(z), from the logit z: exact and finite at any z. */
export default defineElementwiseLoss({
  id: 'binary-cross-entropy-logits',
  order: 80,
  labels: { en: 'Binary cross-entropy (logits)', zh: '二元交叉熵（logits）' },
  formula: String.raw`w\,y \log(1 + e^{-z}) + (1 - y) \log(1 + e^{z})`,
  parameters: {
    positiveWeight: {
      labels: { en: 'Weight of class 1', zh: '正类权重' },
      symbol: 'w',
      default: 1,
      min: 0.1,
      max: 10,
      scale: 'log',
    },
    smoothing,
  },
  prediction: 'logit',
  target: 'share',
  value: (o, logit, target, p) => {
    const share = smooth(o, target, p.smoothing)
    const yes = times(o, p.positiveWeight, o.mul(share, o.softplus(o.neg(logit))))
    return o.add(yes, o.mul(o.sub(o.constant(1), share), o.softplus(logit)))
  },
  gradient: (o, logit, target, p) => {
    const share = smooth(o, target, p.smoothing)
    const yes = times(o, p.positiveWeight, o.mul(share, o.sigmoid(o.neg(logit))))
    return o.sub(o.mul(o.sub(o.constant(1), share), o.sigmoid(logit)), yes)
  },
})
