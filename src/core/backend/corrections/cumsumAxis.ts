import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/**
 * The gradient of a running sum along any axis but the last is transposed: a shape error, or silently wrong
 * where the axes are equally long.
 */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('Cumsum', {
      gradFunc(dy, _, attrs) {
        const { axis, exclusive, reverse } = attrs as unknown as tf.CumsumAttrs
        return { x: () => tf.cumsum(dy as tf.Tensor, axis, exclusive, !reverse) }
      },
    }),
}
