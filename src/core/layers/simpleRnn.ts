import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'
import { makeCellBody, makeCellWeights, type Cell, type RecurrentOptions } from './recurrent.ts'

/** The simple recurrent cell (Elman, 1990): h ← tanh(x W + h U + b). */
export function makeSimpleRnn(rng: Rng, options: RecurrentOptions): Cell {
  const weights = makeCellWeights(rng, 1, options)
  return {
    ...makeCellBody(weights, options.units),
    step: (projected, { hidden }) => ({
      hidden: tf.tanh(tf.add(projected, tf.matMul(hidden, weights.recurrent))),
    }),
  }
}
