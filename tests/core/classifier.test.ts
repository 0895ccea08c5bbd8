import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { largest, makeClassifier, type ImageBatch } from '../../src/core/classifier.ts'
import { makeConvNet } from '../../src/core/models/convNet.ts'
import { countTensors } from '../../src/core/training.ts'
import { planNetwork, type NetLayer } from '../../src/math/architecture.ts'
import { makeRng } from '../../src/math/rng.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

const SIDE = 8
/** Every kind of layer once. */
const LAYERS: readonly NetLayer[] = [
  { kind: 'conv', filters: 4, size: 3, stride: 1, dilation: 1, padding: 'same', activation: 'tanh' },
  { kind: 'batch-norm' },
  { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' },
  { kind: 'conv', filters: 6, size: 3, stride: 1, dilation: 1, padding: 'valid', activation: 'relu' },
  { kind: 'pool', how: 'average', size: 2, stride: 1, padding: 'same' },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'dense', units: 12, activation: 'relu' },
]

/** Bars, standing or lying, at a random place, with noise: two classes that no single pixel tells apart. */
function bars(count: number, seed: number): ImageBatch {
  const rng = makeRng(seed)
  const pixels = new Float32Array(count * SIDE * SIDE)
  const labels = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    labels[i] = i % 2
    const at = Math.floor(rng.next() * SIDE)
    for (let k = 0; k < SIDE; k++)
      pixels[i * SIDE * SIDE + (labels[i] === 0 ? at * SIDE + k : k * SIDE + at)] = 1
    for (let k = 0; k < SIDE * SIDE; k++) pixels[i * SIDE * SIDE + k] += 0.1 * rng.normal()
  }
  return { pixels, labels }
}

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  const start = (layers: readonly NetLayer[] = LAYERS) => {
    const { plan } = planNetwork({ height: SIDE, width: SIDE, channels: 1 }, layers, 2)
    if (!plan) throw new Error('no plan')
    const net = makeConvNet(makeRng(3), plan)
    const classifier = makeClassifier({ net, optimizer: 'adam' })
    const train = (updates: number): void => {
      for (let i = 0; i < updates; i++) classifier.update(bars(16, 100 + classifier.updates), { rate: 0.01 })
    }
    const dispose = (): void => {
      classifier.dispose()
      net.dispose()
    }
    return { net, classifier, train, dispose }
  }

  it('learns, and its verdict adds up', async () => {
    const { classifier, train, dispose } = start()
    const unseen = bars(300, 1)
    const before = await classifier.evaluate(unseen)
    train(60)
    const after = await classifier.evaluate(unseen)
    expect(after.accuracy).toBeGreaterThan(0.97)
    expect(after.loss).toBeLessThan(before.loss / 4)
    expect([...after.confusion].reduce((a, b) => a + b)).toBe(300)
    expect((after.confusion[0] + after.confusion[3]) / 300).toBeCloseTo(after.accuracy, 12)
    const probabilities = await classifier.predict(unseen.pixels)
    const right = unseen.labels.filter(
      (label, i) => largest(probabilities.subarray(2 * i, 2 * i + 2)) === label,
    )
    expect(right.length / 300).toBeCloseTo(after.accuracy, 12)
    expect(probabilities[0] + probabilities[1]).toBeCloseTo(1, 6)
    dispose()
  })

  it('goes on bit for bit from a saved state', async () => {
    const first = start()
    first.train(5)
    const state = await first.classifier.save()
    first.train(5)
    const second = start()
    second.classifier.restore(state)
    second.train(5)
    const images = bars(20, 9).pixels
    expect(await second.classifier.predict(images)).toEqual(await first.classifier.predict(images))
    first.dispose()
    second.dispose()
  })

  it('leaves no tensor, however often it is trained and asked', async () => {
    const none = countTensors()
    const { classifier, train, dispose } = start()
    train(2)
    const some = countTensors()
    train(5)
    await classifier.evaluate(bars(300, 1))
    await classifier.predict(bars(4, 1).pixels)
    expect(countTensors()).toBe(some)
    dispose()
    expect(countTensors()).toBe(none)
  })

  it('shows what every layer gives, the last as the network itself', async () => {
    const { net, dispose } = start()
    const x = tf.tensor4d(bars(2, 5).pixels, [2, SIDE, SIDE, 1])
    const before = countTensors()
    const traced = net.trace(x)
    const plain = tf.tidy(() => net.apply(x))
    expect(traced.map(({ shape }) => shape.slice(1))).toEqual(
      net.stages.map(({ planned: { output } }, i) =>
        i < 6 ? [output.height, output.width, output.channels] : [output.channels],
      ),
    )
    expect(await read(traced[traced.length - 1])).toEqual(await read(plain))
    tf.dispose([...traced, plain])
    expect(countTensors()).toBe(before)
    x.dispose()
    dispose()
  })

  it('changing one layer leaves the others’ start as it was', async () => {
    const one = start()
    const wider = start([...LAYERS.slice(0, 6), { kind: 'dense', units: 20, activation: 'relu' }])
    const kernel = async ({ net }: ReturnType<typeof start>) => read(net.layers['conv-4'].weights['kernel'])
    expect(await kernel(wider)).toEqual(await kernel(one))
    one.dispose()
    wider.dispose()
  })
})
