import type { Correction } from '../corrections.ts'
import { overrideGradient, sumToShape } from '../overrides.ts'
import * as tf from '../tf.ts'

type Comparison = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor

/** The gradients of maximum and minimum fail with a shape error when an operand is broadcast. A tie goes to `a`. */
export const correction: Correction = {
  backends: 'all',
  apply() {
    const rule = (takesA: Comparison, takesB: Comparison) => ({
      inputsToSave: ['a', 'b'],
      gradFunc(dy: tf.Tensor | tf.Tensor[], [a, b]: tf.Tensor[]) {
        const share = (takes: Comparison) => tf.mul(dy as tf.Tensor, tf.cast(takes(a, b), 'float32'))
        return { a: () => sumToShape(share(takesA), a.shape), b: () => sumToShape(share(takesB), b.shape) }
      },
    })
    const undo = [
      overrideGradient('Maximum', rule(tf.greaterEqual, tf.less)),
      overrideGradient('Minimum', rule(tf.lessEqual, tf.greater)),
    ]
    return () => undo.forEach((step) => step())
  },
}
