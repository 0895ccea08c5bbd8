import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, type KernelCall } from '../wasmKernels.ts'

/** `gather` with batch dimensions reads from the wrong rows on wasm. */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('GatherV2', 'wasm', (original) =>
      asKernel<'x' | 'indices', tf.GatherV2Attrs>((call) =>
        call.attrs.batchDims === 0
          ? (original as unknown as (given: typeof call) => tf.TensorInfo)(call)
          : gatherInBatches(call),
      ),
    ),
}

function gatherInBatches({
  inputs: { x, indices },
  backend,
  attrs,
}: KernelCall<'x' | 'indices', tf.GatherV2Attrs>) {
  const { batchDims } = attrs
  const [axis] = tf.util.parseAxisParam(attrs.axis, x.shape)
  const size = (shape: number[]): number => tf.util.sizeFromShape(shape)
  const batchSize = size(x.shape.slice(0, batchDims))
  const outerSize = size(x.shape.slice(batchDims, axis))
  const sliceSize = size(x.shape.slice(axis + 1))
  const outputShape = [
    ...x.shape.slice(0, axis),
    ...indices.shape.slice(batchDims),
    ...x.shape.slice(axis + 1),
  ]
  const output = backend.makeOutput(outputShape, x.dtype)
  const result = backend.typedArrayFromHeap(output)
  const values = backend.typedArrayFromHeap(x)
  const wanted = backend.typedArrayFromHeap(indices)
  const perBatch = wanted.length / batchSize
  let written = 0
  for (let batch = 0; batch < batchSize; batch++) {
    for (let outer = 0; outer < outerSize; outer++) {
      for (let i = 0; i < perBatch; i++) {
        const from = ((batch * outerSize + outer) * x.shape[axis] + wanted[batch * perBatch + i]) * sliceSize
        for (let k = 0; k < sliceSize; k++) result[written++] = values[from + k]
      }
    }
  }
  return output
}
