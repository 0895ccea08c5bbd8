import type { Values } from '../../../math/parameter.ts'
import * as tf from '../../backend/tf.ts'
import { byClass, type RowForm } from '../row.ts'

/** wₖ · ((1 − s) yₖ + s/K) */
function shares(target: tf.Tensor2D, { smoothing }: Values, classWeights?: tf.Tensor2D): tf.Tensor2D {
  const smoothed: tf.Tensor2D =
    smoothing === 0 ? target : tf.add(tf.mul(target, 1 - smoothing), smoothing / target.shape[1])
  return byClass(smoothed, classWeights)
}

/** −Σ shareₖ log softmax(z)ₖ; the gradient is (Σ share) softmax(z) − share. */
const form: RowForm = {
  each: (logits, target, p, classWeights) =>
    tf.neg(tf.sum(tf.mul(shares(target, p, classWeights), tf.logSoftmax(logits)), 1)),
  gradient(logits, target, p, classWeights) {
    const wanted = shares(target, p, classWeights)
    return tf.sub(tf.mul(tf.softmax(logits), tf.sum(wanted, 1, true)), wanted)
  },
}
export default form
