import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** `gatherND` has no gradient. Its values flow back to where they were read; values read twice add up. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('GatherNd', {
      inputsToSave: ['params', 'indices'],
      gradFunc: (dy, [params, indices]) => ({
        params: () => tf.scatterND(indices, dy as tf.Tensor, params.shape),
        indices: () => tf.zeros(indices.shape),
      }),
    }),
}
