import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { histogram } from '../../../core/instruments.ts'
import type { Mlp, TrainingPass } from '../../../core/models/mlp.ts'
import { mean, standardDeviation } from '../../../math/statistics.ts'
import { BINS, REACH, type Spread } from '../spec.ts'

/** How the inputs of each hidden layer's functions are spread for a batch [count, 2]: in training, or as the network is used. */
export async function spreadOf(model: Mlp, batch: tf.Tensor2D, training?: TrainingPass): Promise<Spread> {
  const sums = tf.tidy(() =>
    model
      .trace(batch, training)
      .preActivations.slice(0, -1)
      .map((z) => tf.clone(z)),
  )
  const layers = await Promise.all(sums.map((z) => read(z)))
  tf.dispose(sums)
  const shares = new Float32Array(layers.length * BINS)
  layers.forEach((values, layer) => {
    const { counts } = histogram(values, BINS, -REACH, REACH)
    counts.forEach((count, bin) => (shares[layer * BINS + bin] = count / values.length))
  })
  return {
    shares,
    mean: Float32Array.from(layers, mean),
    deviation: Float32Array.from(layers, (values) => standardDeviation(values)),
  }
}
