import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp } from '../../../core/models/mlp.ts'

/** What the hidden units do over a whole data set, layer after layer. */
export interface UnitRanges {
  /** The share of examples for which the unit's input z is above 0. */
  readonly on: Float32Array
  readonly least: Float32Array
  readonly most: Float32Array
}

/** Measures every hidden unit on all inputs [count, 2]. */
export async function measureUnits(model: Mlp, inputs: tf.Tensor2D): Promise<UnitRanges> {
  const table = tf.tidy(() => {
    const z = tf.concat(model.trace(inputs).preActivations.slice(0, -1), 1) // [count, all hidden units]
    return tf.stack([tf.mean(tf.cast(tf.greater(z, 0), 'float32'), 0), tf.min(z, 0), tf.max(z, 0)])
  })
  const units = table.shape[1] ?? 0
  const values = await read(table)
  table.dispose()
  return {
    on: values.slice(0, units),
    least: values.slice(units, 2 * units),
    most: values.slice(2 * units),
  }
}

/** The share of units that are off for every example: for ReLU these get no gradient at all. */
export function shareSilent({ on }: UnitRanges): number {
  return on.reduce((count, share) => count + (share === 0 ? 1 : 0), 0) / on.length
}
