import {
  batchNorm as libraryBatchNorm,
  ones,
  zeros,
  type Rank,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core'

/**
 * Batch normalisation (x − mean) / √(variance + epsilon) · scale + offset with statistics per channel.
 * The library's gradient fails with a TypeError when scale or offset is left out, so both are always given.
 */
export function batchNorm<R extends Rank>(
  x: Tensor<R>,
  mean: Tensor1D,
  variance: Tensor1D,
  offset?: Tensor1D,
  scale?: Tensor1D,
  epsilon = 1e-3,
): Tensor<R> {
  const shape = mean.shape
  return libraryBatchNorm(
    x,
    mean,
    variance,
    offset ?? zeros<Rank.R1>(shape),
    scale ?? ones<Rank.R1>(shape),
    epsilon,
  )
}

/**
 * Always throws: on webgpu the library's sampler gives outcome 0 whatever the probabilities, and no two backends
 * draw alike. Draw from `math/rng` instead.
 */
export function multinomial(): never {
  throw new Error('tf.multinomial is wrong on WebGPU and not reproducible: draw from math/rng.')
}
