import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, composeKernels, fillOutput, floats } from '../wasmKernels.ts'

/** Below this many terms, adding in 32 bits loses no more than the other backends do. */
const LONG = 4096

/** A long sum on wasm is added term by term in 32 bits: a million times 0.1 came to 101,000. Here it is added in 64. */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('Sum', 'wasm', (original) =>
      asKernel<'x', tf.SumAttrs>((call) => {
        const { inputs, backend, attrs } = call
        const { x } = inputs
        const axes = tf.util.parseAxisParam(attrs.axis, x.shape)
        const terms = axes.reduce((product, axis) => product * x.shape[axis], 1)
        if (terms < LONG || x.dtype !== 'float32') {
          return (original as unknown as (given: typeof call) => tf.TensorInfo)(call)
        }
        const kept = x.shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]))
        const perm = [...kept, ...axes]
        const shape = x.shape.flatMap((size, axis) =>
          axes.includes(axis) ? (attrs.keepDims ? [1] : []) : [size],
        )
        return composeKernels(backend, (run) => {
          const lying = perm.some((axis, i) => axis !== i) ? run('Transpose', { x }, { perm }) : x
          return fillOutput(backend, shape, (sums) => addUp(floats(backend, lying), sums, terms))
        })
      }),
    ),
}

function addUp(values: Float32Array, sums: Float32Array, terms: number): void {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0
    for (let i = row * terms; i < (row + 1) * terms; i++) sum += values[i]
    sums[row] = sum
  }
}
