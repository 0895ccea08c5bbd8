import * as tf from '../backend/tf.ts'
import { disposeWeights, variableOf, type Layer } from './layer.ts'

export interface LayerNorm extends Layer {
  readonly weights: { readonly scale: tf.Variable<tf.Rank.R1>; readonly offset: tf.Variable<tf.Rank.R1> }
  /** Normalises each example over its last axis. */
  apply<R extends tf.Rank>(x: tf.Tensor<R>): tf.Tensor<R>
}

/** Ba, Kiros and Hinton, 2016; epsilon is added to the variance before the root. */
export function makeLayerNorm(units: number, epsilon = 1e-5): LayerNorm {
  const vector = (value: number) =>
    variableOf(new Float32Array(units).fill(value), [units]) as tf.Variable<tf.Rank.R1>
  const weights = { scale: vector(1), offset: vector(0) }
  return {
    weights,
    apply(x) {
      const { mean, variance } = tf.moments(x, -1, true)
      const normalised = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)))
      return tf.add(tf.mul(normalised, weights.scale), weights.offset)
    },
    dispose: () => disposeWeights(weights),
  }
}
