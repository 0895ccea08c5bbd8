import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import type * as tf from '../tf.ts'

interface CpuInternals {
  makeTensorInfo(shape: readonly number[], dtype: tf.DataType, values: Float32Array): tf.TensorInfo
  readonly data: { get(dataId: tf.DataId): { readonly values: Float32Array } }
}
interface Call {
  readonly inputs: { readonly images: tf.TensorInfo; readonly dy: tf.TensorInfo }
  readonly backend: CpuInternals
  readonly attrs: tf.ResizeNearestNeighborGradAttrs
}

/**
 * The gradient of nearest-neighbour resizing on cpu reads dy with the strides of the image: wrong from the second image
 * of a batch on. Here each new cell's gradient goes to the cell it was copied from.
 */
export const correction: Correction = {
  backends: ['cpu'],
  apply: () =>
    overrideKernel('ResizeNearestNeighborGrad', 'cpu', () => resizeGradient as unknown as tf.KernelFunc),
}

function resizeGradient({ inputs: { images, dy }, backend, attrs }: Call): tf.TensorInfo {
  const [batch, height, width, channels] = images.shape
  const [, newHeight, newWidth] = dy.shape
  const { alignCorners, halfPixelCenters } = attrs
  const rows = sources(height, newHeight, alignCorners, halfPixelCenters)
  const columns = sources(width, newWidth, alignCorners, halfPixelCenters)
  const g = backend.data.get(dy.dataId).values
  const dx = new Float32Array(batch * height * width * channels)
  let read = 0
  for (let image = 0; image < batch; image++) {
    for (const row of rows) {
      for (const column of columns) {
        const cell = ((image * height + row) * width + column) * channels
        for (let channel = 0; channel < channels; channel++) dx[cell + channel] += g[read++]
      }
    }
  }
  return backend.makeTensorInfo(images.shape, 'float32', dx)
}

/** For each new cell, the old one that the forward pass copies. */
function sources(from: number, to: number, alignCorners: boolean, halfPixelCenters: boolean): number[] {
  const aligned = alignCorners && to > 1
  const ratio = aligned ? (from - 1) / (to - 1) : from / to
  return Array.from({ length: to }, (_, cell) => {
    const position = ratio * (halfPixelCenters ? cell + 0.5 : cell)
    return Math.min(from - 1, alignCorners ? Math.round(position) : Math.floor(position))
  })
}
