import { read } from './backend/read.ts'
import * as tf from './backend/tf.ts'
import type { Mlp } from './models/mlp.ts'
import type { Trainer } from './trainer.ts'

export interface Grade {
  /** Mean loss. */
  readonly loss: number
  /** The share of examples on the right side. */
  readonly accuracy: number
}

/** Examples of two classes about which a network with one logit is asked again and again. */
export interface Exam {
  /** [count, features] */
  readonly inputs: tf.Tensor2D
  /** 0 or 1, [count, 1]. */
  readonly targets: tf.Tensor2D
  grade(): Promise<Grade>
  /** Disposes of the examples; the network is the caller's. */
  dispose(): void
}

/** `inputs` [count, features], row after row; `targets` [count], 0 or 1. */
export function makeExam(
  { model, trainer }: { readonly model: Mlp; readonly trainer: Pick<Trainer, 'loss'> },
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): Exam {
  const count = targets.length
  const x = tf.tensor2d(Float32Array.from(inputs), [count, inputs.length / count])
  const t = tf.tensor2d(Float32Array.from(targets), [count, 1])
  return {
    inputs: x,
    targets: t,
    async grade() {
      const scores = tf.tidy(() => {
        const logits = model.apply(x)
        return tf.stack([trainer.loss.mean(logits, t), shareRight(logits, t)])
      })
      const [loss, accuracy] = await read(scores)
      scores.dispose()
      return { loss, accuracy }
    },
    dispose: () => tf.dispose([x, t]),
  }
}

/** The share of logits on the side of their targets, 0 or 1, of the same shape. A scalar to dispose of. */
export function shareRight(logits: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  return tf.tidy(() =>
    tf.mean<tf.Scalar>(tf.cast(tf.equal(tf.greater(logits, 0), tf.greater(targets, 0.5)), 'float32')),
  )
}
