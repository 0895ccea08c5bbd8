import { makeExam } from '../../core/exam.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { measureUnits, shareSilent } from './model/units.ts'
import spec, { POINTS, type DeadFrame } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

const NOISE = 0.1

/**
 * A classifier trained by plain stochastic gradient descent. The first member uses ReLU, the second the cure; both have
 * the same start, data and batches.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const { layers, units } = values
    const points = makePoints(getPointSet(values.data), {
      count: POINTS,
      seed: values.seed,
      noise: NOISE,
      classes: 2,
    })
    const inputs = Float32Array.from(points.inputs)
    const targets = Float32Array.from(points.targets)
    const activation = env.member === 0 ? 'relu' : values.cure
    const model = makeMlp(env.rng.split('weights'), {
      sizes: [2, ...Array.from({ length: layers }, () => units), 1],
      activation,
      activationParameters: activation === 'leaky-relu' ? { alpha: values.slope } : {},
      initializer: 'he-normal',
    })
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: 'sgd',
      inputs,
      targets,
      batch: values.batch,
      rng: env.rng.split('batches'),
    })
    let rate = values.learningRate

    const exam = makeExam({ model, trainer }, inputs, targets)

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        return { silent: shareSilent(await measureUnits(model, exam.inputs)), ...(await exam.grade()) }
      },
      async frame(): Promise<DeadFrame> {
        return { layers, units, ...(await measureUnits(model, exam.inputs)), ...(await exam.grade()) }
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
        exam.dispose()
      },
    }
  },
})
