import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import { makeMlp, type MlpOptions } from '../../src/core/models/mlp.ts'
import { weightsOf } from '../../src/core/models/model.ts'
import { makeTrainer, type TrainerOptions, type UpdateOptions } from '../../src/core/trainer.ts'
import { activations } from '../../src/math/activations/index.ts'
import type { Loss } from '../../src/math/loss.ts'
import { getLoss, losses } from '../../src/math/losses/index.ts'
import { optimizers } from '../../src/math/optimizers/index.ts'
import { makeRng } from '../../src/math/rng.ts'
import { openInNode } from './nodeBackend.ts'

/** More than what is worked on at once, and not a multiple of it, nor of four. */
const EXAMPLES = 150
const OUTPUTS = 3
/** Large enough for kernels on vectors. */
const SIZES = [5, 42, 42, 42, OUTPUTS]

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('wasm')
})
afterAll(() => backend.close())

const inputs = (() => {
  const rng = makeRng(11)
  return Float32Array.from({ length: EXAMPLES * 5 }, () => rng.normal())
})()

/** Targets that the loss can take: numbers, probabilities that sum to 1, or ±1. */
function targetsOf(loss: Loss): Float32Array {
  const rng = makeRng(12)
  const labels = Array.from({ length: EXAMPLES }, () => rng.integer(OUTPUTS))
  return Float32Array.from({ length: EXAMPLES * OUTPUTS }, (_, k) => {
    const hit = labels[Math.floor(k / OUTPUTS)] === k % OUTPUTS
    if (loss.target === 'sign') return hit ? 1 : -1
    if (loss.kind === 'row' && !loss.weighsClasses) return hit ? 0.6 : 0.2
    return hit ? 1 : 0
  })
}

interface Setting {
  readonly loss?: string
  readonly optimizer?: string
  readonly net?: Partial<MlpOptions>
  readonly more?: Partial<TrainerOptions>
}

/** All weights after some updates. */
async function train(
  fused: boolean,
  { loss = 'half-mse', optimizer = 'sgd', net = {}, more = {} }: Setting,
  updates: number,
  how: UpdateOptions,
): Promise<number[]> {
  const model = makeMlp(makeRng(3), {
    sizes: SIZES,
    activation: 'tanh',
    bias: 0.1,
    outputActivation: getLoss(loss).prediction === 'probability' ? 'sigmoid' : 'linear',
    ...net,
  })
  const trainer = makeTrainer({
    model,
    loss,
    optimizer,
    inputs,
    targets: targetsOf(getLoss(loss)),
    rng: makeRng(5),
    fused,
    ...more,
  })
  expect(trainer.fused).toBe(fused)
  trainer.advance(updates, () => how)
  const values = await Promise.all(Object.values(weightsOf(model)).map((weight) => read(weight)))
  trainer.dispose()
  model.dispose()
  return values.flatMap((each) => [...each])
}

/** The largest difference between the two ways, relative to weights above 1. */
async function apart(setting: Setting, updates: number, how: UpdateOptions): Promise<number> {
  const [ours, theirs] = [await train(true, setting, updates, how), await train(false, setting, updates, how)]
  return ours.reduce((worst, weight, i) => {
    const error = Math.abs(weight - theirs[i]) / Math.max(1, Math.abs(theirs[i]))
    return Number.isNaN(error) ? Infinity : Math.max(worst, error)
  }, 0)
}

describe('kernels for a large dense network', () => {
  it.each([...activations.keys()])('have the gradients of the library with %s', async (activation) => {
    expect(await apart({ net: { activation } }, 1, { rate: 1 })).toBeLessThan(1e-5)
  })

  it.each([...losses.keys()])('have the gradients of the library for %s', async (loss) => {
    expect(await apart({ loss }, 1, { rate: 1 })).toBeLessThan(1e-5)
  })

  it.each([...optimizers.keys()])('descend by %s as operations do', async (optimizer) => {
    expect(await apart({ optimizer, more: { batch: 67 } }, 4, { rate: 0.003 })).toBeLessThan(2e-5)
  })

  it.each([
    ['masks', { dropout: 0.3 }, {}],
    ['inputs that are added', { residual: true }, {}],
    ['both, and penalties', { dropout: 0.3, residual: true }, { l1: 0.01, l2: 0.02 }],
    ['a clipped gradient', {}, { l2: 0.1, clip: { by: 'norm', limit: 0.1 } }],
  ] as const)('know %s', async (_, net, how) => {
    expect(await apart({ net, more: { batch: 100 } }, 3, { rate: 0.1, ...how })).toBeLessThan(1e-5)
  })

  it('go on bit for bit from a saved state, and leave very large networks to the library', async () => {
    const make = (units: number) => {
      const model = makeMlp(makeRng(3), { sizes: [5, units, 400, OUTPUTS], activation: 'relu', dropout: 0.2 })
      const targets = targetsOf(getLoss('mse'))
      const trainer = makeTrainer({
        model,
        loss: 'mse',
        optimizer: 'adam',
        inputs,
        targets,
        batch: 20,
        rng: makeRng(5),
      })
      const dispose = (): void => {
        trainer.dispose()
        model.dispose()
      }
      return { trainer, dispose }
    }
    const [first, second, huge] = [make(30), make(30), make(400)]
    expect([first.trainer.fused, huge.trainer.fused]).toEqual([true, false])
    first.trainer.advance(5, () => ({ rate: 0.01 }))
    second.trainer.restore(await first.trainer.save())
    first.trainer.advance(5, () => ({ rate: 0.01 }))
    for (let i = 0; i < 5; i++) second.trainer.update({ rate: 0.01 })
    expect(await second.trainer.save()).toEqual(await first.trainer.save())
    for (const { dispose } of [first, second, huge]) dispose()
  })
})
