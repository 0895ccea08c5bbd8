import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints, splitPoints, toMarks } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Look } from '../../protocol/messages.ts'
import { CENTRES } from './model/plane.ts'
import { crossEntropy, ensembleCrossEntropy, shareRight } from './model/score.ts'
import { answersOf, keptUnits, sampleSubnetwork, subnetworkOf } from './model/subnetworks.ts'
import spec, { BATCH, TEST, type Lesson } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/** Subnetworks over which the training loss with dropping is averaged: the same at every measurement. */
const MEASURED = 20

/**
 * Two classes are learned from few noisy points, with dropout (the first member) and without. Every example of every
 * update trains a subnetwork of its own (Srivastava et al., 2014); the frame shows those of the next update.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const points = makePoints(getPointSet('moons'), {
      count: values.count + TEST,
      seed: values.seed,
      noise: values.noise,
      classes: 2,
    })
    const parts = splitPoints(points, TEST / (values.count + TEST))
    const [train, test] = [parts.train, parts.test].map(({ inputs, targets }) => ({
      inputs: Float32Array.from(inputs),
      targets: Float32Array.from(targets),
    }))
    const model = makeMlp(env.rng.split('weights'), {
      sizes: [2, ...Array.from({ length: values.layers }, () => values.units), 1],
      activation: 'tanh',
      dropout: values.rate,
    })
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: 'adam',
      ...train,
      batch: BATCH,
      rng: env.rng.split('batches'),
    })
    const drops = values.rate > 0
    const subnetworks = (count: number) =>
      Array.from({ length: drops ? count : 0 }, (_, k) => sampleSubnetwork(model, k))
    const measured = subnetworks(MEASURED)
    let rate = values.learningRate

    const wholeAt = async (inputs: Float32Array): Promise<Float32Array<ArrayBuffer>> => {
      const logits = tf.tidy(() => model.apply(tf.tensor2d(inputs, [inputs.length / 2, 2])))
      const numbers = await read(logits)
      logits.dispose()
      return numbers
    }
    const score = async () => {
      const onTest = await wholeAt(test.inputs)
      return {
        loss: crossEntropy(await wholeAt(train.inputs), train.targets),
        test: crossEntropy(onTest, test.targets),
        accuracy: shareRight(onTest, test.targets),
      }
    }

    /** What the hidden units answer to one example, in its subnetwork or in the whole network. */
    const answersTo = async (example: number, own: readonly Float32Array[] | undefined) => {
      const answers = tf.tidy(() => {
        const x = tf.tensor2d(train.inputs.slice(2 * example, 2 * example + 2), [1, 2])
        const { activations } = model.trace(x, own && { masks: own })
        return tf.concat(activations.slice(0, -1), 1)
      })
      const numbers = await read(answers)
      answers.dispose()
      return numbers
    }
    const nextLesson = async (look: Look): Promise<Lesson> => {
      const { rows, masks } = trainer.drawn(trainer.updates + 1)
      const example = Math.min(rows.length, Math.max(1, Number(look.values['example']) || 1)) - 1
      const own = subnetworkOf(masks, rows.length, example)
      const dropping = drops && look.values['mode'] !== 'use'
      return {
        rows,
        kept: keptUnits(masks, rows.length, values.layers, values.units),
        own: drops ? await answersOf(model, [own], CENTRES) : await wholeAt(CENTRES),
        answers: await answersTo(rows[example], dropping ? own : undefined),
        weights: await Promise.all(model.stages.map(({ dense }) => read(dense.weights.kernel))),
      }
    }

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        const scores = await score()
        const dropping = drops
          ? crossEntropy(await answersOf(model, measured, train.inputs), train.targets)
          : scores.loss
        return { ...scores, dropping }
      },
      async frame(look) {
        const scores = await score()
        const sampled = subnetworks(Number(look.values['sampled']) || 1)
        return {
          points: env.member === 0 ? toMarks(parts.train) : new Float32Array(),
          whole: await wholeAt(CENTRES),
          sampled: await answersOf(model, sampled, CENTRES),
          ...scores,
          ensemble: drops
            ? ensembleCrossEntropy(await answersOf(model, sampled, test.inputs), test.targets)
            : scores.test,
          next: env.member === 0 ? await nextLesson(look) : null,
        }
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
      },
      dispose() {
        trainer.dispose()
        model.dispose()
      },
    }
  },
})
