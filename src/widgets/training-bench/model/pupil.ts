import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { initializers, type Initializer } from '../../../core/initializers.ts'
import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import { makeTrainer, type Trainer, type UpdateOptions } from '../../../core/trainer.ts'
import { makePoints, type Points } from '../../../math/pointSet.ts'
import { getPointSet } from '../../../math/pointSets/index.ts'
import { makeRng } from '../../../math/rng.ts'
import { scheduledRate } from '../../../math/schedule.ts'
import { getSchedule } from '../../../math/schedules/index.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type spec from '../spec.ts'
import { BATCH, KEPT_BACK, TEST } from '../spec.ts'

export type Values = SpecValues<typeof spec>

/** One network with its data: everything but the switch follows from the seed and the shared settings. */
export interface Pupil {
  readonly model: Mlp
  readonly trainer: Trainer
  /** What is trained on, what is kept back for validation (perhaps nothing), and fresh points to test with. */
  readonly train: Points
  readonly validation: Points
  readonly test: Points
  /** How an update is made, by its number from 1. Draws the jitter of augmentation. */
  at(update: number): UpdateOptions
}

const schedule = getSchedule('cosine')

/** He's start, with standard deviations so many times as large. */
const scaledHe =
  (factor: number): Initializer =>
  (rng, size, fanIn, fanOut) =>
    initializers['he-normal'](rng, size, fanIn, fanOut).map((weight) => factor * weight)

export function makePupil(values: Values, seed: number): Pupil {
  const rng = makeRng(seed, 'bench')
  const has = (id: Values['switch']): boolean => values.switch === id
  const drawn = makePoints(getPointSet(values.data), {
    count: values.points + TEST,
    seed,
    noise: values.noise,
    classes: 2,
  })
  const used = has('early-stopping') ? Math.round(values.points * (1 - KEPT_BACK)) : values.points
  const train = part(drawn, 0, used)
  const inputs = Float32Array.from(train.inputs)
  const units = has('width') ? values.wide : values.units
  const model = makeMlp(rng.split('weights'), {
    sizes: [2, ...Array.from({ length: values.layers }, () => units), 1],
    activation: 'relu',
    initializer: scaledHe(has('initialisation') ? values.scale : 1),
    residual: has('residual'),
    batchNorm: has('batch-norm'),
    ...(has('dropout') ? { dropout: values.dropout } : {}),
  })
  const trainer = makeTrainer({
    model,
    loss: 'binary-cross-entropy-logits',
    optimizer: 'adam',
    inputs,
    targets: Float32Array.from(train.targets),
    batch: BATCH,
    rng: rng.split('batches'),
  })
  const jitter = rng.split('jitter')
  return {
    model,
    trainer,
    train,
    validation: part(drawn, used, values.points),
    test: part(drawn, values.points, values.points + TEST),
    at(update) {
      if (has('augmentation')) {
        const draws = jitter.split(String(update))
        for (let i = 0; i < inputs.length; i++) inputs[i] = train.inputs[i] + values.jitter * draws.normal()
      }
      const { learningRate, updates } = values
      return {
        rate: has('decay') ? scheduledRate(schedule, learningRate, update - 1, updates) : learningRate,
        ...(has('l1') ? { l1: values.l1 } : {}),
        ...(has('l2') ? { l2: values.l2 } : {}),
      }
    },
  }
}

function part({ inputs, targets, classes }: Points, from: number, to: number): Points {
  return { inputs: inputs.slice(2 * from, 2 * to), targets: targets.slice(from, to), classes }
}

/** Points as tensors: inputs [count, 2], classes [count, 1]. */
export function toTensors({ inputs, targets }: Points): [tf.Tensor2D, tf.Tensor2D] {
  const n = targets.length
  return [tf.tensor2d(Float32Array.from(inputs), [n, 2]), tf.tensor2d(Float32Array.from(targets), [n, 1])]
}

/** Mean loss and share of wrong answers on each of some sets, in one reading. */
export async function score(
  { model, trainer }: Pupil,
  sets: readonly (readonly [tf.Tensor2D, tf.Tensor2D])[],
): Promise<{ readonly loss: number; readonly error: number }[]> {
  const scores = tf.tidy(() =>
    tf.stack(
      sets.flatMap(([x, t]) => {
        const logits = model.apply(x)
        const wrong = tf.notEqual(tf.greater(logits, 0), tf.greater(t, 0.5))
        return [trainer.loss.mean(logits, t), tf.mean(tf.cast(wrong, 'float32'))]
      }),
    ),
  )
  const numbers = await read(scores)
  scores.dispose()
  return sets.map((_, i) => ({ loss: numbers[2 * i], error: numbers[2 * i + 1] }))
}
