import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activate, makeActivation } from '../../src/core/activations.ts'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { initializers } from '../../src/core/initializers.ts'
import { makeBatchNorm } from '../../src/core/layers/batchNorm.ts'
import { makeConv2D } from '../../src/core/layers/conv2d.ts'
import { makeDense } from '../../src/core/layers/dense.ts'
import { makeDropout } from '../../src/core/layers/dropout.ts'
import { makeEmbedding } from '../../src/core/layers/embedding.ts'
import { flatten } from '../../src/core/layers/flatten.ts'
import { makeGru } from '../../src/core/layers/gru.ts'
import type { Layer } from '../../src/core/layers/layer.ts'
import { makeLayerNorm } from '../../src/core/layers/layerNorm.ts'
import { makeLstm } from '../../src/core/layers/lstm.ts'
import { avgPool, globalAvgPool, maxPool } from '../../src/core/layers/pooling.ts'
import { unroll, type Cell } from '../../src/core/layers/recurrent.ts'
import { makeSimpleRnn } from '../../src/core/layers/simpleRnn.ts'
import { makeLoss } from '../../src/core/losses/loss.ts'
import { makeMlp } from '../../src/core/models/mlp.ts'
import { restoreVariables, saveVariables, stateOf, weightsOf } from '../../src/core/models/model.ts'
import { makeOptimizer } from '../../src/core/optimizers.ts'
import { countTensors, gradients, trainStep } from '../../src/core/training.ts'
import { activations } from '../../src/math/activations/index.ts'
import { losses } from '../../src/math/losses/index.ts'
import { makeRng } from '../../src/math/rng.ts'
import { errorOf } from './checks/corrections.ts'
import { bothGradients, distinct, sampleTensor as r } from './checks/finiteDifferences.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

const TOLERANCE = 2e-3

/** A layer or function of one input, by what makes it. */
interface Subject {
  readonly name: string
  readonly shape: readonly number[]
  make(): { readonly layer?: Layer; apply(x: tf.Tensor): tf.Tensor }
}

const ofCell = (cell: Cell) => ({
  layer: cell,
  apply: (x: tf.Tensor) => tf.stack([...unroll(cell, x as tf.Tensor3D).hidden]),
})

