import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeRng } from '../../../src/math/rng.ts'

/** Random numbers away from 0 and from each other's ties, reproducible. */
export function sample(shape: readonly number[], label: string, scale = 1): Float32Array {
  const rng = makeRng(20, label)
  const size = shape.reduce((product, length) => product * length, 1)
  return Float32Array.from({ length: size }, () => scale * rng.normal())
}

/** Points 0.1 apart in random order, about 0 but not at it: no two are tied. */
export function distinct(shape: readonly number[]): Float32Array {
  const size = shape.reduce((product, length) => product * length, 1)
  return Float32Array.from(
    makeRng(20, 'distinct').permutation(size),
    (rank) => 0.1 * (rank - size / 2) + 0.037,
  )
}

export function sampleTensor(shape: readonly number[], label: string, scale = 1): tf.Tensor {
  return tf.tensor(sample(shape, label, scale), [...shape], 'float32')
}

/**
 * The gradient of Σ w·f(x) for random w, by backpropagation and by central differences of step `h`.
 * For an f that is linear in x (or piecewise, away from corners) a large h loses nothing to rounding.
 */
export async function bothGradients(
  f: (x: tf.Tensor) => tf.Tensor,
  shape: readonly number[],
  h = 1,
  start = sample(shape, 'x'),
): Promise<{ actual: Float32Array; expected: Float32Array }> {
  const weigh = (y: tf.Tensor): tf.Scalar => tf.sum(tf.mul(y, sampleTensor(y.shape, 'weights')))
  const gradient = tf.tidy(() => tf.grad((x) => weigh(f(x)))(tf.tensor(start, [...shape], 'float32')))
  const differences = tf.tidy(() => {
    const at = (index: number, offset: number): tf.Scalar => {
      const moved = start.slice()
      moved[index] += offset
      return weigh(f(tf.tensor(moved, [...shape], 'float32')))
    }
    const slopes = Array.from(start, (_, i) =>
      tf.tidy(() => tf.div<tf.Scalar>(tf.sub(at(i, h), at(i, -h)), 2 * h)),
    )
    return tf.stack(slopes)
  })
  const results = { actual: await read(gradient), expected: await read(differences) }
  tf.dispose([gradient, differences])
  return results
}
