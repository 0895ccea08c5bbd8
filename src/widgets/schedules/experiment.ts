import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { clipGradients, globalNorm } from '../../core/clipping.ts'
import { makeLoss } from '../../core/losses/loss.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { restoreVariables, saveVariables, weightsOf, type SavedVariables } from '../../core/models/model.ts'
import { makeOptimizer } from '../../core/optimizers.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { disposeGradients, gradients } from '../../core/training.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import spec, { BATCH, EXAMPLES, SHAPE, STEPS } from './spec.ts'

interface Saved {
  readonly updates: number
  readonly clipped: number
  readonly norm: number
  readonly weights: SavedVariables
  readonly slots: SavedVariables
}

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
    const variables = weightsOf(model)
    const optimizer = makeOptimizer(values.rule, {}, variables)
    const loss = makeLoss('binary-cross-entropy-logits')
    const order = env.rng.split('batches')
    const x = tf.tensor2d(inputs, [EXAMPLES, 2])
    const y = tf.tensor2d(targets, [EXAMPLES, 1])
    const perEpoch = EXAMPLES / BATCH
    let updates = 0
    let clipped = 0
    let norm = 0

    const rateAt = (done: number): number => scheduledRate(schedule, values.learningRate, done, STEPS, SHAPE)
    /** The batch of an update follows from its number alone, so that a restored run sees the same. */
    const batchOf = (update: number): Int32Array => {
      const epoch = order.split(`epoch ${Math.floor(update / perEpoch)}`).permutation(EXAMPLES)
      const from = (update % perEpoch) * BATCH
      return epoch.slice(from, from + BATCH)
    }
    const right = async (): Promise<number> => {
      const out = tf.tidy(() => model.apply(x))
      const logits = await read(out)
      out.dispose()
      return logits.filter((logit, i) => logit > 0 === targets[i] > 0.5).length / EXAMPLES
    }
    const lossNow = async (): Promise<number> => {
      const out = tf.tidy(() => loss.mean(model.apply(x), y))
      const [value] = await read(out)
      out.dispose()
      return value
    }

    return {
      async step() {
        const batch = tf.tensor1d(batchOf(updates), 'int32')
        const [batchX, batchY] = [tf.gather(x, batch), tf.gather(y, batch)]
        const found = gradients(() => loss.mean(model.apply(batchX), batchY), variables)
        const length = globalNorm(found.gradients)
        norm = (await read(length))[0]
        const over = values.clip && norm > values.clipNorm
        const used = over
          ? clipGradients(found.gradients, { by: 'norm', limit: values.clipNorm })
          : found.gradients
        optimizer.apply(used, rateAt(updates), updates + 1)
        if (over) {
          tf.dispose(Object.values(used))
          clipped += 1
        }
        disposeGradients(found)
        tf.dispose([batch, batchX, batchY, length])
        updates += 1
      },
      async measure() {
        return { loss: await lossNow(), gradient: norm }
      },
      async frame() {
        const value = await lossNow()
        return {
          plan: Float32Array.from({ length: STEPS }, (_, done) => rateAt(done)),
          loss: Number.isFinite(value) ? value : null,
          accuracy: await right(),
          clipped,
        }
      },
      diagnose: () => ({ place: 'loss', cause: values.clip ? 'rate-too-high' : 'exploding-gradients' }),
      save: async (): Promise<Saved> => ({
        updates,
        clipped,
        norm,
        weights: await saveVariables(variables),
        slots: await optimizer.save(),
      }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        ;({ updates, clipped, norm } = saved)
        restoreVariables(variables, saved.weights)
        optimizer.restore(saved.slots)
      },
      dispose() {
        optimizer.dispose()
        model.dispose()
        tf.dispose([x, y])
      },
    }
  },
})