const rng = makeRng(3)
const subjects: readonly Subject[] = [
  {
    name: 'dense',
    shape: [3, 4],
    make: () => {
      const layer = makeDense(rng, { inputs: 4, units: 2 })
      return { layer, apply: (x) => layer.apply(x as tf.Tensor2D) }
    },
  },
  {
    name: 'convolution',
    shape: [1, 5, 4, 2],
    make: () => {
      const layer = makeConv2D(rng, {
        inputs: 2,
        filters: 3,
        size: [3, 2],
        stride: 2,
        padding: 1,
        dilation: 2,
      })
      return { layer, apply: (x) => layer.apply(x as tf.Tensor4D) }
    },
  },
  {
    name: 'batch normalisation, training',
    shape: [5, 3],
    make: () => {
      const layer = makeBatchNorm({ channels: 3 })
      return { layer, apply: (x) => layer.apply(x, true) }
    },
  },
  {
    name: 'batch normalisation, evaluating',
    shape: [5, 3],
    make: () => {
      const layer = makeBatchNorm({ channels: 3 })
      return { layer, apply: (x) => layer.apply(x, false) }
    },
  },
  {
    name: 'layer normalisation',
    shape: [2, 3, 4],
    make: () => {
      const layer = makeLayerNorm(4)
      return { layer, apply: (x) => layer.apply(x) }
    },
  },
  {
    name: 'max pooling',
    shape: [2, 4, 5, 2],
    make: () => ({ apply: (x) => maxPool(x as tf.Tensor4D, { size: 2 }) }),
  },
  {
    name: 'average pooling',
    shape: [2, 5, 4, 1],
    make: () => ({ apply: (x) => avgPool(x as tf.Tensor4D, { size: 3, stride: 2, padding: 1 }) }),
  },
  {
    name: 'global pooling and flattening',
    shape: [2, 3, 2, 2],
    make: () => ({ apply: (x) => tf.concat([globalAvgPool(x as tf.Tensor4D), flatten(x)], 1) }),
  },
  {
    name: 'dropout',
    shape: [4, 5],
    make: () => ({ apply: (x) => makeDropout(makeRng(5), 0.5).apply(x, 7) }),
  },
  { name: 'simple RNN', shape: [2, 3, 2], make: () => ofCell(makeSimpleRnn(rng, { inputs: 2, units: 3 })) },
  { name: 'LSTM', shape: [2, 3, 2], make: () => ofCell(makeLstm(rng, { inputs: 2, units: 3 })) },
  { name: 'GRU', shape: [2, 3, 2], make: () => ofCell(makeGru(rng, { inputs: 2, units: 3 })) },
  {
    name: 'GRU, reset before',
    shape: [2, 3, 2],
    make: () => ofCell(makeGru(rng, { inputs: 2, units: 3, reset: 'before' })),
  },
  {
    name: 'MLP, residual',
    shape: [3, 4],
    make: () => {
      const model = makeMlp(rng, { sizes: [4, 4, 4, 2], activation: ['tanh', 'gelu'], residual: true })
      const weights = weightsOf(model)
      return { layer: { weights, dispose: model.dispose }, apply: (x) => model.apply(x as tf.Tensor2D) }
    },
  },
]

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  it('previews batch normalisation as in training, without moving the running statistics', async () => {
    const layer = makeBatchNorm({ channels: 3 })
    const x = r([5, 3], 'x')
    const shown = layer.preview(x)
    expect([...(await read(layer.state.mean))]).toEqual([0, 0, 0])
    expect([...(await read(layer.state.variance))]).toEqual([1, 1, 1])
    const trained = layer.apply(x, true)
    expect(await read(shown)).toEqual(await read(trained))
    tf.dispose([x, shown, trained])
    layer.dispose()
  })

  describe.each(subjects)('$name', ({ shape, make }) => {
    it('has the gradients of finite differences, by input and by every weight', async () => {
      const before = countTensors()
      const { layer, apply } = make()
      expect(errorOf(await bothGradients(apply, shape, 0.01, distinct(shape)))).toBeLessThan(TOLERANCE)
      for (const [name, weight] of Object.entries(layer?.weights ?? {})) {
        const start = await read(weight)
        const { gradients: byName, loss } = gradients(() => weighed(apply(r(shape, 'input'))), { weight })
        const actual = await read(byName['weight'])
        tf.dispose([loss, byName['weight']])
        const slopes: number[] = []
        for (let i = 0; i < start.length; i++) {
          const [up, down] = [0.01, -0.01].map((offset) => {
            const moved = start.slice()
            moved[i] += offset
            return tf.tidy(() => {
              weight.assign(tf.tensor(moved, weight.shape))
              return weighed(apply(r(shape, 'input'))).dataSync()[0]
            })
          })
          slopes.push((up - down) / 0.02)
        }
        tf.tidy(() => weight.assign(tf.tensor(start, weight.shape)))
        expect(errorOf({ actual, expected: slopes }), name).toBeLessThan(TOLERANCE)
      }
      layer?.dispose()
      expect(countTensors()).toBe(before)
    })
  })

  it('embeds, with a gradient for the rows that occur', async () => {
    const embedding = makeEmbedding(makeRng(1), { vocabulary: 4, units: 2 })
    const ids = tf.tensor2d([3, 1, 3, 0], [2, 2], 'int32')
    const computed = gradients(() => tf.sum(embedding.apply(ids)), embedding.weights)
    expect([...(await read(computed.gradients['table']))]).toEqual([1, 1, 1, 1, 0, 0, 2, 2])
    tf.dispose([ids, computed.loss, computed.gradients['table']])
    embedding.dispose()
  })

  it('learns a slope that is a weight', async () => {
    const alpha = tf.variable(tf.scalar(0.25))
    const x = tf.tensor1d([-2, -1, 3])
    const computed = gradients(() => tf.sum(activate('prelu', x, { alpha })), { alpha })
    expect((await read(computed.loss))[0]).toBeCloseTo(2.25, 6)
    expect((await read(computed.gradients['alpha']))[0]).toBeCloseTo(-3, 6)
    tf.dispose([alpha, x, computed.loss, computed.gradients['alpha']])
  })

  it('trains: constant number of tensors, falling loss, predictions from the newest weights', async () => {
    const before = countTensors()
    const model = makeMlp(makeRng(2), { sizes: [2, 8, 8, 1], activation: 'tanh' })
    const weights = weightsOf(model)
    const optimizer = makeOptimizer('adam', {}, weights)
    const loss = makeLoss('mse')
    const [x, y] = [r([16, 2], 'x') as tf.Tensor2D, r([16, 1], 'y')]
    const values: number[] = []
    const counts: number[] = []
    for (let update = 1; update <= 60; update++) {
      const clip = { by: 'norm', limit: 1 } as const
      const value = trainStep(() => loss.mean(model.apply(x), y), weights, optimizer, {
        rate: 0.02,
        update,
        clip,
      })
      values.push((await read(value))[0])
      value.dispose()
      counts.push(countTensors())
    }
    expect(values[59]).toBeLessThan(values[0] / 2)
    expect(new Set(counts.slice(1)).size).toBe(1)

    // The same numbers in new variables must predict the same: nothing packed or kept of the old weights is left.
    const twin = makeMlp(makeRng(9), { sizes: [2, 8, 8, 1], activation: 'tanh' })
    restoreVariables(stateOf(twin), await saveVariables(stateOf(model)))
    const outputs = tf.tidy(() => [model.apply(x), twin.apply(x)])
    expect(await read(outputs[0])).toEqual(await read(outputs[1]))
    tf.dispose([x, y, ...outputs])
    optimizer.dispose()
    model.dispose()
    twin.dispose()
    expect(countTensors()).toBe(before)
  })

  it.each([...activations.keys()])('applies and differentiates %s without leaving tensors', (activation) => {
    const before = countTensors()
    tf.tidy(() => {
      const f = makeActivation(activation)
      tf.grad((x) => tf.mul(f(x), 2))(r([3, 2], 'x'))
    })
    expect(countTensors()).toBe(before)
  })

  it.each([...losses.keys()])('has a tensor form of %s', async (loss) => {
    const result = tf.tidy(() => {
      const probabilities = tf.tensor2d([0.2, 0.8, 0.6, 0.4], [2, 2])
      return tf.stack([
        makeLoss(loss).mean(probabilities, tf.tensor2d([0, 1, 1, 0], [2, 2])),
        makeLoss(loss).mean(probabilities, tf.tensor2d([0, 1, 1, 0], [2, 2]), tf.tensor1d([1, 1])),
      ])
    })
    const [plain, weighted] = await read(result)
    result.dispose()
    expect(weighted).toBeCloseTo(plain, 6)
  })

  it('weights examples', async () => {
    const loss = makeLoss('mse')
    const run = (f: (x: tf.Tensor) => tf.Scalar) =>
      tf.tidy(() => tf.valueAndGrad(f)(tf.tensor2d([1, 2], [2, 1])))
    const target = tf.zeros([2, 1])
    const weights = tf.tensor1d([3, 1])
    const { value, grad } = run((x) => loss.mean(x, target, weights))
    expect([...(await read(value)), ...(await read(grad))]).toEqual([7 / 4, 6 / 4, 1])
    tf.dispose([value, grad, target, weights])
  })
})

