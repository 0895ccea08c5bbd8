import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { deadShare, findNonFinite, gradientNorms, histogram } from '../../src/core/instruments.ts'
import { makeLoss } from '../../src/core/losses/loss.ts'
import { makeMlp, type Mlp } from '../../src/core/models/mlp.ts'
import { weightsOf } from '../../src/core/models/model.ts'
import { countTensors } from '../../src/core/training.ts'
import { makeRng } from '../../src/math/rng.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  let model: Mlp
  let before: number
  const inputs = () => tf.tensor2d([1, 2, 3, 4], [2, 2])

  beforeAll(async () => {
    backend = await openInNode(id)
    before = countTensors()
    model = makeMlp(makeRng(1), { sizes: [2, 3, 2], activation: 'relu' })
  })
  afterAll(() => {
    model.dispose()
    expect(countTensors()).toBe(before)
    backend.close()
  })

  it('measures the gradient of each layer', async () => {
    const gradients = {
      'hidden-1/kernel': tf.tensor2d([3, 0], [1, 2]),
      'hidden-1/bias': tf.tensor1d([0, 4]),
      'output/kernel': tf.tensor1d([-2]),
    }
    expect(await gradientNorms(gradients)).toEqual({ 'hidden-1': 5, output: 2 })
    tf.dispose(gradients)
  })

  it('counts units that never fire', async () => {
    const activations = tf.tensor2d([0, 1, 0, 0, 0, 0, 0, 2], [2, 4])
    expect(await deadShare(activations)).toBe(0.5)
    activations.dispose()
  })

  const spoil = async (change: () => void, suspects: () => Partial<Parameters<typeof findNonFinite>[0]>) => {
    const weights = weightsOf(model)
    const kept = Object.values(weights).map((weight) => tf.tidy(() => tf.add(weight, 0)))
    tf.tidy(change)
    const own = suspects()
    const given = { ...own, inputs: own.inputs ?? inputs() }
    const found = await findNonFinite({ model, ...given })
    Object.values(weights).forEach((weight, i) => weight.assign(kept[i]))
    tf.dispose([...kept, given.inputs, given.targets, given.gradients].filter((x) => x !== undefined))
    return found
  }

  it('finds nothing wrong with a sound model', async () => {
    expect(
      await spoil(
        () => undefined,
        () => ({ loss: (p) => tf.mean(p) }),
      ),
    ).toBeUndefined()
  })

  it('names bad data', async () => {
    const bad = () => ({ inputs: tf.tensor2d([1, NaN, 3, 4], [2, 2]) })
    expect(await spoil(() => undefined, bad)).toEqual({ place: 'inputs', cause: 'bad-input' })
  })

  it('names the first spoiled weight', async () => {
    const change = () => weightsOf(model)['output/kernel'].assign(tf.fill([3, 2], Infinity))
    expect(await spoil(change, () => ({}))).toEqual({ place: 'output/kernel', cause: 'rate-too-high' })
  })

  it('names the layer that overflows', async () => {
    const change = () => {
      weightsOf(model)['hidden-1/kernel'].assign(tf.fill([2, 3], 1e30))
      weightsOf(model)['output/kernel'].assign(tf.fill([3, 2], 1e30))
    }
    expect(await spoil(change, () => ({}))).toEqual({ place: 'output/activation', cause: 'overflow' })
  })

  it('names a loss that takes the logarithm of 0', async () => {
    const loss = makeLoss('cross-entropy')
    const change = () => {
      weightsOf(model)['output/kernel'].assign(tf.zeros([3, 2]))
      weightsOf(model)['output/bias'].assign(tf.tensor1d([1, 0]))
    }
    const suspects = () => {
      const targets = tf.tensor2d([0, 1, 1, 0], [2, 2])
      return { targets, loss: (p: tf.Tensor2D) => loss.mean(p, targets) }
    }
    expect(await spoil(change, suspects)).toEqual({ place: 'loss', cause: 'log-of-zero' })
  })

  it('names the gradient that explodes', async () => {
    const suspects = () => ({ gradients: { 'hidden-1/kernel': tf.tensor2d([Infinity, 0], [1, 2]) } })
    expect(await spoil(() => undefined, suspects)).toEqual({
      place: 'hidden-1/kernel gradient',
      cause: 'exploding-gradients',
    })
  })
})

it('counts values in bins', () => {
  const { edges, counts } = histogram([-9, 0, 0.1, 0.5, 0.99, 1, 7, NaN], 2, 0, 1)
  expect([...edges]).toEqual([0, 0.5, 1])
  expect([...counts]).toEqual([3, 4])
})
