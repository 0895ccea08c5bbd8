import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import { makeMlp } from '../../src/core/models/mlp.ts'
import { weightsOf } from '../../src/core/models/model.ts'
import { makeTrainer } from '../../src/core/trainer.ts'
import { countTensors } from '../../src/core/training.ts'
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
})
