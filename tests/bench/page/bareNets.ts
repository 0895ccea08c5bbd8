import * as tf from '@tensorflow/tfjs-core'
import { CNN, FIELD_INPUTS, makeDigits, makeExamples, NETS, SHOWN, type DenseId } from './nets.ts'

/** A net in plain TensorFlow.js, with its data. */
export interface BareNet {
  readonly rate: number
  /** Inputs and targets of the update after so many others. */
  batch(update: number): [tf.Tensor, tf.Tensor]
  loss(x: tf.Tensor, y: tf.Tensor): tf.Scalar
  /** The loss a frame shows. */
  lossNow(): tf.Scalar
  /** What a frame shows. */
  field(): tf.Tensor
}

export function makeBareDense(id: DenseId): BareNet {
  const net = NETS[id]
  const { inputs, targets } = makeExamples(id)
  const act = net.activation === 'tanh' ? tf.tanh : tf.relu
  const weights = net.sizes.slice(1).map((units, i) => ({
    kernel: tf.variable(tf.randomUniform([net.sizes[i] ?? 0, units], -0.7, 0.7, 'float32', i + 1)),
    bias: tf.variable(tf.zeros([units])),
  }))
  const grid = tf.tensor2d(FIELD_INPUTS, [FIELD_INPUTS.length / 2, 2])
  const x = tf.tensor2d(inputs, [net.examples, 2])
  const y = tf.tensor2d(targets, [net.examples, 1])
  const forward = (input: tf.Tensor): tf.Tensor =>
    weights.reduce((h, { kernel, bias }, i) => {
      const z = tf.add(tf.matMul(h, kernel), bias)
      return i === weights.length - 1 ? z : act(z)
    }, input)
  const loss = (input: tf.Tensor, target: tf.Tensor): tf.Scalar =>
    tf.mul(tf.mean(tf.square(tf.sub(forward(input), target))), 0.5)
  return {
    rate: net.rate,
    batch(update) {
      const from = (update * net.batch) % net.examples
      return [
        tf.tensor2d(inputs.subarray(from * 2, (from + net.batch) * 2), [net.batch, 2]),
        tf.tensor2d(targets.subarray(from, from + net.batch), [net.batch, 1]),
      ]
    },
    loss,
    lossNow: () => loss(x, y),
    field: () => forward(grid),
  }
}

export async function makeBareConv(): Promise<BareNet> {
  const { images, labels } = await makeDigits()
  const { filters, size, batch, examples, side, classes, rate } = CNN
  const uniform = (shape: number[], seed: number): tf.Variable =>
    tf.variable(tf.randomUniform(shape, -0.1, 0.1, 'float32', seed))
  const channels = [1, ...filters]
  const layers = filters.map((count, i) => ({
    kernel: uniform([size, size, channels[i] ?? 1, count], i + 1) as tf.Variable<tf.Rank.R4>,
    bias: tf.variable(tf.zeros([count])),
  }))
  const last = filters.reduce<number>((width) => Math.floor((width - size + 1) / 2), side) ** 2 * filters[1]
  const head = { kernel: uniform([last, classes], 9), bias: tf.variable(tf.zeros([classes])) }
  const pixels = side * side
  const imagesOf = (from: number, count: number): tf.Tensor4D =>
    tf.tensor4d(images.subarray(from * pixels, (from + count) * pixels), [count, side, side, 1])
  const labelsOf = (from: number, count: number): tf.Tensor =>
    tf.tidy(() =>
      tf.oneHot(tf.tensor1d(Int32Array.from(labels.subarray(from, from + count)), 'int32'), classes),
    )
  const forward = (x: tf.Tensor): tf.Tensor => {
    const maps = layers.reduce(
      (h, { kernel, bias }) =>
        tf.maxPool(tf.relu(tf.add(tf.conv2d(h, kernel, 1, 'valid'), bias)), 2, 2, 'valid'),
      x as tf.Tensor4D,
    )
    return tf.add(tf.matMul(tf.reshape(maps, [x.shape[0], last]), head.kernel), head.bias)
  }
  const loss = (x: tf.Tensor, y: tf.Tensor): tf.Scalar =>
    tf.losses.softmaxCrossEntropy<tf.Tensor, tf.Scalar>(y, forward(x))
  const some = [imagesOf(0, 100), labelsOf(0, 100)] as const
  return {
    rate,
    batch(update) {
      const from = (update * batch) % examples
      return [imagesOf(from, batch), labelsOf(from, batch)]
    },
    loss,
    lossNow: () => loss(...some),
    field: () => tf.softmax(forward(tf.slice(some[0], 0, SHOWN))),
  }
}
