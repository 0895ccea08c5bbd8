import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import { makeClassifier, type ImageBatch, type ImageUpdate } from '../../src/core/classifier.ts'
import { makeConvNet } from '../../src/core/models/convNet.ts'
import { stateOf } from '../../src/core/models/model.ts'
import { countTensors } from '../../src/core/training.ts'
import { activations } from '../../src/math/activations/index.ts'
import { planNetwork, type NetLayer, type Volume } from '../../src/math/architecture.ts'
import { optimizers } from '../../src/math/optimizers/index.ts'
import { makeRng, type Rng } from '../../src/math/rng.ts'
import { openInNode } from './nodeBackend.ts'

const CLASSES = 3
/** Not a multiple of what is worked on at once, nor of four. */
const BATCH = 11

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('wasm')
})
afterAll(() => backend.close())

function planOf(input: Volume, layers: readonly NetLayer[]) {
  return planNetwork(input, layers, CLASSES).plan
}

function imagesOf({ height, width, channels }: Volume, count: number, seed: number): ImageBatch {
  const rng = makeRng(seed, 'images')
  return {
    pixels: Float32Array.from({ length: count * height * width * channels }, () => rng.normal()),
    labels: Uint8Array.from({ length: count }, () => rng.integer(CLASSES)),
  }
}

const KINDS = [
  'conv',
  'conv',
  'conv',
  'pool',
  'pool',
  'batch-norm',
  'dropout',
  'dense',
  'global-pool',
] as const

const oneOf = <T>(rng: Rng, options: readonly T[]): T => options[rng.integer(options.length)]
const between = (rng: Rng, least: number, most: number): number => least + rng.integer(most - least + 1)

/** A layer of any kind. */
function randomLayer(rng: Rng): NetLayer {
  const smooth = [...activations.keys()].filter((id) => id !== 'step')
  const activation = rng.next() < 0.5 ? 'relu' : oneOf(rng, smooth)
  const padding = oneOf(rng, ['valid', 'same'] as const)
  const kind = oneOf(rng, KINDS)
  switch (kind) {
    case 'conv':
      return {
        kind: 'conv',
        filters: between(rng, 1, 19),
        size: between(rng, 1, 5),
        stride: between(rng, 1, 3),
        dilation: between(rng, 1, 2),
        padding,
        activation,
      }
    case 'pool':
      return {
        kind: 'pool',
        how: oneOf(rng, ['max', 'average'] as const),
        size: between(rng, 1, 3),
        stride: between(rng, 1, 3),
        padding,
      }
    case 'dropout':
      return { kind: 'dropout', rate: oneOf(rng, [0, 0.3]) }
    case 'dense':
      return { kind: 'dense', units: between(rng, 1, 21), activation }
    case 'global-pool':
    case 'batch-norm':
      return { kind }
  }
}

/** Networks that can be built, from one generator. */
function randomNets(count: number): { input: Volume; layers: NetLayer[] }[] {
  const rng = makeRng(20, 'architectures')
  const nets: { input: Volume; layers: NetLayer[] }[] = []
  while (nets.length < count) {
    const input = { height: between(rng, 4, 13), width: between(rng, 4, 13), channels: between(rng, 1, 5) }
    const layers = Array.from({ length: between(rng, 1, 4) }, () => randomLayer(rng))
    if (planOf(input, layers)) nets.push({ input, layers })
  }
  return nets
}

/** All weights after so many updates, operation by operation or not. */
async function train(
  input: Volume,
  layers: readonly NetLayer[],
  optimizer: string,
  fused: boolean,
  updates: number,
  how: ImageUpdate,
  batches: readonly number[] = [BATCH],
): Promise<{ before: Float32Array; after: Float32Array }> {
  const plan = planOf(input, layers)
  if (!plan) throw new Error('no plan')
  const net = makeConvNet(makeRng(4), plan)
  const all = async (): Promise<Float32Array> => {
    const values = await Promise.all(Object.values(stateOf(net)).map((weight) => read(weight)))
    return Float32Array.from(values.flatMap((each) => [...each]))
  }
  const classifier = makeClassifier({ net, optimizer, ...(fused ? {} : { fused }) })
  expect(classifier.fused).toBe(fused)
  const before = await all()
  for (let i = 0; i < updates; i++) classifier.update(imagesOf(input, batches[i % batches.length], i), how)
  const after = await all()
  classifier.dispose()
  net.dispose()
  return { before, after }
}

/** The largest difference, relative to numbers above 1. */
const far = (a: Float32Array, b: Float32Array): number =>
  a.reduce((worst, value, i) => {
    const error = Math.abs(value - b[i]) / Math.max(1, Math.abs(b[i]))
    return Number.isNaN(error) ? Infinity : Math.max(worst, error)
  }, 0)

