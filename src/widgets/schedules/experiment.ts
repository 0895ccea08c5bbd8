import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState, type UpdateOptions } from '../../core/trainer.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import spec, { BATCH, EXAMPLES, SHAPE, STEPS } from './spec.ts'

/**
 * A 2-16-16-1 tanh network learns two spirals by mini-batches at a rate that follows a schedule. The length of each
 * batch's gradient is recorded as it was before any clipping.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const schedule = getSchedule(values.schedule)
    const points = makePoints(getPointSet('spiral'), { count: EXAMPLES, seed: values.seed, noise: 0.3 })
    const inputs = Float32Array.from(points.inputs)
    const targets = Float32Array.from(points.targets)
    const model = makeMlp(env.rng.split('model'), { sizes: [2, 16, 16, 1], activation: 'tanh' })
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: values.rule,
      inputs,
      targets,
      batch: BATCH,
      rng: env.rng.split('batches'),
      measureGradients: true,
    })
    const x = tf.tensor2d(inputs, [EXAMPLES, 2])
    const y = tf.tensor2d(targets, [EXAMPLES, 1])

    const rateAt = (done: number): number => scheduledRate(schedule, values.learningRate, done, STEPS, SHAPE)
    const how = (update: number): UpdateOptions => ({
      rate: rateAt(update - 1),
      ...(values.clip ? { clip: { by: 'norm', limit: values.clipNorm } } : {}),
    })
    const right = async (): Promise<number> => {
      const out = tf.tidy(() => model.apply(x))
      const logits = await read(out)
      out.dispose()
      return logits.filter((logit, i) => logit > 0 === targets[i] > 0.5).length / EXAMPLES
    }
    const lossNow = async (): Promise<number> => {
      const out = trainer.evaluate(x, y)
      const [value] = await read(out)
      out.dispose()
      return value
    }

    return {
      step: () => trainer.update(how(trainer.updates + 1)),
      steps: (count) => trainer.advance(count, how),
      async measure() {
        return { loss: await lossNow(), gradient: (await trainer.gradientLengths()).last }
      },
      async frame() {
        const value = await lossNow()
        return {
          plan: Float32Array.from({ length: STEPS }, (_, done) => rateAt(done)),
          loss: Number.isFinite(value) ? value : null,
          accuracy: await right(),
          clipped: (await trainer.gradientLengths()).clipped,
        }
      },
      diagnose: () => ({ place: 'loss', cause: values.clip ? 'rate-too-high' : 'exploding-gradients' }),
      save: () => trainer.save(),
      restore: (checkpoint) => trainer.restore(checkpoint as TrainerState),
      dispose() {
        trainer.dispose()
        model.dispose()
        tf.dispose([x, y])
      },
    }
  },
})
