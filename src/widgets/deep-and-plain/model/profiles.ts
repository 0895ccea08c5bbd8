import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { gradientNorms } from '../../../core/instruments.ts'
import type { Mlp } from '../../../core/models/mlp.ts'
import { weightsOf } from '../../../core/models/model.ts'
import { disposeGradients, gradients } from '../../../core/training.ts'

/** The length of each hidden layer's gradient, kernel and bias as one vector, for a loss of the whole training set. */
export async function measureGradients(model: Mlp, loss: () => tf.Scalar): Promise<Float64Array> {
  const computed = gradients(loss, weightsOf(model))
  const norms = await gradientNorms(computed.gradients)
  disposeGradients(computed)
  return Float64Array.from(model.stages.slice(0, -1), ({ name }) => norms[name] ?? 0)
}

/**
 * Of each hidden layer: the standard deviation of its outputs over the examples, as a share of their root mean square,
 * both over all units. 0 where every example gets the same answer; then no later layer can tell them apart.
 */
export async function measureVariety(model: Mlp, x: tf.Tensor2D): Promise<Float64Array> {
  const shares = tf.tidy(() =>
    tf.stack(
      model
        .trace(x)
        .activations.slice(0, -1)
        .map((h) => {
          const away = tf.mean(tf.square(tf.sub(h, tf.mean(h, 0))))
          const size = tf.mean(tf.square(h))
          return tf.sqrt(tf.div(away, tf.maximum(size, 1e-30)))
        }),
    ),
  )
  const values = await read(shares)
  shares.dispose()
  return Float64Array.from(values)
}
