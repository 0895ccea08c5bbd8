import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { shareRight } from '../../core/exam.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints, splitPoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { spreadOf } from './model/spread.ts'
import { makeTwin } from './model/twin.ts'
import spec, { POINTS } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/** As a metric each. */
interface Scores {
  readonly loss: number
  readonly batchLoss: number
  readonly test: number
  readonly accuracy: number
}

const NOISE = 0.15
/** The loss in training is a mean over at most so many batches: the first of the set, always the same. */
const BATCHES = 4
/** In training, with the batch's own statistics; there is no dropout here. */
const TRAINING = { masks: [] }

/**
 * A deep narrow classifier by plain mini-batch descent, without batch normalisation (the first member) and with it (Ioffe
 * and Szegedy, 2015). Both have the same seed, data, first weights and batches.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const normalised = env.member === 1
    const points = makePoints(getPointSet(values.data), {
      count: 2 * POINTS,
      seed: values.seed,
      noise: NOISE,
      classes: 2,
    })
    const parts = splitPoints(points, 0.5)
    const inputs = Float32Array.from(parts.train.inputs)
    const targets = Float32Array.from(parts.train.targets)
    const model = makeTwin(env.rng.split('weights'), values, normalised)
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: 'sgd',
      inputs,
      targets,
      batch: values.batch,
      rng: env.rng.split('batches'),
    })
    const x = tf.tensor2d(inputs, [POINTS, 2])
    const t = tf.tensor2d(targets, [POINTS, 1])
    const testX = tf.tensor2d(Float32Array.from(parts.test.inputs), [POINTS, 2])
    const testT = tf.tensor2d(Float32Array.from(parts.test.targets), [POINTS, 1])
    const batches = Math.min(BATCHES, Math.floor(POINTS / values.batch))
    const seen = batches * values.batch
    let rate = values.learningRate

    /** A frame at a step that was measured costs no second evaluation. */
    let known: { readonly updates: number; readonly scores: Scores } | undefined
    const score = async (): Promise<Scores> => {
      if (known?.updates !== trainer.updates) known = { updates: trainer.updates, scores: await evaluate() }
      return known.scores
    }
    async function evaluate(): Promise<Scores> {
      const table = tf.tidy(() => {
        const pick = (from: number, count: number) =>
          [tf.slice(x, [from, 0], [count, 2]), tf.slice(t, [from, 0], [count, 1])] as const
        const [seenX, seenT] = pick(0, seen)
        const used = trainer.loss.mean(model.apply(seenX), seenT)
        const inTraining = !normalised
          ? used
          : tf.addN(
              Array.from({ length: batches }, (_, i) => {
                const [ownX, ownT] = pick(i * values.batch, values.batch)
                const [answers] = model.trace(ownX, TRAINING).activations.slice(-1)
                return tf.div<tf.Scalar>(trainer.loss.mean(answers, ownT), batches)
              }),
            )
        const logits = model.apply(testX)
        return tf.stack([used, inTraining, trainer.loss.mean(logits, testT), shareRight(logits, testT)])
      })
      const [loss, batchLoss, test, accuracy] = await read(table)
      table.dispose()
      return { loss, batchLoss, test, accuracy }
    }

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      measure: async () => ({ ...(await score()) }),
      async frame() {
        const { rows } = trainer.drawn(trainer.updates + 1)
        const indices = tf.tensor1d(rows, 'int32')
        const batch = tf.gather(x, indices)
        const { loss, batchLoss, accuracy } = await score()
        const frame = {
          training: await spreadOf(model, batch, TRAINING),
          used: normalised ? await spreadOf(model, batch) : null,
          loss,
          batchLoss,
          accuracy,
        }
        tf.dispose([indices, batch])
        return frame
      },
      set({ learningRate }) {
        rate = learningRate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await trainer.save() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        trainer.restore(saved.trainer)
        known = undefined
      },
      dispose() {
        trainer.dispose()
        model.dispose()
        tf.dispose([x, t, testX, testT])
      },
    }
  },
})
