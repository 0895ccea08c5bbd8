import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { bothGradients, distinct, sampleTensor } from './finiteDifferences.ts'

export interface Outcome {
  readonly actual: ArrayLike<number>
  readonly expected: ArrayLike<number>
}

/** A computation that is wrong, or fails, without the correction. */
export interface CorrectionCase {
  readonly correction: string
  readonly name: string
  run(): Promise<Outcome>
}

/** A gradient that must agree with finite differences. */
function gradientCase(
  correction: string,
  name: string,
  shape: readonly number[],
  f: (x: tf.Tensor) => tf.Tensor,
  /** A small step, for functions with corners; the points then lie apart. */
  { h }: { h?: number } = {},
): CorrectionCase {
  const start = h === undefined ? undefined : distinct(shape)
  return { correction, name, run: () => bothGradients(f, shape, h, start) }
}

/** A result that is known. */
function valueCase(
  correction: string,
  name: string,
  f: () => tf.Tensor,
  expected: ArrayLike<number>,
): CorrectionCase {
  return {
    correction,
    name,
    async run() {
      const result = tf.tidy(f)
      const actual = await read(result)
      result.dispose()
      return { actual, expected }
    },
  }
}

const INDICES = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]
const PADDINGS: [number, number][] = [
  [1, 2],
  [2, 1],
]

// A shader is kept under its permutation, right or wrong: each run needs another.
const PERMUTATIONS = [
  [3, 1, 0, 2],
  [1, 3, 2, 0],
  [2, 0, 3, 1],
  [3, 0, 2, 1],
  [0, 3, 1, 2],
  [2, 3, 0, 1],
]
let turn = 0

const squareOf = (): tf.Tensor4D => tf.reshape(tf.range(0, 16), [1, 4, 4, 1])
const onesOf = (): tf.Tensor4D => tf.ones([2, 2, 1, 1])
/** Of a window shorter than the stride. */
const stridingConvolutions = {
  convolution: () => tf.conv2d(squareOf(), onesOf(), 4, 'same'),
  'depthwise convolution': () => tf.depthwiseConv2d(squareOf(), onesOf(), 4, 'same'),
  'fused convolution': () => tf.fused.conv2d({ x: squareOf(), filter: onesOf(), strides: 4, pad: 'same' }),
  'fused depthwise convolution': () =>
    tf.fused.depthwiseConv2d({ x: squareOf(), filter: onesOf(), strides: 4, pad: 'same' }),
}

const r = sampleTensor
/** Less than the distance of the points from each other and from the corners. */
const SMALL = 0.03

