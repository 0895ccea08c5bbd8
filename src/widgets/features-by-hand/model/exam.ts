import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { computeFeatures } from '../../../math/planeFeature.ts'
import type { Points } from '../../../math/pointSet.ts'
import type { Contestant } from './contestant.ts'

export interface Result {
  readonly loss: number
  readonly accuracy: number
}

/** A set of points to be examined on. */
export interface Exam {
  /** Mean loss, and the share of points on the right side. */
  grade(): Promise<Result>
  dispose(): void
}

export function makeExam({ model, trainer, features }: Contestant, { inputs, targets }: Points): Exam {
  const count = targets.length
  const x = tf.tensor2d(computeFeatures(inputs, features), [count, features.length])
  const t = tf.tensor2d(Float32Array.from(targets), [count, 1])
  return {
    async grade() {
      const scores = tf.tidy(() => {
        const logits = model.apply(x)
        const right = tf.equal(tf.greater(logits, 0), tf.greater(t, 0.5))
        return tf.stack([trainer.loss.mean(logits, t), tf.mean(tf.cast(right, 'float32'))])
      })
      const [loss, accuracy] = await read(scores)
      scores.dispose()
      return { loss, accuracy }
    },
    dispose: () => tf.dispose([x, t]),
  }
}
