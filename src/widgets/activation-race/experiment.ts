import { makeExam } from '../../core/exam.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints, splitPoints, toMarks, type Points } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { LOSS, makeClassifier, readField } from './model/classifier.ts'
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
    const examOn = ({ inputs, targets }: Points) => makeExam({ model, trainer }, inputs, targets)
    const exams = { train: examOn(parts.train), test: examOn(parts.test) }
    let rate = values.learningRate

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        const [train, test] = [await exams.train.grade(), await exams.test.grade()]
        return { test: test.loss, train: train.loss, accuracy: test.accuracy }
      },
      async frame(): Promise<RaceFrame> {
        const [train, test] = [await exams.train.grade(), await exams.test.grade()]
        return {
          logits: await readField(model),
          points: toMarks(parts.train),
          train: train.loss,
          test: test.loss,
          accuracy: test.accuracy,
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
        exams.train.dispose()
        exams.test.dispose()
      },
    }
  },
})
