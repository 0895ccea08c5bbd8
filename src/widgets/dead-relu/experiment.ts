import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { makeLoss } from '../../core/losses/loss.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { restoreVariables, saveVariables, weightsOf, type SavedVariables } from '../../core/models/model.ts'
import { makeOptimizer } from '../../core/optimizers.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { trainStep } from '../../core/training.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { measureUnits, shareSilent } from './model/units.ts'
import spec, { POINTS, type DeadFrame } from './spec.ts'

interface Saved {
  readonly update: number
  readonly rate: number
  readonly weights: SavedVariables
}

const NOISE = 0.1

/**
 * A classifier trained by plain stochastic gradient descent. The first member uses ReLU, the second the cure; both have
 * the same start, data and batches.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const { layers, units } = values
    const { inputs, targets } = makePoints(getPointSet(values.data), {
      count: POINTS,
      seed: values.seed,
      noise: NOISE,
      classes: 2,
    })
    const x = tf.tensor2d(Float32Array.from(inputs), [POINTS, 2])
    const t = tf.tensor2d(Float32Array.from(targets), [POINTS, 1])
    const activation = env.member === 0 ? 'relu' : values.cure
    const model = makeMlp(env.rng.split('weights'), {
      sizes: [2, ...Array.from({ length: layers }, () => units), 1],
      activation,
      activationParameters: activation === 'leaky-relu' ? { alpha: values.slope } : {},
      initializer: 'he-normal',
    })
    const weights = weightsOf(model)
    const optimizer = makeOptimizer('sgd', {}, weights)
    const loss = makeLoss('binary-cross-entropy-logits')
    const batches = env.rng.split('batches')
    let rate = values.learningRate
    let update = 0

    const evaluate = async (): Promise<{ loss: number; accuracy: number }> => {
      const scores = tf.tidy(() => {
        const logits = model.apply(x)
        const right = tf.equal(tf.greater(logits, 0), tf.greater(t, 0.5))
        return tf.stack([loss.mean(logits, t), tf.mean(tf.cast(right, 'float32'))])
      })
      const [mean, accuracy] = await read(scores)
      scores.dispose()
      return { loss: mean, accuracy }
    }

    return {
      step() {
        update++
        // Each update has its own draw of a batch, so that nothing but its number needs to be saved.
        const rows = batches.split(String(update)).permutation(POINTS).subarray(0, values.batch)
        tf.tidy(() => {
          const indices = tf.tensor1d(rows, 'int32')
          const [inBatch, wanted] = [tf.gather(x, indices), tf.gather(t, indices)]
          trainStep(() => loss.mean(model.apply(inBatch), wanted), weights, optimizer, { rate, update })
        })
      },
      async measure() {
        return { silent: shareSilent(await measureUnits(model, x)), ...(await evaluate()) }
      },
      async frame(): Promise<DeadFrame> {
        return { layers, units, ...(await measureUnits(model, x)), ...(await evaluate()) }
      },
      set({ learningRate }) {
        rate = learningRate ?? rate
      },
      diagnose: () => ({ cause: 'rate-too-high' }),
      async save(): Promise<Saved> {
        return { update, rate, weights: await saveVariables(weights) }
      },
      restore(checkpoint) {
        const saved = checkpoint as Saved
        restoreVariables(weights, saved.weights)
        update = saved.update
        rate = saved.rate
      },
      dispose() {
        model.dispose()
        optimizer.dispose()
        tf.dispose([x, t])
      },
    }
  },
})
