import * as tf from '../backend/tf.ts'
import { libraryPadding, pair, type Padding, type Pair } from './padding.ts'

export interface PoolOptions {
  /** Height and width of the window, or both alike. */
  readonly size: Pair
  /** The window's size unless said. */
  readonly stride?: Pair
  /** `valid` unless said. */
  readonly padding?: Padding
}

/** The largest cell of each window: [batch, height, width, channels]. Of equal cells the first gets the gradient. */
export function maxPool(
  x: tf.Tensor4D,
  { size, stride = size, padding = 'valid' }: PoolOptions,
): tf.Tensor4D {
  return tf.maxPool(x, pair(size), pair(stride), libraryPadding(padding))
}

/** The mean of each window's cells, padding not counted: [batch, height, width, channels]. */
export function avgPool(
  x: tf.Tensor4D,
  { size, stride = size, padding = 'valid' }: PoolOptions,
): tf.Tensor4D {
  return tf.avgPool(x, pair(size), pair(stride), libraryPadding(padding))
}

/** The mean over the whole image: [batch, height, width, channels] → [batch, channels]. */
export function globalAvgPool(x: tf.Tensor4D): tf.Tensor2D {
  return tf.mean(x, [1, 2])
}
