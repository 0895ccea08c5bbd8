import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** The gradient of mirror padding leaves out what flows back through the mirrored border. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('MirrorPad', {
      gradFunc(dy, _, attrs) {
        const { paddings, mode } = attrs as unknown as tf.MirrorPadAttrs
        return {
          x: () =>
            paddings.reduce(
              (gradient, padding, axis) => foldBack(gradient, axis, padding, mode === 'reflect' ? 1 : 0),
              dy as tf.Tensor,
            ),
        }
      },
    }),
}

/** Adds the mirrored borders of one axis to the cells they were copied from; `reflect` (1) leaves out the edge cell. */
function foldBack(dy: tf.Tensor, axis: number, [before, after]: [number, number], edge: 0 | 1): tf.Tensor {
  const length = dy.shape[axis] - before - after
  const part = (start: number, count: number): tf.Tensor =>
    tf.slice(
      dy,
      dy.shape.map((_, i) => (i === axis ? start : 0)),
      dy.shape.map((size, i) => (i === axis ? count : size)),
    )
  const placed = (piece: tf.Tensor, start: number): tf.Tensor =>
    tf.pad(
      tf.reverse(piece, axis),
      piece.shape.map((count, i): [number, number] =>
        i === axis ? [start, length - start - count] : [0, 0],
      ),
    )
  let folded = part(before, length)
  if (before > 0) folded = tf.add(folded, placed(part(0, before), edge))
  if (after > 0) folded = tf.add(folded, placed(part(before + length, after), length - after - edge))
  return folded
}
