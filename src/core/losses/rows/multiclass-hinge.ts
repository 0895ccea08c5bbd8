import * as tf from '../../backend/tf.ts'
import { byClass, type RowForm } from '../row.ts'

/** max(0, 1 − score of the right class + scoreₖ) for every wrong class k, 0 for the right one. */
function intrusions(scores: tf.Tensor2D, target: tf.Tensor2D): tf.Tensor2D {
  const right = tf.sum(tf.mul(scores, target), 1, true)
  return tf.mul(tf.relu(tf.add(tf.sub(scores, right), 1)), tf.sub(1, target))
}

/** The right class's weight over the number of classes: [batch, 1]. */
function shareOf(target: tf.Tensor2D, classWeights?: tf.Tensor2D): tf.Tensor2D {
  return tf.div(tf.sum<tf.Tensor2D>(byClass(target, classWeights), 1, true), target.shape[1])
}

const form: RowForm = {
  each: (scores, target, _, classWeights) =>
    tf.sum(tf.mul(intrusions(scores, target), shareOf(target, classWeights)), 1),
  gradient(scores, target, _, classWeights) {
    const slopes = tf.step(intrusions(scores, target))
    const toRight = tf.mul(tf.sum<tf.Tensor2D>(slopes, 1, true), target)
    return tf.mul(tf.sub(slopes, toRight), shareOf(target, classWeights))
  },
}
export default form
