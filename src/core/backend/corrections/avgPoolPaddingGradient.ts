import type { Correction } from '../corrections.ts'
import { kernelGradient, overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/**
 * Average pooling divides by the number of cells that are not padding, its gradient by the whole window.
 * The upstream gradient is scaled by the ratio of the two before the library's rule is applied.
 */
export const correction: Correction = {
  backends: 'all',
  apply() {
    const original = kernelGradient('AvgPool')
    return overrideGradient('AvgPool', {
      inputsToSave: ['x'],
      gradFunc(dy, [x], attrs) {
        const scale = windowOverCells(x.shape, attrs as unknown as tf.AvgPoolAttrs)
        return original(scale ? tf.mul(dy as tf.Tensor, scale) : dy, [x], attrs)
      },
    })
  },
}

/** Window size over cells inside the image, for each output: [1, height, width, 1]. `undefined` if all are inside. */
function windowOverCells(shape: number[], { filterSize, strides, pad, dimRoundingMode }: tf.AvgPoolAttrs) {
  const info = tf.backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  const { top, bottom, left, right } = info.padInfo
  if (top + bottom + left + right === 0) return undefined
  const inside = (output: number, stride: number, window: number, before: number, length: number): number => {
    const start = output * stride - before
    return Math.min(start + window, length) - Math.max(start, 0)
  }
  const values = new Float32Array(info.outHeight * info.outWidth)
  for (let row = 0; row < info.outHeight; row++) {
    const rows = inside(row, info.strideHeight, info.filterHeight, top, info.inHeight)
    for (let column = 0; column < info.outWidth; column++) {
      const columns = inside(column, info.strideWidth, info.filterWidth, left, info.inWidth)
      values[row * info.outWidth + column] = (info.filterHeight * info.filterWidth) / (rows * columns)
    }
  }
  return tf.tensor4d(values, [1, info.outHeight, info.outWidth, 1])
}
