import * as tf from './backend/tf.ts'
import type { Mlp } from './models/mlp.ts'

/** l1 Σ|w| + ½ l2 Σw² over all kernels. */
export function penaltyOf(model: Mlp, l1: number, l2: number): tf.Scalar {
  return tf.addN<tf.Scalar>(
    model.stages.map(({ dense: { weights } }) =>
      tf.add(tf.mul(l1, tf.sum(absolute(weights.kernel))), tf.mul(l2 / 2, tf.sum(tf.square(weights.kernel)))),
    ),
  )
}

/** |w| with slope 0 at 0; the library's own slope there is −1. */
const absolute = (w: tf.Tensor): tf.Tensor => tf.mul(w, tf.sign(w))
