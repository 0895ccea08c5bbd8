import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'

export interface Dropout {
  readonly rate: number
  /**
   * Sets a random share of the numbers to 0 and enlarges the others by 1 / (1 − rate), so that the mean stays.
   * The mask depends on the generator's key and on `update` only: a step done again draws the same mask.
   */
  apply<R extends tf.Rank>(x: tf.Tensor<R>, update: number): tf.Tensor<R>
  /** The factors of that update, 0 or 1 / (1 − rate), for so many numbers. */
  mask(size: number, update: number): Float32Array<ArrayBuffer>
}

/** Srivastava et al., 2014. Use it in training only. Throws a RangeError unless 0 ≤ rate < 1. */
export function makeDropout(rng: Rng, rate: number): Dropout {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`A dropout rate of ${rate} is not in [0, 1).`)
  const stream = rng.split('dropout')
  const kept = 1 / (1 - rate)
  const mask = (size: number, update: number): Float32Array<ArrayBuffer> => {
    const draws = stream.split(String(update))
    return Float32Array.from({ length: size }, () => (draws.next() < rate ? 0 : kept))
  }
  return {
    rate,
    mask,
    apply: (x, update) => (rate === 0 ? x : tf.mul(x, tf.tensor(mask(x.size, update), x.shape))),
  }
}
