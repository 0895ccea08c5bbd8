import type { Correction } from '../corrections.ts'
import { overrideGradient, sumToShape } from '../overrides.ts'
import * as tf from '../tf.ts'

/** The gradient of a matrix product fails with a shape error when one factor is broadcast over the batch. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('BatchMatMul', {
      inputsToSave: ['a', 'b'],
      gradFunc(dy, [a, b], attrs) {
        const g = dy as tf.Tensor
        const { transposeA, transposeB } = attrs as unknown as tf.BatchMatMulAttrs
        // With A and B the matrices as multiplied, dA = dy Bᵀ and dB = Aᵀ dy; a transposed factor's gradient is transposed.
        const byA = () =>
          transposeA ? tf.matMul(b, g, transposeB, true) : tf.matMul(g, b, false, !transposeB)
        const byB = () =>
          transposeB ? tf.matMul(g, a, true, transposeA) : tf.matMul(a, g, !transposeA, false)
        return { a: () => sumToShape(byA(), a.shape), b: () => sumToShape(byB(), b.shape) }
      },
    }),
}
