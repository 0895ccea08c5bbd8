import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'

export interface Dropout {
  readonly rate: number
  /**
   * Sets a random share of the numbers to 0 and enlarges the others by 1 / (1 − rate), so that the mean stays.
   * The mask depends on the generator's key and on `update` only: a step done again draws the same mask.
   */
  apply<R extends tf.Rank>(x: tf.Tensor<R>, update: number): tf.Tensor<R>
}

/** Srivastava et al., 2014. Use it in training only. Throws a RangeError unless 0 ≤ rate < 1. */
export function makeDropout(rng: Rng, rate: number): Dropout {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`A dropout rate of ${rate} is not in [0, 1).`)
  const stream = rng.split('dropout')
  return {
    rate,
    apply(x, update) {
      if (rate === 0) return x
      const draws = stream.split(String(update))
      const kept = 1 / (1 - rate)
      const mask = Float32Array.from({ length: x.size }, () => (draws.next() < rate ? 0 : kept))
      return tf.mul(x, tf.tensor(mask, x.shape))
    },
  }
}
