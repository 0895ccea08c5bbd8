import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'
import { constantly, initializers, type Initializer } from '../initializers.ts'
import { disposeWeights, makeVariable, type Layer } from './layer.ts'

export interface DenseOptions {
  readonly inputs: number
  readonly units: number
  readonly initializer?: Initializer
  /** The bias each unit starts with; `null` for none. */
  readonly bias?: number | null
}

export interface Dense extends Layer {
  readonly weights: { readonly kernel: tf.Variable<tf.Rank.R2>; readonly bias?: tf.Variable<tf.Rank.R1> }
  /** x W + b: [batch, inputs] → [batch, units]. */
  apply(x: tf.Tensor2D): tf.Tensor2D
}

/** A fully connected layer, kernel [inputs, units] (Xavier-uniform unless said) and bias [units] (0). */
export function makeDense(
  rng: Rng,
  { inputs, units, initializer = initializers['xavier-uniform'], bias = 0 }: DenseOptions,
): Dense {
  const kernel = makeVariable(rng, [inputs, units], initializer) as tf.Variable<tf.Rank.R2>
  if (bias === null) {
    const weights = { kernel }
    return { weights, apply: (x) => tf.matMul(x, kernel), dispose: () => disposeWeights(weights) }
  }
  const weights = { kernel, bias: makeVariable(rng, [units], constantly(bias)) as tf.Variable<tf.Rank.R1> }
  return {
    weights,
    apply: (x) => tf.add(tf.matMul(x, kernel), weights.bias),
    dispose: () => disposeWeights(weights),
  }
}
