import type { Rng } from '../../math/rng.ts'
import { makeActivation, type Activate } from '../activations.ts'
import * as tf from '../backend/tf.ts'
import { makeCellBody, makeCellWeights, type Cell, type RecurrentOptions } from './recurrent.ts'

export interface LstmOptions extends RecurrentOptions {
  /** Sigmoid unless said. */
  readonly gate?: Activate
}

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997; forget gate: Gers et al., 2000), gates in PyTorch's order
 * i, f, g, o: c ← f c + i g, h ← o tanh c.
 */
export function makeLstm(rng: Rng, { gate = makeActivation('sigmoid'), ...options }: LstmOptions): Cell {
  const { units } = options
  const weights = makeCellWeights(rng, 4, options)
  return {
    ...makeCellBody(weights, units),
    start: (batch) => ({ hidden: tf.zeros([batch, units]), cell: tf.zeros([batch, units]) }),
    step(projected, { hidden, cell = tf.zerosLike(hidden) }) {
      const gates = tf.add(projected, tf.matMul(hidden, weights.recurrent))
      const [input, forget, candidate, output] = tf.split<tf.Tensor2D>(gates, 4, 1)
      const memory: tf.Tensor2D = tf.add(tf.mul(gate(forget), cell), tf.mul(gate(input), tf.tanh(candidate)))
      return { hidden: tf.mul(gate(output), tf.tanh(memory)), cell: memory }
    },
  }
}
