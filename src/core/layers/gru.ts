import type { Rng } from '../../math/rng.ts'
import { makeActivation, type Activate } from '../activations.ts'
import * as tf from '../backend/tf.ts'
import { constantly } from '../initializers.ts'
import { makeVariable } from './layer.ts'
import { makeCellBody, makeCellWeights, type Cell, type RecurrentOptions } from './recurrent.ts'

export interface GruOptions extends RecurrentOptions {
  /** Whether the reset gate acts before or after the recurrent product; `after`, as in PyTorch, unless said. */
  readonly reset?: 'before' | 'after'
  /** Sigmoid unless said. */
  readonly gate?: Activate
}

/**
 * Gated recurrent unit (Cho et al., 2014), gates in PyTorch's order r, z, n: h ← (1 − z) n + z h with
 * n = tanh(x W + r (h U + b′)), or, with the reset before, n = tanh(x W + (r h) U). b′ is the weight `recurrentBias`.
 */
export function makeGru(
  rng: Rng,
  { reset = 'after', gate = makeActivation('sigmoid'), ...options }: GruOptions,
): Cell {
  const { units } = options
  const shared = makeCellWeights(rng, 3, options)
  const weights =
    reset === 'after'
      ? { ...shared, recurrentBias: makeVariable(rng, [units], constantly(0)) as tf.Variable<tf.Rank.R1> }
      : shared

  const mix = (z: tf.Tensor2D, candidate: tf.Tensor2D, hidden: tf.Tensor2D): tf.Tensor2D =>
    tf.add(candidate, tf.mul(z, tf.sub(hidden, candidate)))

  return {
    ...makeCellBody(weights, units),
    step(projected, { hidden }) {
      const [projectedR, projectedZ, projectedN] = tf.split<tf.Tensor2D>(projected, 3, 1)
      if ('recurrentBias' in weights) {
        const [recurrentR, recurrentZ, recurrentN] = tf.split<tf.Tensor2D>(
          tf.matMul(hidden, shared.recurrent),
          3,
          1,
        )
        const r = gate(tf.add<tf.Tensor2D>(projectedR, recurrentR))
        const z = gate(tf.add<tf.Tensor2D>(projectedZ, recurrentZ))
        const candidate = tf.tanh(
          tf.add<tf.Tensor2D>(projectedN, tf.mul(r, tf.add(recurrentN, weights.recurrentBias))),
        )
        return { hidden: mix(z, candidate, hidden) }
      }
      const [recurrentR, recurrentZ, recurrentN] = tf.split<tf.Tensor2D>(shared.recurrent, 3, 1)
      const r = gate(tf.add<tf.Tensor2D>(projectedR, tf.matMul(hidden, recurrentR)))
      const z = gate(tf.add<tf.Tensor2D>(projectedZ, tf.matMul(hidden, recurrentZ)))
      const candidate = tf.tanh(tf.add<tf.Tensor2D>(projectedN, tf.matMul(tf.mul(r, hidden), recurrentN)))
      return { hidden: mix(z, candidate, hidden) }
    },
  }
}
