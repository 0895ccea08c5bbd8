import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, fillOutput, floats } from '../wasmKernels.ts'

/** The wasm backend can't sum rows by segment, which is the gradient of `gather`: embeddings could not be trained. */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('UnsortedSegmentSum', 'wasm', () =>
      asKernel<'x' | 'segmentIds', tf.UnsortedSegmentSumAttrs>(
        ({ inputs: { x, segmentIds }, backend, attrs }) => {
          const rowShape = x.shape.slice(1)
          const width = tf.util.sizeFromShape(rowShape)
          return fillOutput(backend, [attrs.numSegments, ...rowShape], (sums) => {
            const values = floats(backend, x)
            backend.typedArrayFromHeap(segmentIds).forEach((segment, row) => {
              // An index outside belongs to no segment, as on the other backends.
              if (segment < 0 || segment >= attrs.numSegments) return
              for (let i = 0; i < width; i++) sums[segment * width + i] += values[row * width + i]
            })
          })
        },
      ),
    ),
}
