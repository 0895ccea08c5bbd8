import * as tf from '../../backend/tf.ts'
import type { RowForm } from '../row.ts'

/** q = softmax(z), log q − log p, and its mean under q. */
function surplus(logits: tf.Tensor2D, p: tf.Tensor2D) {
  const logs = tf.logSoftmax(logits)
  const q = tf.exp(logs)
  const excess = tf.sub(logs, tf.log(p))
  return { q, excess, mean: tf.sum<tf.Tensor2D>(tf.mul(q, excess), 1, true) }
}

/** Σ qₖ log(qₖ/pₖ); the gradient is q (excess − mean excess). */
const form: RowForm = {
  each: (logits, p) => tf.squeeze(surplus(logits, p).mean, [1]),
  gradient(logits, p) {
    const { q, excess, mean } = surplus(logits, p)
    return tf.mul(q, tf.sub(excess, mean))
  },
}
export default form
