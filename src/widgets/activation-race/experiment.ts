import * as tf from '../../core/backend/tf.ts'
import { makeOptimizer } from '../../core/optimizers.ts'
import { restoreVariables, saveVariables, weightsOf, type SavedVariables } from '../../core/models/model.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { trainStep } from '../../core/training.ts'
import { makePoints, splitPoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import { evaluate, loss, makeClassifier, makeExamples, readField } from './model/classifier.ts'
import spec, { POINTS, type RaceFrame } from './spec.ts'

interface Saved {
  readonly update: number
  readonly rate: number
  readonly weights: SavedVariables
  readonly slots: SavedVariables
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
    const weights = weightsOf(model)
    const optimizer = makeOptimizer(values.rule, {}, weights)
    const orders = env.rng.split('orders')
    let rate = values.learningRate
    let update = 0
    let epoch = -1
    let order = new Int32Array(0)

    /** Rows of the next batch: each epoch runs through the training set once, in an order of its own. */
    const nextRows = (): Int32Array =>
      Int32Array.from({ length: values.batch }, (_, i) => {
        const place = update * values.batch + i
        if (Math.floor(place / POINTS) !== epoch) {
          epoch = Math.floor(place / POINTS)
          order = Int32Array.from(orders.split(String(epoch)).permutation(POINTS))
        }
        return order[place % POINTS]
      })

    return {
      step() {
        const rows = nextRows()
        update++
        tf.tidy(() => {
          const indices = tf.tensor1d(rows, 'int32')
          const x = tf.gather(train.inputs, indices)
          const t = tf.gather(train.classes, indices)
          trainStep(() => loss.mean(model.apply(x), t), weights, optimizer, { rate, update })
        })
      },
      async measure() {
        const [onTrain, onTest] = [await evaluate(model, train), await evaluate(model, test)]
        return { test: onTest.loss, train: onTrain.loss, accuracy: onTest.accuracy }
      },
      async frame(): Promise<RaceFrame> {
        const [onTrain, onTest] = [await evaluate(model, train), await evaluate(model, test)]
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
      async save(): Promise<Saved> {
        return { update, rate, weights: await saveVariables(weights), slots: await optimizer.save() }
      },
      restore(checkpoint) {
        const saved = checkpoint as Saved
        restoreVariables(weights, saved.weights)
        optimizer.restore(saved.slots)
        update = saved.update
        rate = saved.rate
        epoch = -1
      },
      dispose() {
        optimizer.dispose()
        model.dispose()
        train.dispose()
        test.dispose()
      },
    }
  },
})
