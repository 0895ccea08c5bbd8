import { planNetwork, type NetLayer } from '../../math/architecture.ts'
import { makeRng } from '../../math/rng.ts'
import type { Workload } from '../../protocol/spec.ts'
import { makeClassifier } from '../classifier.ts'
import type { Weights } from '../layers/layer.ts'
import { disposeWeights } from '../layers/layer.ts'
import { makeLstm } from '../layers/lstm.ts'
import { unroll } from '../layers/recurrent.ts'
import { makeLoss } from '../losses/loss.ts'
import { makeConvNet } from '../models/convNet.ts'
import { makeMlp } from '../models/mlp.ts'
import { weightsOf } from '../models/model.ts'
import { makeOptimizer } from '../optimizers.ts'
import { trainStep } from '../training.ts'
import { read } from './read.ts'
import * as tf from './tf.ts'

/** A small training of the kind the workload names. */
interface Training {
  /** Makes an update, by its number from 1. */
  update(update: number): void
  /** Something that is read only when all updates so far are done. */
  readonly last: () => tf.Tensor
  dispose(): void
}

const WARM_UP_STEPS = 2
const TIMED_STEPS = 5
/** What the classifier that is timed learns from. */
const SIDE = 28
const IMAGES = 16
const CLASSES = 10
const CONV_LAYERS: readonly NetLayer[] = [
  { kind: 'conv', filters: 8, size: 3, stride: 1, dilation: 1, padding: 'same', activation: 'relu' },
  { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' },
]

/**
 * Milliseconds per training step of the current backend for this kind of work, after compiling what it needs.
 * `now` is a clock in milliseconds.
 */
export async function benchmark(workload: Exclude<Workload, 'plain'>, now: () => number): Promise<number> {
  const training = trainings[workload]()
  const run = async (steps: number): Promise<void> => {
    for (let update = 1; update <= steps; update++) training.update(update)
    await read(training.last())
  }
  try {
    await run(WARM_UP_STEPS)
    const start = now()
    await run(TIMED_STEPS)
    return (now() - start) / TIMED_STEPS
  } finally {
    training.dispose()
  }
}

/** Operation by operation, as most networks are trained. */
function byOperations(
  weights: Weights,
  input: tf.Tensor,
  target: tf.Tensor,
  predict: (input: tf.Tensor) => tf.Tensor,
): Training {
  const optimizer = makeOptimizer('sgd', {}, weights)
  const loss = makeLoss('mse')
  return {
    update: (update) =>
      trainStep(() => loss.mean(predict(input), target), weights, optimizer, {
        rate: 1e-3,
        update,
      }).dispose(),
    last: () => Object.values(weights)[0],
    dispose() {
      optimizer.dispose()
      disposeWeights(weights)
      tf.dispose([input, target])
    },
  }
}

const mlp = (sizes: readonly number[], batch: number): Training => {
  const model = makeMlp(makeRng(1), { sizes, activation: 'tanh' })
  const [input, target] = [noise([batch, sizes[0]]), noise([batch, sizes[sizes.length - 1]])]
  return byOperations(weightsOf(model), input, target, (x) => model.apply(x as tf.Tensor2D))
}

const trainings: Readonly<Record<Exclude<Workload, 'plain'>, () => Training>> = {
  tiny: () => mlp([2, 8, 8, 1], 10),
  dense: () => mlp([64, 128, 128, 10], 64),

  // As the classifiers of the book do it, which on wasm is not operation by operation.
  conv() {
    const { plan } = planNetwork({ height: SIDE, width: SIDE, channels: 1 }, CONV_LAYERS, CLASSES)
    if (!plan) throw new RangeError('The network to be timed can’t be built.')
    const net = makeConvNet(makeRng(1), plan)
    const classifier = makeClassifier({ net, optimizer: 'sgd' })
    const rng = makeRng(2)
    const pixels = Float32Array.from({ length: IMAGES * SIDE * SIDE }, () => rng.normal())
    const labels = Uint8Array.from({ length: IMAGES }, () => rng.integer(CLASSES))
    return {
      update: () => classifier.update({ pixels, labels }, { rate: 1e-3 }),
      last: () => Object.values(weightsOf(net))[0],
      dispose() {
        classifier.dispose()
        net.dispose()
      },
    }
  },

  sequence() {
    const cell = makeLstm(makeRng(1), { inputs: 16, units: 32 })
    const [input, target] = [noise([16, 20, 16]), noise([16, 32])]
    return byOperations(cell.weights, input, target, (x) => unroll(cell, x as tf.Tensor3D).last.hidden)
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
