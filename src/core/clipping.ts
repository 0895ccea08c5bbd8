import * as tf from './backend/tf.ts'

/** `norm` shrinks all gradients together when their common length exceeds the limit; `value` cuts each number off. */
export interface Clipping {
  readonly by: 'norm' | 'value'
  readonly limit: number
}

type Gradients = Readonly<Record<string, tf.Tensor>>

/** Clipped copies of the gradients; the caller disposes of both. Pascanu, Mikolov and Bengio, 2013. */
export function clipGradients(gradients: Gradients, { by, limit }: Clipping): Gradients {
  return tf.tidy(() => {
    if (by === 'value') return mapGradients(gradients, (gradient) => tf.clipByValue(gradient, -limit, limit))
    const scale = tf.div(limit, tf.maximum(globalNorm(gradients), limit))
    return mapGradients(gradients, (gradient) => tf.mul(gradient, scale))
  })
}

/** The length of all gradients taken as one vector. */
export function globalNorm(gradients: Gradients): tf.Scalar {
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum<tf.Scalar>(tf.square(gradient)))
    return tf.sqrt(tf.addN(squares))
  })
}

function mapGradients(
  gradients: Gradients,
  f: (gradient: tf.Tensor) => tf.Tensor,
): Record<string, tf.Tensor> {
  return Object.fromEntries(Object.entries(gradients).map(([path, gradient]) => [path, f(gradient)]))
}
