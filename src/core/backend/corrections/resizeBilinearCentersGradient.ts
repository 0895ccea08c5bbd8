import type { Correction } from '../corrections.ts'
import { kernelGradient, overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/**
 * The gradient of bilinear resizing ignores `halfPixelCenters`. Resizing is linear along each axis, y = R x, so that the
 * gradient is Rᵀ dy, with R the matrix of interpolation weights.
 */
export const correction: Correction = {
  backends: 'all',
  apply() {
    const original = kernelGradient('ResizeBilinear')
    return overrideGradient('ResizeBilinear', {
      inputsToSave: ['images'],
      gradFunc(dy, [images], attrs) {
        const { halfPixelCenters } = attrs as unknown as tf.ResizeBilinearAttrs
        if (!halfPixelCenters) return original(dy, [images], attrs)
        return { images: () => transposedResize(dy as tf.Tensor4D, images.shape) }
      },
    })
  },
}

/** [batch, newHeight, newWidth, channels] → [batch, height, width, channels] */
function transposedResize(dy: tf.Tensor4D, [batch, height, width, channels]: number[]): tf.Tensor {
  const [, newHeight, newWidth] = dy.shape
  const byRow = tf.reshape(dy, [batch, newHeight, newWidth * channels])
  const rows = tf.matMul(weights(newHeight, height), byRow, true)
  const byColumn = tf.reshape(rows, [batch * height, newWidth, channels])
  return tf.reshape(tf.matMul(weights(newWidth, width), byColumn, true), [batch, height, width, channels])
}

/** R: how much of each old cell a new cell takes, [1, to, from]. Centres are at half a cell. */
function weights(to: number, from: number): tf.Tensor3D {
  const values = new Float32Array(to * from)
  for (let cell = 0; cell < to; cell++) {
    const position = Math.max(0, ((cell + 0.5) * from) / to - 0.5)
    const low = Math.min(Math.floor(position), from - 1)
    const high = Math.min(low + 1, from - 1)
    values[cell * from + low] += 1 - (position - low)
    values[cell * from + high] += position - low
  }
  return tf.tensor3d(values, [1, to, from])
}
