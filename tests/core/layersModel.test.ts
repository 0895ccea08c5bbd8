import * as layers from '@tensorflow/tfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { formatConvNet } from '../../src/core/models/convLayersModel.ts'
import { makeConvNet } from '../../src/core/models/convNet.ts'
import type { LayersModel } from '../../src/core/models/layersGraph.ts'
import { formatLayersModel } from '../../src/core/models/layersModel.ts'
import { makeMlp, type MlpOptions } from '../../src/core/models/mlp.ts'
import { makeRng } from '../../src/math/rng.ts'
import {
  labLayer,
  ACTIVATIONS as IN_LAB,
  planOf,
  type LabLayer,
} from '../../src/widgets/digits-lab/spec/params.ts'
import { ACTIVATIONS } from '../../src/widgets/playground/spec/params.ts'
import { openInNode } from './nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
  await layers.setBackend('cpu')
})
afterAll(() => opened.close())

/** What the public library makes of the two files. */
async function load({ json, weights }: LayersModel): Promise<layers.LayersModel> {
  const { modelTopology, weightsManifest } = JSON.parse(json) as {
    modelTopology: object
    weightsManifest: { weights: layers.io.WeightsManifestEntry[] }[]
  }
  return layers.loadLayersModel(
    layers.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: weights.buffer,
    }),
  )
}

async function difference(options: MlpOptions, outputActivation: 'linear' | 'sigmoid' | 'softmax') {
  const rng = makeRng(7)
  const model = makeMlp(rng, options)
  const count = 50
  const inputs = Float32Array.from({ length: count * options.sizes[0] }, () => 1.5 * rng.normal())
  const [, outputs] = [options.sizes[0], options.sizes.at(-1) ?? 1]
  const x = tf.tensor2d(inputs, [count, options.sizes[0]])
  // A few passes in training, so that running statistics differ from their start.
  for (let update = 1; update <= 3; update++) model.train(x, update).dispose()
  const ours = tf.tidy(() => {
    const logits = model.apply(x)
    if (outputActivation === 'sigmoid') return tf.sigmoid(logits)
    return outputActivation === 'softmax' ? tf.softmax(logits) : logits
  })
  const expected = ours.dataSync().slice()
  const written = await formatLayersModel(model, { outputActivation })
  const loaded = await load(written)
  const answer = loaded.predict(layers.tensor2d(inputs, [count, options.sizes[0]])) as layers.Tensor
  expect(answer.shape).toEqual([count, outputs])
  const found = answer.dataSync()
  loaded.dispose()
  answer.dispose()
  model.dispose()
  tf.dispose([x, ours])
  let worst = 0
  expected.forEach((value, i) => {
    worst = Math.max(worst, Math.abs(found[i] - value) / Math.max(1, Math.abs(value)))
  })
  return worst
}

describe('a network written as a layers model is read by the public library and answers the same', () => {
  it.each(ACTIVATIONS)('with %s', async (activation) => {
    const options = { sizes: [3, 8, 8, 2], activation, initializer: 'he-normal' } as const
    expect(await difference(options, 'linear')).toBeLessThanOrEqual(1e-6)
  })

  it.each([
    [{ residual: true }, 'sigmoid', 1],
    [{ batchNorm: true }, 'softmax', 4],
    [{ dropout: 0.4, batchNorm: true, residual: true }, 'softmax', 3],
  ] as const)('with %o and %s', async (extra, output, outputs) => {
    const options: MlpOptions = {
      sizes: [2, 6, 6, 6, outputs],
      activation: ['tanh', 'relu', 'gelu'],
      ...extra,
    }
    expect(await difference(options, output)).toBeLessThanOrEqual(1e-6)
  })

  it('without a hidden layer', async () => {
    expect(await difference({ sizes: [2, 3], activation: [] }, 'softmax')).toBeLessThanOrEqual(1e-6)
  })

  it('notices a wrong weight', async () => {
    const model = makeMlp(makeRng(1), { sizes: [2, 4, 1], activation: 'tanh' })
    const written = await formatLayersModel(model)
    const right = await load(written)
    new DataView(written.weights.buffer).setFloat32(0, 3, true)
    const wrong = await load(written)
    const x = layers.tensor2d([[1, 1]])
    const [a, b] = [right, wrong].map((m) => (m.predict(x) as layers.Tensor).dataSync()[0])
    expect(Math.abs(a - b)).toBeGreaterThan(1e-3)
    model.dispose()
  })
})

describe('a network for images written as a layers model answers the same', () => {
  async function differenceOf(layers_: readonly LabLayer[]): Promise<number> {
    const { plan } = planOf(layers_)
    if (!plan) throw new Error('These layers make no network.')
    const rng = makeRng(3)
    const net = makeConvNet(rng, plan)
    const count = 6
    const pixels = Float32Array.from({ length: count * 784 }, () => rng.next())
    const x = tf.tensor4d(pixels, [count, 28, 28, 1])
    for (let update = 1; update <= 3; update++) net.train(x, update).dispose()
    const ours = tf.tidy(() => tf.softmax(net.apply(x)))
    const expected = ours.dataSync().slice()
    const before = tf.memory().numTensors
    const loaded = await load(await formatConvNet(net, { outputActivation: 'softmax' }))
    expect(tf.memory().numTensors - before, 'tensors left').toBeLessThanOrEqual(loaded.weights.length)
    const answer = loaded.predict(layers.tensor4d(pixels, [count, 28, 28, 1])) as layers.Tensor
    expect(answer.shape).toEqual([count, 10])
    const found = answer.dataSync()
    const worst = Math.max(...expected.map((value, i) => Math.abs(found[i] - value)))
    loaded.dispose()
    net.dispose()
    tf.dispose([x, ours, answer])
    return worst
  }

  it.each(IN_LAB)('with %s', async (activation) => {
    const small = [labLayer('conv', { stride: 2, activation }), labLayer('dense', { count: 6, activation })]
    expect(await differenceOf(small)).toBeLessThanOrEqual(1e-6)
  })

  it.each([
    ['convolutions and pools', [5, 3].flatMap((size) => [labLayer('conv', { size }), labLayer('max-pool')])],
    ['no layer', []],
    ['dense layers, normalised', [labLayer('dense'), labLayer('batch-norm'), labLayer('dropout')]],
    [
      'padding and mean pooling',
      [labLayer('conv', { padding: 'same' }), labLayer('average-pool', { size: 3, padding: 'same' })],
    ],
    [
      'dilation',
      [labLayer('conv', { dilation: 2 }), labLayer('conv', { dilation: 3, stride: 2, padding: 'same' })],
    ],
    [
      'a global pool',
      [
        labLayer('conv', { stride: 3 }),
        labLayer('batch-norm'),
        labLayer('global-pool'),
        labLayer('batch-norm'),
      ],
    ],
  ] as const)('with %s', async (_, layers_) => {
    expect(await differenceOf(layers_)).toBeLessThanOrEqual(1e-6)
  })
})
