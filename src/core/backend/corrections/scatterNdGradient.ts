import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** `scatterND` has no gradient. Each update's is read from where it was written. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('ScatterNd', {
      inputsToSave: ['indices'],
      gradFunc: (dy, [indices]) => ({
        updates: () => tf.gatherND(dy as tf.Tensor, indices),
        indices: () => tf.zeros(indices.shape),
      }),
    }),
}
