import { makeExam } from '../../core/exam.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { makeNet } from './model/net.ts'
import { measureGradients, measureVariety } from './model/profiles.ts'
import spec, { BATCH, POINTS, type DepthFrame } from './spec.ts'

const NOISE = 0.05

/** One network of one depth, plain or with skips. All share data, batches, random numbers and budget. */
export default defineExperiment(spec, {
  create(values, env) {
    const points = makePoints(getPointSet(values.data), {
      count: POINTS,
      seed: values.seed,
      noise: NOISE,
      classes: 2,
    })
    const inputs = Float32Array.from(points.inputs)
    const targets = Float32Array.from(points.targets)
    const model = makeNet(env.rng.split('weights'), values)
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: values.rule,
      inputs,
      targets,
      batch: BATCH,
      rng: env.rng.split('batches'),
    })
    const exam = makeExam({ model, trainer }, inputs, targets)
    const { inputs: x, targets: t } = exam
    const how = () => ({ rate: values.learningRate })

    return {
      step: () => trainer.update(how()),
      steps: (count) => trainer.advance(count, how),
      measure: async () => ({ ...(await exam.grade()) }),
      async frame(): Promise<DepthFrame> {
        return {
          ...(await exam.grade()),
          gradient: await measureGradients(model, () => trainer.loss.mean(model.apply(x), t)),
          variety: await measureVariety(model, x),
        }
      },
      diagnose: async () => (await trainer.diagnose()) ?? { cause: 'rate-too-high' },
      save: (): Promise<TrainerState> => trainer.save(),
      restore: (checkpoint) => trainer.restore(checkpoint as TrainerState),
      dispose() {
        trainer.dispose()
        model.dispose()
        exam.dispose()
      },
    }
  },
})