const conv: NetLayer = {
  kind: 'conv',
  filters: 5,
  size: 3,
  stride: 1,
  dilation: 1,
  padding: 'same',
  activation: 'relu',
}
const pool: NetLayer = { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' }
const INPUT = { height: 8, width: 7, channels: 2 }

describe('kernels written for a network', () => {
  it('have the gradients of the library, whatever the network', { timeout: 60_000 }, async () => {
    const nets = randomNets(80)
    const kinds = new Set(nets.flatMap(({ layers }) => layers.map(({ kind }) => kind)))
    expect(kinds.size).toBe(6)
    const wrong: string[] = []
    for (const { input, layers } of nets) {
      // Plain descent at rate 1 takes the gradient away from the weights.
      const [ours, theirs] = [
        await train(input, layers, 'sgd', true, 1, { rate: 1 }),
        await train(input, layers, 'sgd', false, 1, { rate: 1 }),
      ]
      expect(ours.before).toEqual(theirs.before)
      const error = far(ours.after, theirs.after)
      if (!(error < 1e-5)) wrong.push(`${error}: ${JSON.stringify({ input, layers })}`)
      expect(far(ours.after, ours.before)).toBeGreaterThan(0)
    }
    expect(wrong).toEqual([])
  })

  it.each([...activations.keys()])('know the activation %s', async (activation) => {
    const layers: NetLayer[] = [{ ...conv, activation }, pool, { kind: 'dense', units: 6, activation }]
    const [ours, theirs] = [
      await train(INPUT, layers, 'sgd', true, 1, { rate: 1 }),
      await train(INPUT, layers, 'sgd', false, 1, { rate: 1 }),
    ]
    expect(far(ours.after, theirs.after)).toBeLessThan(1e-5)
  })

  it.each([...optimizers.keys()])('descend by %s as operations do', async (optimizer) => {
    const layers = [conv, pool, { ...conv, filters: 7, padding: 'valid' } satisfies NetLayer]
    for (const clip of [undefined, { by: 'norm', limit: 0.5 }, { by: 'value', limit: 0.02 }] as const) {
      const how = { rate: 0.01, ...(clip ? { clip } : {}) }
      const [ours, theirs] = [
        await train(INPUT, layers, optimizer, true, 5, how),
        await train(INPUT, layers, optimizer, false, 5, how),
      ]
      expect(far(ours.after, theirs.after)).toBeLessThan(2e-5)
      expect(far(ours.after, ours.before)).toBeGreaterThan(0)
    }
  })

  it.each([
    { name: 'no layer', layers: [conv, pool] },
    { name: 'a layer that sees the whole batch', layers: [conv, { kind: 'batch-norm' }, pool] as const },
  ])('take batches of any size in turn, with $name', async ({ layers }) => {
    const batches = [1, 2, 7, 8, 9, 40, 3]
    const [ours, theirs] = [
      await train(INPUT, layers, 'sgd', true, 7, { rate: 0.1 }, batches),
      await train(INPUT, layers, 'sgd', false, 7, { rate: 0.1 }, batches),
    ]
    expect(far(ours.after, theirs.after)).toBeLessThan(1e-5)
  })

  it('leave no tensor, and go on bit for bit from a saved state', async () => {
    const none = countTensors()
    const start = () => {
      const plan = planOf(INPUT, [conv, { kind: 'batch-norm' }, pool, { kind: 'dropout', rate: 0.4 }])
      if (!plan) throw new Error('no plan')
      const net = makeConvNet(makeRng(1), plan)
      const classifier = makeClassifier({ net, optimizer: 'adam' })
      const advance = (count: number): void => {
        for (let i = 0; i < count; i++)
          classifier.update(imagesOf(INPUT, 10, classifier.updates), { rate: 0.01 })
      }
      const dispose = (): void => {
        classifier.dispose()
        net.dispose()
      }
      return { classifier, advance, dispose }
    }
    const first = start()
    const some = countTensors()
    first.advance(4)
    expect(countTensors()).toBe(some)
    const saved = await first.classifier.save()
    first.advance(4)
    const second = start()
    second.classifier.restore(saved)
    second.advance(4)
    expect(await second.classifier.save()).toEqual(await first.classifier.save())
    first.dispose()
    second.dispose()
    expect(countTensors()).toBe(none)
  })

  it('never change what was made of older weights', async () => {
    const plan = planOf(INPUT, [conv, pool])
    if (!plan) throw new Error('no plan')
    const net = makeConvNet(makeRng(1), plan)
    const classifier = makeClassifier({ net, optimizer: 'adam' })
    const images = imagesOf(INPUT, 10, 0)
    const kernel = net.layers['conv-1'].weights['kernel']
    const kept = kernel.clone()
    const [before, answers] = [await read(kept), await classifier.predict(images.pixels)]
    classifier.update(images, { rate: 0.1 })
    expect(await read(kept)).toEqual(before)
    expect(await classifier.predict(images.pixels)).not.toEqual(answers)
    kept.dispose()
    classifier.dispose()
    net.dispose()
  })
})
