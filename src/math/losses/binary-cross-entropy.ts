import type { Algebra } from '../algebra.ts'
import { defineElementwiseLoss } from '../loss.ts'

/** `share · term`, but 0 where the share is 0, whatever the term: 0 log 0 is 0. */
function weighted<T>(o: Algebra<T>, share: T, term: T): T {
  return o.where(o.greater(share, o.constant(0)), o.mul(share, term), o.constant(0))
}

/**
 * Cross-entropy of a probability. Infinite when a certain prediction is wrong: nothing is clipped. To train a network, use
 * the form that takes logits.
 */
export default defineElementwiseLoss({
  id: 'binary-cross-entropy',
  order: 70,
  labels: { en: 'Binary cross-entropy', zh: '二元交叉熵' },
  formula: String.raw`-y \log \hat{y} - (1 - y) \log(1 - \hat{y})`,
  parameters: {},
  prediction: 'probability',
  target: 'share',
  value: (o, prediction, target) => {
    const yes = weighted(o, target, o.log(prediction))
    const no = weighted(o, o.sub(o.constant(1), target), o.log1p(o.neg(prediction)))
    return o.neg(o.add(yes, no))
  },
  gradient: (o, prediction, target) => {
    const one = o.constant(1)
    const yes = weighted(o, target, o.div(one, prediction))
    const no = weighted(o, o.sub(one, target), o.div(one, o.sub(one, prediction)))
    return o.sub(no, yes)
  },
})
