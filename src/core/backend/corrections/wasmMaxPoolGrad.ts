import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, fillOutput, floats } from '../wasmKernels.ts'

/**
 * The gradient of max pooling on wasm loses windows whose maximum is not above 0, and is wrong for windows that are not
 * square. Here each window's gradient goes to its first largest cell.
 */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('MaxPoolGrad', 'wasm', () =>
      asKernel<'dy' | 'input', tf.MaxPoolGradAttrs>(({ inputs: { dy, input }, backend, attrs }) => {
        const info = tf.backend_util.computePool2DInfo(
          input.shape as [number, number, number, number],
          attrs.filterSize,
          attrs.strides,
          1,
          attrs.pad,
          attrs.dimRoundingMode,
        )
        return fillOutput(backend, input.shape, (dx) =>
          route(info, floats(backend, input), floats(backend, dy), dx),
        )
      }),
    ),
}

function route(info: tf.backend_util.Conv2DInfo, x: Float32Array, dy: Float32Array, dx: Float32Array): void {
  const { batchSize, inChannels: channels, inHeight, inWidth, outHeight, outWidth } = info
  const { strideHeight, strideWidth, filterHeight, filterWidth, padInfo } = info
  for (let batch = 0; batch < batchSize; batch++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const firstRow = Math.max(0, outRow * strideHeight - padInfo.top)
      const endRow = Math.min(inHeight, outRow * strideHeight - padInfo.top + filterHeight)
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const firstColumn = Math.max(0, outColumn * strideWidth - padInfo.left)
        const endColumn = Math.min(inWidth, outColumn * strideWidth - padInfo.left + filterWidth)
        const output = ((batch * outHeight + outRow) * outWidth + outColumn) * channels
        for (let channel = 0; channel < channels; channel++) {
          let largest = -Infinity
          let at = -1
          for (let row = firstRow; row < endRow; row++) {
            for (let column = firstColumn; column < endColumn; column++) {
              const cell = ((batch * inHeight + row) * inWidth + column) * channels + channel
              if (x[cell] > largest) {
                largest = x[cell]
                at = cell
              }
            }
          }
          if (at >= 0) dx[at] += dy[output + channel]
        }
      }
    }
  }
}
