import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp } from '../../../core/models/mlp.ts'
import type { Trainer } from '../../../core/trainer.ts'
import type { Rng } from '../../../math/rng.ts'
import type { PlaygroundValues } from '../spec/params.ts'
import { makePlaygroundTrainer } from './network.ts'
import { accuracyOf, classesOf, confusionOf, explained } from './score.ts'
import type { Part, Task } from './task.ts'

/** How well the network does on one part of the points. */
export interface Result {
  readonly loss: number
  /** The share put right, or R² for regression. */
  readonly score: number
  /** [classes × classes]; empty for regression. */
  readonly confusion: Int32Array
}

/** A network set before a task: what trains it and what it is measured with. */
export interface Bench {
  readonly task: Task
  readonly trainer: Trainer
  /** The training part as tensors: [count, features], [count, outputs]. */
  readonly inputs: tf.Tensor2D
  readonly targets: tf.Tensor2D
  /** There is no point to learn from: every update would be an update of nothing. */
  readonly empty: boolean
  measure(part: 'train' | 'test'): Promise<Result>
  dispose(): void
}

export function makeBench(rng: Rng, values: PlaygroundValues, model: Mlp, task: Task): Bench {
  const tensors = { train: toTensors(task.train, task), test: toTensors(task.test, task) }
  const trainer = makePlaygroundTrainer(rng, values, model, task)
  return {
    task,
    trainer,
    inputs: tensors.train[0],
    targets: tensors.train[1],
    empty: task.train.points.targets.length === 0,
    async measure(part) {
      const { classes, outputs } = task
      const { targets } = task[part].points
      if (targets.length === 0) return { loss: 0, score: 0, confusion: new Int32Array(classes * classes) }
      const [x, y] = tensors[part]
      const [answered, mean] = tf.tidy(() => {
        const predicted = model.apply(x)
        return [predicted, trainer.loss.mean(predicted, y)]
      })
      const [answers, [loss]] = await Promise.all([read(answered), read(mean)])
      tf.dispose([answered, mean])
      if (classes === 0) return { loss, score: explained(answers, targets), confusion: new Int32Array(0) }
      const chosen = classesOf(answers, outputs)
      return { loss, score: accuracyOf(chosen, targets), confusion: confusionOf(chosen, targets, classes) }
    },
    dispose() {
      trainer.dispose()
      tf.dispose([...tensors.train, ...tensors.test])
    },
  }
}

function toTensors(
  { inputs, targets, points }: Part,
  { outputs, features }: Task,
): [tf.Tensor2D, tf.Tensor2D] {
  const count = points.targets.length
  return [tf.tensor2d(inputs, [count, features]), tf.tensor2d(targets, [count, outputs])]
}
