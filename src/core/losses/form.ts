import type * as tf from '../backend/tf.ts'

/** A loss over tensors with its parameters fixed. */
export interface LossForm {
  /** How many numbers `each` gives. */
  entries(prediction: tf.Tensor): number
  /** One number per entry [batch, outputs], or per row [batch]. */
  each(prediction: tf.Tensor, target: tf.Tensor): tf.Tensor
  /** The derivative of each of these by the predictions it depends on; the prediction's shape. */
  gradient(prediction: tf.Tensor, target: tf.Tensor): tf.Tensor
}
