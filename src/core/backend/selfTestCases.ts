import { variableOf } from '../layers/layer.ts'
import { makeOptimizer } from '../optimizers.ts'
import type { SelfTestCase } from './selfTest.ts'
import * as tf from './tf.ts'

/** Room for the shortcuts of graphics hardware in division and roots, none for a wrong kernel. */
const TOLERANCE = 1e-3

/**
 * Operations that were found wrong on some backend, and learning itself. The expected numbers were worked out by hand; Adam's
 * in double precision.
 */
export const vitalCases: readonly SelfTestCase[] = [
  {
    // Casting keeps integer storage, which the WebGPU transpose of 4.22 misreads.
    id: 'transpose-of-integers',
    compute: () =>
      tf.transpose(tf.cast(tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], 'int32'), 'float32'), [2, 0, 1]),
    expected: [1, 3, 5, 7, 2, 4, 6, 8],
    tolerance: 0,
  },
  {
    id: 'matrix-product-gradient',
    compute() {
      const x = tf.tensor2d([1, 2, 3, 4], [2, 2])
      return tf.grad((w) => tf.sum(tf.square(tf.matMul(x, w as tf.Tensor2D))))(
        tf.tensor2d([1, -1, 2, 0.5], [2, 2]),
      )
    },
    expected: [76, -6, 108, -8],
    tolerance: TOLERANCE,
  },
  {
    id: 'convolution-gradients',
    compute() {
      const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1])
      const filter = tf.tensor4d([1, 0, 0, -1], [2, 2, 1, 1])
      const energy = (image: tf.Tensor, kernel: tf.Tensor) =>
        tf.sum(tf.square(tf.conv2d(image as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'valid')))
      const [byImage, byFilter] = tf.grads(energy)([x, filter])
      return tf.concat([tf.reshape(byImage, [9]), tf.reshape(byFilter, [4])])
    },
    expected: [-8, -8, 0, -8, 0, 8, 0, 8, 8, -96, -128, -192, -224],
    tolerance: TOLERANCE,
  },
  {
    id: 'max-pool-gradient-below-zero',
    compute() {
      const x = tf.tensor4d([-1, -2, -3, -4, -5, -6, -0.5, -8], [1, 2, 4, 1])
      const upstream = tf.tensor4d([1, 2], [1, 1, 2, 1])
      return tf.grad((image) => tf.maxPool(image as tf.Tensor4D, 2, 2, 'valid'))(x, upstream)
    },
    expected: [1, 0, 0, 0, 0, 0, 2, 0],
    tolerance: TOLERANCE,
  },
  {
    id: 'gather-gradient',
    compute() {
      const upstream = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2])
      return tf.grad((table) => tf.gather(table, tf.tensor1d([2, 0, 2], 'int32')))(tf.zeros([3, 2]), upstream)
    },
    expected: [3, 4, 0, 0, 6, 8],
    tolerance: TOLERANCE,
  },
  {
    id: 'two-steps-of-adam',
    compute() {
      const weight = variableOf(Float32Array.of(1, -2), [2])
      const adam = makeOptimizer('adam', {}, { weight })
      adam.apply({ weight: tf.tensor1d([0.5, -0.1]) }, 0.1, 1)
      adam.apply({ weight: tf.tensor1d([-0.25, 0.3]) }, 0.1, 2)
      const result = tf.add(weight, 0)
      adam.dispose()
      weight.dispose()
      return result
    },
    expected: [0.873366299, -1.949418991],
    tolerance: TOLERANCE,
  },
]

/** What a backend must get right before a reader's model is trusted to it: every kernel that the models compute with. */
export const selfTestCases: readonly SelfTestCase[] = [
  ...vitalCases,
  {
    // Far out, a graphics driver's shortcut may overflow where the function is flat.
    id: 'functions-of-numbers',
    compute() {
      const x = tf.tensor1d([-100, -1, 0.5, 2, 100])
      return tf.stack([
        tf.tanh(x),
        tf.sigmoid(x),
        tf.softplus(x),
        tf.elu(x),
        tf.relu(x),
        tf.leakyRelu(x, 0.1),
        tf.step(x),
        tf.abs(x),
        tf.square(x),
      ])
    },
    expected: [
      ...[-1, -0.761594156, 0.462117157, 0.96402758, 1],
      ...[0, 0.268941421, 0.622459331, 0.880797078, 1],
      ...[0, 0.313261688, 0.974076984, 2.126928011, 100],
      ...[-1, -0.632120559, 0.5, 2, 100],
      ...[0, 0, 0.5, 2, 100],
      ...[-10, -0.1, 0.5, 2, 100],
      ...[0, 0, 1, 1, 1],
      ...[100, 1, 0.5, 2, 100],
      ...[10000, 1, 0.25, 4, 10000],
    ],
    tolerance: TOLERANCE,
  },
  {
    id: 'two-numbers',
    compute() {
      const a = tf.tensor1d([1, 2, 4])
      const b = tf.tensor1d([2, 0.5, -4])
      return tf.stack([
        tf.sub(a, b),
        tf.div(a, b),
        tf.maximum(a, b),
        tf.minimum(a, b),
        tf.neg(b),
        tf.sqrt(a),
        tf.log(a),
        tf.exp(b),
        tf.where(tf.greater(a, b), a, b),
        tf.cast(tf.greaterEqual(a, tf.fill([3], 2)), 'float32'),
        tf.cast(tf.equal(a, tf.tensor1d([1, 3, 4])), 'float32'),
        tf.addN([a, b, a]),
      ])
    },
    expected: [
      ...[-1, 1.5, 8],
      ...[0.5, 4, -1],
      ...[2, 2, 4],
      ...[1, 0.5, -4],
      ...[-2, -0.5, 4],
      ...[1, 1.414213562, 2],
      ...[0, 0.693147181, 1.386294361],
      ...[7.389056099, 1.648721271, 0.018315639],
      ...[2, 2, 4],
      ...[0, 1, 1],
      ...[1, 0, 1],
      ...[4, 4.5, 4],
    ],
    tolerance: TOLERANCE,
  },
  {
    id: 'summaries',
    compute() {
      const x = tf.tensor2d([1, -2, 3, 4, 0.5, -6], [2, 3])
      const image = tf.reshape<tf.Rank.R4>(x, [1, 2, 3, 1])
      return tf.stack([
        tf.reshape(tf.maxPool(image, 2, [2, 1], 'valid'), [2]),
        tf.reshape(tf.avgPool(image, 2, [2, 1], 'valid'), [2]),
        tf.sum(x, 1),
        tf.mean(x, 1),
        tf.max(x, 1),
        tf.min(x, 1),
        tf.reshape(tf.slice(x, [0, 1], [2, 1]), [2]),
        tf.gather(tf.tensor1d([7, 8, 9]), tf.tensor1d([2, 0], 'int32')),
      ])
    },
    expected: [4, 3, 0.875, -1.125, 2, -1.5, 0.666666667, -0.5, 3, 4, -2, -6, -2, 0.5, 9, 7],
    tolerance: TOLERANCE,
  },
]