function weighed(y: tf.Tensor): tf.Scalar {
  return tf.sum(tf.mul(y, r(y.shape, 'weights')))
}

describe('initializers', () => {
  const spread = (values: Float32Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)

  it.each([
    ['xavier-uniform', Math.sqrt(2 / 300)],
    ['xavier-normal', Math.sqrt(2 / 300)],
    ['he-uniform', Math.sqrt(2 / 100)],
    ['he-normal', Math.sqrt(2 / 100)],
    ['lecun-uniform', Math.sqrt(1 / 100)],
    ['lecun-normal', Math.sqrt(1 / 100)],
    ['normal', 1],
    ['zeros', 0],
    ['ones', 1],
  ] as const)('%s has the standard deviation it says', (name, expected) => {
    const values = initializers[name](makeRng(1), 20_000, 100, 200)
    expect(Math.abs(spread(values) - expected)).toBeLessThanOrEqual(0.02 * expected)
    expect(initializers[name](makeRng(1), 20_000, 100, 200)).toEqual(values)
  })

  it.each([
    [4, 4],
    [3, 5],
    [5, 3],
  ])('an orthogonal matrix of %d × %d keeps lengths', (rows, columns) => {
    const values = initializers.orthogonal(makeRng(1), rows * columns, rows, columns)
    const row = (i: number) => Array.from({ length: columns }, (_, j) => values[i * columns + j])
    const column = (j: number) => Array.from({ length: rows }, (_, i) => values[i * columns + j])
    const [vectors, count] = rows <= columns ? [row, rows] : [column, columns]
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const product = vectors(i).reduce((sum, value, k) => sum + value * vectors(j)[k], 0)
        expect(product).toBeCloseTo(i === j ? 1 : 0, 6)
      }
    }
  })
})

describe('dropout', () => {
  it('draws the mask from seed and update alone, keeps the mean, and drops the share it says', async () => {
    const backend = await openInNode('cpu')
    const x = tf.ones([100, 100])
    const mask = async (seed: number, update: number) => {
      const dropped = makeDropout(makeRng(seed), 0.3).apply(x, update)
      const values = await read(dropped)
      dropped.dispose()
      return values
    }
    const values = await mask(1, 5)
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.3, 1)
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 1)
    expect(await mask(1, 5)).toEqual(values)
    expect(await mask(1, 6)).not.toEqual(values)
    expect(await mask(2, 5)).not.toEqual(values)
    expect(() => makeDropout(makeRng(1), 1)).toThrow(RangeError)
    x.dispose()
    backend.close()
  })
})
