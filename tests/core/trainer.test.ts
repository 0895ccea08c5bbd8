import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { makeMlp } from '../../src/core/models/mlp.ts'
import { weightsOf } from '../../src/core/models/model.ts'
import { makeTrainer, type TrainerOptions } from '../../src/core/trainer.ts'
import { countTensors, disposeGradients, gradients } from '../../src/core/training.ts'
import { makeRng } from '../../src/math/rng.ts'
import { sample } from './checks/finiteDifferences.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  const start = (batch?: number) => {
    const rng = makeRng(4)
    const model = makeMlp(rng.split('model'), { sizes: [2, 6, 1], activation: 'relu' })
    const trainer = makeTrainer({
      model,
      loss: 'mse',
      optimizer: 'momentum',
      inputs: sample([20, 2], 'inputs'),
      targets: sample([20, 1], 'targets'),
      rng: rng.split('batches'),
      ...(batch === undefined ? {} : { batch }),
    })
    const weights = async () => Promise.all(Object.values(weightsOf(model)).map((weight) => read(weight)))
    const dispose = (): void => {
      trainer.dispose()
      model.dispose()
    }
    return { trainer, weights, dispose }
  }

  it.each([undefined, 7])('goes on bit for bit from a saved state, with batches of %s', async (batch) => {
    const before = countTensors()
    const first = start(batch)
    for (let update = 0; update < 5; update++) first.trainer.update({ rate: 0.05 })
    const saved = await first.trainer.save()
    for (let update = 0; update < 5; update++) first.trainer.update({ rate: 0.05 })

    const second = start(batch)
    second.trainer.restore(saved)
    for (let update = 0; update < 5; update++) second.trainer.update({ rate: 0.05 })
    expect(second.trainer.updates).toBe(10)
    expect(await second.weights()).toEqual(await first.weights())
    first.dispose()
    second.dispose()
    expect(countTensors()).toBe(before)
  })

  it('says where a training with an absurd rate broke, and leaves no tensor', async () => {
    const before = countTensors()
    const { trainer, dispose } = start()
    expect(await trainer.diagnose()).toBeUndefined()
    for (let update = 0; update < 12; update++) trainer.update({ rate: 1e9 })
    expect(await trainer.diagnose()).toMatchObject({ cause: 'rate-too-high' })
    dispose()
    expect(countTensors()).toBe(before)
  })

  it.each([true, false])('reads what was put into its inputs just before, fused: %s', async (fused) => {
    const run = async (how: 'given' | 'rewritten') => {
      const rng = makeRng(4)
      const model = makeMlp(rng.split('model'), { sizes: [2, 6, 1], activation: 'relu' })
      const given = sample([20, 2], 'inputs')
      const doubled = given.map((x) => 2 * x)
      const inputs = how === 'given' ? doubled : given.slice()
      const seen: number[][] = []
      const trainer = makeTrainer({
        model,
        loss: 'mse',
        optimizer: 'sgd',
        inputs,
        targets: sample([20, 1], 'targets'),
        rng: rng.split('batches'),
        batch: 7,
        fused,
        beforeUpdate(rows, update) {
          seen.push([update, ...rows])
          if (how === 'rewritten')
            for (const row of rows) inputs.set(doubled.subarray(2 * row, 2 * row + 2), 2 * row)
        },
      })
      trainer.advance(4, () => ({ rate: 0.05 }))
      trainer.update({ rate: 0.05 })
      const weights = await Promise.all(Object.values(weightsOf(model)).map((weight) => read(weight)))
      trainer.dispose()
      model.dispose()
      return { weights, seen }
    }
    const [given, rewritten] = [await run('given'), await run('rewritten')]
    expect(rewritten).toEqual(given)
    expect(given.seen.map(([update]) => update)).toEqual([1, 2, 3, 4, 5])
    expect(given.seen.every((rows) => rows.length === 8)).toBe(true)
  })

  it('leaves no tensor where it fails to look for what broke', async () => {
    const { trainer, dispose } = start()
    dispose()
    const before = countTensors()
    await expect(trainer.diagnose()).rejects.toThrow()
    expect(countTensors()).toBe(before)
  })

  describe('tells', () => {
    const inputs = sample([20, 2], 'inputs')
    const targets = sample([20, 1], 'targets')
    const make = (options: Partial<TrainerOptions> & { readonly dropout?: number }) => {
      const rng = makeRng(4)
      const { dropout = 0, ...rest } = options
      const model = makeMlp(rng.split('model'), { sizes: [2, 6, 5, 1], activation: 'tanh', dropout })
      const trainer = makeTrainer({
        model,
        loss: 'mse',
        optimizer: 'sgd',
        inputs,
        targets,
        batch: 7,
        rng: rng.split('batches'),
        ...rest,
      })
      return { model, trainer }
    }

    it.each([true, false])('which examples and masks an update used (fused: %s)', async (fused) => {
      const { model, trainer } = make({ dropout: 0.4, fused })
      for (let update = 1; update <= 4; update++) {
        const { rows, masks } = trainer.drawn(update)
        expect(masks.map(({ length }) => length)).toEqual([7 * 6, 7 * 5])
        const variables = weightsOf(model)
        const [x, y] = [
          tf.tensor2d(
            [...rows].flatMap((row) => [...inputs.subarray(2 * row, 2 * row + 2)]),
            [7, 2],
          ),
          tf.tensor2d(
            Array.from(rows, (row) => targets[row]),
            [7, 1],
          ),
        ]
        // The update by hand: the gradient of the loss of these examples through these masks.
        const found = gradients(() => {
          const { activations } = model.trace(x, { masks })
          return trainer.loss.mean(activations[activations.length - 1], y)
        }, variables)
        const expected: Record<string, number[]> = {}
        for (const [path, variable] of Object.entries(variables)) {
          const gradient = await read(found.gradients[path])
          expected[path] = Array.from(await read(variable), (w, i) => w - 0.5 * gradient[i])
        }
        trainer.update({ rate: 0.5 })
        for (const [path, variable] of Object.entries(variables))
          (await read(variable)).forEach((w, i) => expect(w).toBeCloseTo(expected[path][i], 5))
        disposeGradients(found)
        tf.dispose([x, y])
      }
      trainer.dispose()
      model.dispose()
    })

    it('how long gradients were before clipping, fused or not, and after a restored start', async () => {
      const before = countTensors()
      const told = []
      for (const fused of [true, false]) {
        const { model, trainer } = make({ fused, measureGradients: true })
        expect(await trainer.gradientLengths()).toEqual({ last: 0, clipped: 0 })
        const lengths: number[] = []
        let over = 0
        for (let update = 0; update < 12; update++) {
          trainer.update({ rate: 0.3, clip: { by: 'norm', limit: 0.5 } })
          const { last } = await trainer.gradientLengths()
          lengths.push(last)
          if (last > 0.5) over++
          if (update === 5) {
            const saved = await trainer.save()
            trainer.restore(saved)
          }
        }
        expect((await trainer.gradientLengths()).clipped).toBe(over)
        told.push(lengths)
        trainer.dispose()
        model.dispose()
      }
      const [byFused, byTensors] = told
      byFused.forEach((length, i) => expect(length).toBeCloseTo(byTensors[i], 5))
      expect(Math.max(...byFused)).toBeGreaterThan(0.5)
      expect(Math.min(...byFused)).toBeLessThan(0.5)
      expect(countTensors()).toBe(before)
    })
  })
})
