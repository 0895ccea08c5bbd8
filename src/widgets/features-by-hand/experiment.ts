import { makeExam } from '../../core/exam.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import type { TrainerState } from '../../core/trainer.ts'
import { computeFeatures } from '../../math/planeFeature.ts'
import { makePoints, splitPoints, toMarks, type Points } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { makeContestant } from './model/contestant.ts'
import { paint } from './model/picture.ts'
import spec, { POINTS, type FeatureFrame } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/** One of two that learn the same points, in the same order, by the same rule: one on features made by hand, one that makes its own. */
export default defineExperiment(spec, {
  create(values, env) {
    const points = makePoints(getPointSet(values.data), {
      count: 2 * POINTS,
      seed: values.seed,
      noise: values.noise,
      classes: 2,
    })
    const parts = splitPoints(points, 0.5)
    const contestant = makeContestant(env.rng, values, parts.train)
    const { trainer, model, features } = contestant
    const examOn = ({ inputs, targets }: Points) =>
      makeExam(contestant, computeFeatures(inputs, features), targets)
    const exams = { train: examOn(parts.train), test: examOn(parts.test) }
    let rate = values.learningRate

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        const [train, test] = [await exams.train.grade(), await exams.test.grade()]
        return { test: test.loss, train: train.loss, accuracy: test.accuracy }
      },
      async frame(): Promise<FeatureFrame> {
        const [train, test] = [await exams.train.grade(), await exams.test.grade()]
        return {
          ...(await paint(contestant)),
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
        exams.train.dispose()
        exams.test.dispose()
        trainer.dispose()
        model.dispose()
      },
    }
  },
})
