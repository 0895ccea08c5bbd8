import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** `stridedSlice` has no gradient. Each number taken has its gradient put back in its place, zeros elsewhere. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('StridedSlice', {
      inputsToSave: ['x'],
      gradFunc(dy, [x], attrs) {
        const { begin, end, strides, ...masks } = attrs as unknown as tf.StridedSliceAttrs
        const { beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = masks
        const info = tf.slice_util.sliceInfo(
          x.shape,
          begin,
          end,
          strides,
          beginMask,
          endMask,
          ellipsisMask,
          newAxisMask,
          shrinkAxisMask,
        )
        const placed = () =>
          x.shape.reduce(
            (gradient: tf.Tensor, length, axis) => {
              const stride = info.strides[axis]
              return putBack(gradient, axis, info.begin[axis], stride, length)
            },
            tf.reshape(dy as tf.Tensor, takenShape(x.shape, info)),
          )
        return { x: placed }
      },
    }),
}

interface SliceInfo {
  readonly begin: number[]
  readonly end: number[]
  readonly strides: number[]
}

/** How many numbers were taken along each of the input's axes. */
function takenShape(shape: number[], { begin, end, strides }: SliceInfo): number[] {
  return shape.map((_, axis) => Math.max(0, Math.ceil((end[axis] - begin[axis]) / strides[axis])))
}

/** Spreads one axis out to its full length, with zeros where nothing was taken. */
function putBack(
  gradient: tf.Tensor,
  axis: number,
  begin: number,
  stride: number,
  length: number,
): tf.Tensor {
  const count = gradient.shape[axis]
  const outer = gradient.shape.slice(0, axis).reduce((product, size) => product * size, 1)
  const inner = gradient.shape.slice(axis + 1).reduce((product, size) => product * size, 1)
  const gap = Math.abs(stride)
  // A negative stride takes from right to left.
  const flat = tf.reshape(gradient, [outer, count, inner])
  const ordered = stride < 0 ? tf.reverse(flat, 1) : flat
  const start = stride < 0 ? begin - gap * (count - 1) : begin
  const spread = tf.reshape(
    tf.pad(tf.reshape(ordered, [outer * count, 1, inner]), [
      [0, 0],
      [0, gap - 1],
      [0, 0],
    ]),
    [outer, count * gap, inner],
  )
  const reach = (count - 1) * gap + 1
  const cut = tf.slice(spread, [0, 0, 0], [outer, reach, inner])
  const full = tf.pad(cut, [
    [0, 0],
    [start, length - start - reach],
    [0, 0],
  ])
  return tf.reshape(full, [...gradient.shape.slice(0, axis), length, ...gradient.shape.slice(axis + 1)])
}
