import { makeRng } from '../../math/rng.ts'
import type { Workload } from '../../protocol/spec.ts'
import { makeConv2D } from '../layers/conv2d.ts'
import { makeDense } from '../layers/dense.ts'
import { flatten } from '../layers/flatten.ts'
import type { Weights } from '../layers/layer.ts'
import { disposeWeights } from '../layers/layer.ts'
import { makeLstm } from '../layers/lstm.ts'
import { maxPool } from '../layers/pooling.ts'
import { unroll } from '../layers/recurrent.ts'
import { makeLoss } from '../losses/loss.ts'
import { makeMlp } from '../models/mlp.ts'
import { weightsOf } from '../models/model.ts'
import { makeOptimizer } from '../optimizers.ts'
import { trainStep } from '../training.ts'
import { read } from './read.ts'
import * as tf from './tf.ts'

/** A small training of the kind the workload names. */
interface Training {
  readonly weights: Weights
  readonly input: tf.Tensor
  readonly target: tf.Tensor
  predict(input: tf.Tensor): tf.Tensor
}

const WARM_UP_STEPS = 2
const TIMED_STEPS = 5

/**
 * Milliseconds per training step of the current backend for this kind of work, after compiling what it needs.
 * `now` is a clock in milliseconds.
 */
export async function benchmark(workload: Exclude<Workload, 'plain'>, now: () => number): Promise<number> {
  const { weights, input, target, predict } = trainings[workload]()
  const optimizer = makeOptimizer('sgd', {}, weights)
  const loss = makeLoss('mse')
  const step = (update: number): tf.Scalar =>
    trainStep(() => loss.mean(predict(input), target), weights, optimizer, { rate: 1e-3, update })
  const run = async (steps: number): Promise<void> => {
    for (let update = 1; update <= steps; update++) {
      const value = step(update)
      // Reading the last loss waits for all the work before it.
      if (update === steps) await read(value)
      value.dispose()
    }
  }
  try {
    await run(WARM_UP_STEPS)
    const start = now()
    await run(TIMED_STEPS)
    return (now() - start) / TIMED_STEPS
  } finally {
    optimizer.dispose()
    disposeWeights(weights)
    tf.dispose([input, target])
  }
}

const mlp = (sizes: readonly number[], batch: number): Training => {
  const model = makeMlp(makeRng(1), { sizes, activation: 'tanh' })
  return {
    weights: weightsOf(model),
    input: noise([batch, sizes[0]]),
    target: noise([batch, sizes[sizes.length - 1]]),
    predict: (input) => model.apply(input as tf.Tensor2D),
  }
}

const trainings: Readonly<Record<Exclude<Workload, 'plain'>, () => Training>> = {
  tiny: () => mlp([2, 8, 8, 1], 10),
  dense: () => mlp([64, 128, 128, 10], 64),

  conv() {
    const rng = makeRng(1)
    const conv = makeConv2D(rng.split('conv'), { inputs: 1, filters: 8, size: 3 })
    const dense = makeDense(rng.split('dense'), { inputs: 14 * 14 * 8, units: 10 })
    return {
      weights: { ...prefixed('conv', conv.weights), ...prefixed('dense', dense.weights) },
      input: noise([16, 28, 28, 1]),
      target: noise([16, 10]),
      predict: (input) =>
        dense.apply(flatten(maxPool(tf.relu(conv.apply(input as tf.Tensor4D)), { size: 2 }))),
    }
  },

  sequence() {
    const cell = makeLstm(makeRng(1), { inputs: 16, units: 32 })
    return {
      weights: cell.weights,
      input: noise([16, 20, 16]),
      target: noise([16, 32]),
      predict: (input) => unroll(cell, input as tf.Tensor3D).last.hidden,
    }
  },
}

function noise(shape: readonly number[]): tf.Tensor {
  const rng = makeRng(2)
  const size = tf.util.sizeFromShape([...shape])
  return tf.tensor(
    Float32Array.from({ length: size }, () => rng.normal()),
    [...shape],
  )
}

function prefixed(prefix: string, weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, variable]) => [`${prefix}/${name}`, variable]),
  )
}
