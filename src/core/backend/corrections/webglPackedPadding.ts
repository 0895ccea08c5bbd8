import type { Correction } from '../corrections.ts'
import * as tf from '../tf.ts'

const FLAGS = ['WEBGL_PACK_UNARY_OPERATIONS', 'WEBGL_PACK_BINARY_OPERATIONS', 'WEBGL_PACK_CLIP'] as const

/**
 * Packed webgl textures hold 2 × 2 numbers to a pixel. Where a length is odd, the spare places are computed along (sigmoid
 * makes 0.5 of their 0), and the matrix product counts them in: the gradient of a net with one output is wrong.
 * Elementwise operations that are not packed leave nothing there.
 */
export const correction: Correction = {
  backends: ['webgl'],
  apply() {
    const before = FLAGS.map((flag) => tf.env().getBool(flag))
    for (const flag of FLAGS) tf.env().set(flag, false)
    return () => FLAGS.forEach((flag, i) => tf.env().set(flag, before[i]))
  },
}
