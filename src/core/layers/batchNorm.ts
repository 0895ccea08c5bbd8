import * as tf from '../backend/tf.ts'
import { disposeWeights, variableOf, type Layer } from './layer.ts'

export interface BatchNormOptions {
  readonly channels: number
  /** Added to the variance before the root; 1e-5 unless said. */
  readonly epsilon?: number
  /** The share of a batch's statistics in the running ones; 0.1 unless said. */
  readonly momentum?: number
}

export interface BatchNorm extends Layer {
  readonly epsilon: number
  readonly weights: { readonly scale: tf.Variable<tf.Rank.R1>; readonly offset: tf.Variable<tf.Rank.R1> }
  readonly state: { readonly mean: tf.Variable<tf.Rank.R1>; readonly variance: tf.Variable<tf.Rank.R1> }
  /**
   * Normalises each channel, the last axis. In training with the batch's own statistics, which also move the running
   * ones; otherwise with the running ones.
   */
  apply<R extends tf.Rank>(x: tf.Tensor<R>, training: boolean): tf.Tensor<R>
  /** Moves the running statistics by those of a batch with so many places: mean and biased variance, [channels]. */
  follow(mean: Float32Array, variance: Float32Array, places: number): void
  /** What `apply` answers in training, with the running statistics left as they are. */
  preview<R extends tf.Rank>(x: tf.Tensor<R>): tf.Tensor<R>
}

/** Ioffe and Szegedy, 2015, in PyTorch's form: the running variance is unbiased, the one that normalises is not. */
export function makeBatchNorm({ channels, epsilon = 1e-5, momentum = 0.1 }: BatchNormOptions): BatchNorm {
  const vector = (value: number, trainable: boolean) =>
    variableOf(new Float32Array(channels).fill(value), [channels], trainable) as tf.Variable<tf.Rank.R1>
  const weights = { scale: vector(1, true), offset: vector(0, true) }
  const state = { mean: vector(0, false), variance: vector(1, false) }

  const follow = (mean: tf.Tensor1D, variance: tf.Tensor1D, places: number): void =>
    tf.tidy(() => {
      const move = (running: tf.Variable, batch: tf.Tensor): void =>
        running.assign(tf.add(tf.mul(running, 1 - momentum), tf.mul(batch, momentum)))
      move(state.mean, mean)
      move(state.variance, tf.mul(variance, places / Math.max(1, places - 1)))
    })
  const momentsOf = (x: tf.Tensor) => {
    const axes = x.shape.slice(0, -1).map((_, axis) => axis)
    return tf.moments(x, axes) as { mean: tf.Tensor1D; variance: tf.Tensor1D }
  }

  return {
    epsilon,
    weights,
    state,
    apply(x, training) {
      const { scale, offset } = weights
      if (!training) return tf.batchNorm(x, state.mean, state.variance, offset, scale, epsilon)
      const { mean, variance } = momentsOf(x)
      follow(mean, variance, x.size / channels)
      return tf.batchNorm(x, mean, variance, offset, scale, epsilon)
    },
    follow: (mean, variance, places) =>
      tf.tidy(() => follow(tf.tensor1d(mean.slice()), tf.tensor1d(variance.slice()), places)),
    preview(x) {
      const { mean, variance } = momentsOf(x)
      return tf.batchNorm(x, mean, variance, weights.offset, weights.scale, epsilon)
    },
    dispose: () => disposeWeights(weights, state),
  }
}
