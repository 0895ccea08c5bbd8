import * as tf from '../backend/tf.ts'

/** [batch, …] → [batch, everything else]. */
export function flatten(x: tf.Tensor): tf.Tensor2D {
  return tf.reshape(x, [x.shape[0], tf.util.sizeFromShape(x.shape.slice(1))])
}
