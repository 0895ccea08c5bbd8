import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints, splitPoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { evaluate, LOSS, makeClassifier, makeExamples, readField } from './model/classifier.ts'
import spec, { POINTS, type RaceFrame } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/** One runner: a small classifier trained on mini-batches. All runners share data, batches and the start's draws. */
export default defineExperiment(spec, {
  create(values, env) {
    const points = makePoints(getPointSet(values.data), {
      count: 2 * POINTS,
      seed: values.seed,
      noise: values.noise,
      classes: 2,
    })
    const parts = splitPoints(points, 0.5)
    const [train, test] = [makeExamples(parts.train), makeExamples(parts.test)]
    const model = makeClassifier(env.rng.split('weights'), values)
    const trainer = makeTrainer({
      model,
      loss: LOSS,
      optimizer: values.rule,
      inputs: Float32Array.from(parts.train.inputs),
      targets: Float32Array.from(parts.train.targets),
      batch: values.batch,
      rng: env.rng.split('batches'),
    })
    let rate = values.learningRate

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        const [onTrain, onTest] = [
          await evaluate(trainer, model, train),
          await evaluate(trainer, model, test),
        ]
        return { test: onTest.loss, train: onTrain.loss, accuracy: onTest.accuracy }
      },
      async frame(): Promise<RaceFrame> {
        const [onTrain, onTest] = [
          await evaluate(trainer, model, train),
          await evaluate(trainer, model, test),
        ]
        const { inputs, targets } = parts.train
        return {
          logits: await readField(model),
          points: Float32Array.from({ length: POINTS * 3 }, (_, i) => {
            const row = Math.floor(i / 3)
            return i % 3 === 2 ? targets[row] : inputs[row * 2 + (i % 3)]
          }),
          train: onTrain.loss,
          test: onTest.loss,
          accuracy: onTest.accuracy,
        }
      },
      set({ learningRate }) {
        rate = learningRate ?? rate
      },
      diagnose: () => ({ cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await trainer.save() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        trainer.restore(saved.trainer)
      },
      dispose() {
        trainer.dispose()
        model.dispose()
        train.dispose()
        test.dispose()
      },
    }
  },
})
