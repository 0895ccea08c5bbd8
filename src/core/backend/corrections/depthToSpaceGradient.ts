import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

/** `depthToSpace` (NHWC) has no gradient. It moves numbers about, and the gradient moves them back. */
export const correction: Correction = {
  backends: 'all',
  apply: () =>
    overrideGradient('DepthToSpace', {
      gradFunc(dy, _, attrs) {
        const { blockSize } = attrs as unknown as tf.DepthToSpaceAttrs
        const [batch, height, width, depth] = (dy as tf.Tensor).shape
        const [rows, columns] = [height / blockSize, width / blockSize]
        return {
          x() {
            // [batch·rows, block, columns, block·depth]: the block's rows move behind the columns.
            const split = tf.reshape(dy as tf.Tensor, [batch * rows, blockSize, columns, blockSize * depth])
            const moved = tf.transpose(split, [0, 2, 1, 3])
            return tf.reshape(moved, [batch, rows, columns, blockSize * blockSize * depth])
          },
        }
      },
    }),
}
