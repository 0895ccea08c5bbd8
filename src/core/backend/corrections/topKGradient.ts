import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** `topk` has no gradient. That of the values goes to the places they were taken from. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('TopK', {
      inputsToSave: ['x'],
      outputsToSave: [false, true],
      gradFunc(dys, [x, indices]) {
        const [dy] = dys as tf.Tensor[] // of the values; the indices have none
        const width = x.shape[x.rank - 1]
        return {
          x: () => tf.sum(tf.mul(tf.expandDims(dy, -1), tf.oneHot(tf.cast(indices, 'int32'), width)), -2),
        }
      },
    }),
}