export const correctionCases: readonly CorrectionCase[] = [
  gradientCase('batchMatMulBroadcast', 'a matrix for a whole batch', [6, 2], (w) =>
    tf.matMul(r([3, 4, 6], 'a'), w),
  ),
  gradientCase('batchMatMulBroadcast', 'a batch of one', [1, 6, 2], (w) => tf.matMul(r([3, 4, 6], 'a'), w)),
  gradientCase('batchMatMulBroadcast', 'a transposed', [6, 4], (a) => tf.matMul(a, r([3, 6, 2], 'b'), true)),
  gradientCase('batchMatMulBroadcast', 'b transposed', [2, 6], (b) =>
    tf.matMul(r([3, 4, 6], 'a'), b, false, true),
  ),
  gradientCase('batchMatMulBroadcast', 'both transposed', [6, 4], (a) =>
    tf.matMul(a, r([3, 2, 6], 'b'), true, true),
  ),
  gradientCase('maximumMinimumBroadcast', 'maximum', [4, 1], (x) => tf.maximum(x, r([1, 6], 'b')), {
    h: SMALL,
  }),
  gradientCase('maximumMinimumBroadcast', 'minimum', [6], (x) => tf.minimum(r([4, 6], 'b'), x), { h: SMALL }),
  gradientCase('cumsumAxis', 'axis 0 of a square', [4, 4], (x) => tf.cumsum(x, 0)),
  gradientCase('cumsumAxis', 'the middle axis, exclusive, reversed', [2, 4, 3], (x) =>
    tf.cumsum(x, 1, true, true),
  ),
  gradientCase('mirrorPadGradient', 'symmetric', [4, 5], (x) => tf.mirrorPad(x, PADDINGS, 'symmetric')),
  gradientCase('mirrorPadGradient', 'reflect', [4, 5], (x) => tf.mirrorPad(x, PADDINGS, 'reflect')),
  gradientCase(
    'comparisonGradients',
    'where',
    [4, 6],
    (x) => tf.where(tf.greater(x, 0.1), tf.mul(x, 3), tf.mul(x, 0.1)),
    {
      h: SMALL,
    },
  ),
  gradientCase(
    'comparisonGradients',
    'a mask',
    [4, 6],
    (x) => tf.mul(x, tf.cast(tf.lessEqual(x, 0.1), 'float32')),
    {
      h: SMALL,
    },
  ),
  gradientCase('topKGradient', 'values', [4, 6], (x) => tf.topk(x, 2).values, { h: SMALL }),
  gradientCase('gatherNdGradient', 'with a repeated index', [4, 6], (x) =>
    tf.gatherND(x, tf.tensor2d([0, 1, 2, 3, 0, 1], [3, 2], 'int32')),
  ),
  gradientCase('scatterNdGradient', 'updates', [3], (x) =>
    tf.scatterND(tf.tensor2d([0, 2, 4], [3, 1], 'int32'), x, [6]),
  ),
  gradientCase('depthToSpaceGradient', 'blocks of 2', [2, 2, 3, 8], (x) =>
    tf.depthToSpace(x as tf.Tensor4D, 2),
  ),
  gradientCase('avgPoolPaddingGradient', 'a padded window', [2, 5, 4, 2], (x) =>
    tf.avgPool(x as tf.Tensor4D, 3, 2, 'same'),
  ),
  gradientCase('avgPoolPaddingGradient', 'explicit padding', [1, 4, 4, 1], (x) =>
    tf.avgPool(x as tf.Tensor4D, [3, 2], 1, [
      [0, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]),
  ),
  gradientCase('dilatedConvGradient', 'the input', [1, 4, 5, 2], (x) =>
    tf.conv2d(x as tf.Tensor4D, r([3, 2, 2, 2], 'w') as tf.Tensor4D, 1, 'same', 'NHWC', [2, 3]),
  ),
  gradientCase('dilatedConvGradient', 'the filter', [3, 2, 2, 2], (w) =>
    tf.conv2d(r([1, 8, 7, 2], 'x') as tf.Tensor4D, w as tf.Tensor4D, 1, 'valid', 'NHWC', [2, 3]),
  ),
  gradientCase('dilatedConvGradient', 'depthwise', [3, 3, 2, 2], (w) =>
    tf.depthwiseConv2d(r([1, 6, 7, 2], 'x') as tf.Tensor4D, w as tf.Tensor4D, 1, 'same', 'NHWC', 2),
  ),
  gradientCase('stridedSliceGradient', 'forwards', [5, 7], (x) => tf.stridedSlice(x, [1, 0], [5, 6], [2, 3])),
  gradientCase('stridedSliceGradient', 'backwards to the edge', [5, 7], (x) =>
    tf.stridedSlice(x, [2, 6], [4, 0], [1, -2], 0, 2),
  ),
  gradientCase('resizeBilinearCentersGradient', 'larger', [1, 3, 4, 2], (x) =>
    tf.image.resizeBilinear(x as tf.Tensor4D, [7, 6], false, true),
  ),
  gradientCase('resizeBilinearCentersGradient', 'smaller', [1, 6, 5, 1], (x) =>
    tf.image.resizeBilinear(x as tf.Tensor4D, [3, 4], false, true),
  ),
  gradientCase('cpuResizeNearestNeighborGrad', 'a batch of two', [2, 3, 2, 2], (x) =>
    tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [5, 4]),
  ),
  gradientCase('cpuResizeNearestNeighborGrad', 'centres at half a cell', [2, 2, 3, 1], (x) =>
    tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [4, 6], false, true),
  ),
  gradientCase('wasmConv2DBackpropFilter', 'stride 1, same', [3, 2, 2, 3], (w) =>
    tf.conv2d(r([2, 5, 4, 2], 'x') as tf.Tensor4D, w as tf.Tensor4D, 1, 'same'),
  ),
  gradientCase('wasmConv2DBackpropFilter', 'stride 2, valid', [3, 3, 2, 2], (w) =>
    tf.conv2d(r([2, 7, 6, 2], 'x') as tf.Tensor4D, w as tf.Tensor4D, 2, 'valid'),
  ),
  gradientCase('wasmConv2DBackpropFilter', 'one by one', [1, 1, 3, 2], (w) =>
    tf.conv2d(r([2, 3, 3, 3], 'x') as tf.Tensor4D, w as tf.Tensor4D, 1, 'valid'),
  ),
  gradientCase(
    'wasmMaxPoolGrad',
    'maxima below 0',
    [2, 4, 4, 2],
    (x) => tf.maxPool(tf.sub<tf.Tensor4D>(x, 10), 2, 2, 'valid'),
    {
      h: SMALL,
    },
  ),
  gradientCase(
    'wasmMaxPoolGrad',
    'a window that is not square',
    [2, 6, 4, 1],
    (x) => tf.maxPool(x as tf.Tensor4D, [3, 1], [2, 1], 'same'),
    { h: SMALL },
  ),
  gradientCase('wasmDepthwiseGradients', 'the input', [2, 5, 4, 2], (x) =>
    tf.depthwiseConv2d(x as tf.Tensor4D, r([3, 2, 2, 2], 'w') as tf.Tensor4D, 1, 'same'),
  ),
  gradientCase('wasmDepthwiseGradients', 'the filter, stride 2', [3, 3, 2, 2], (w) =>
    tf.depthwiseConv2d(r([2, 6, 7, 2], 'x') as tf.Tensor4D, w as tf.Tensor4D, 2, 'valid'),
  ),
  gradientCase('wasmUnsortedSegmentSum', 'an embedding', [5, 3], (x) =>
    tf.gather(x, tf.tensor2d([0, 3, 3, 1], [2, 2], 'int32')),
  ),
  // One window of 2 × 2 at the corner: 0 + 1 + 4 + 5.
  ...Object.entries(stridingConvolutions).map(([name, f]) => valueCase('wasmSamePadding', name, f, [10])),
  valueCase(
    'wasmGatherBatchDims',
    'a batch dimension and indices of rank 3',
    () =>
      tf.gather(tf.tensor([...Array(18).keys()], [3, 3, 2]), tf.tensor(INDICES, [3, 2, 2], 'int32'), 1, 1),
    INDICES.flatMap((index, i) => [0, 1].map((k) => (Math.floor(i / 4) * 3 + index) * 2 + k)),
  ),
  valueCase('wasmLongSums', 'a million times 0.1', () => tf.sum(tf.fill([1e6], 0.1)), [
    1e6 * Math.fround(0.1),
  ]),
  valueCase(
    'wasmLongSums',
    'an inner axis',
    () => tf.sum(tf.fill([2, 1_000_000, 2], 0.1), 1),
    new Float64Array(4).fill(1_000_000 * Math.fround(0.1)),
  ),
  {
    correction: 'webgpuTransposeOfIntegers',
    name: 'integers cast to floats',
    async run() {
      const perm = PERMUTATIONS[turn++ % PERMUTATIONS.length]
      const values = Float32Array.from({ length: 16 }, (_, i) => i + 1)
      const transposed = (x: tf.Tensor) => tf.transpose(x, perm)
      const integers = tf.tidy(() => transposed(tf.cast(tf.tensor(values, [2, 2, 2, 2], 'int32'), 'float32')))
      const floats = tf.tidy(() => transposed(tf.tensor(values, [2, 2, 2, 2])))
      const outcome = { actual: await read(integers), expected: await read(floats) }
      tf.dispose([integers, floats])
      return outcome
    },
  },
  valueCase(
    'webglPackedPadding',
    'a product over a length of one',
    () => {
      // Large enough to be computed on the GPU.
      const halves = tf.sigmoid(tf.zeros([130, 1]))
      return tf.slice(tf.matMul(halves, halves, false, true), [0, 0], [2, 2])
    },
    [0.25, 0.25, 0.25, 0.25],
  ),
  {
    correction: 'webglFloatPrecision',
    name: 'the default epsilon',
    run: () => Promise.resolve({ actual: [tf.backend().epsilon() * 1e7], expected: [1] }),
  },
]

/** Largest error, relative where |expected| > 1; Infinity if the lengths differ. */
export function errorOf({ actual, expected }: Outcome): number {
  if (actual.length !== expected.length) return Infinity
  let worst = 0
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]))
    worst = error <= worst ? worst : error
  }
  return worst
}
