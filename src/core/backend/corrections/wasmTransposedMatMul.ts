import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import type * as tf from '../tf.ts'
import { asKernel, composeKernels } from '../wasmKernels.ts'

/**
 * Only products of matrices as they lie take the fast path on wasm; with a transposed factor, as in every backward pass, a
 * plain loop runs, several times slower. The transposed copy is made first.
 */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('BatchMatMul', 'wasm', (original) =>
      asKernel<'a' | 'b', tf.BatchMatMulAttrs>((call) => {
        const { inputs, backend, attrs } = call
        const run = original as unknown as (given: typeof call) => tf.TensorInfo
        const { transposeA, transposeB } = attrs
        if (!transposeA && !transposeB) return run(call)
        return composeKernels(backend, (runKernel) => {
          const lying = (x: tf.TensorInfo): tf.TensorInfo => {
            const axes = x.shape.map((_, axis) => axis)
            const perm = [...axes.slice(0, -2), axes.length - 1, axes.length - 2]
            return runKernel('Transpose', { x }, { perm })
          }
          const a = transposeA ? lying(inputs.a) : inputs.a
          const b = transposeB ? lying(inputs.b) : inputs.b
          return run({ inputs: { a, b }, backend, attrs: { transposeA: false, transposeB: false } })
        })
      }),
    ),
}
