import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/valley/experiment.ts'
import {
  LANDSCAPES,
  rateOf,
  RULES,
  settingOf,
  startOf,
  type ValleyValues,
} from '../../../src/widgets/valley/spec.ts'

const { spec } = experiment
const LOOK = { values: {}, width: 600 }

async function descend(values: Partial<ValleyValues>, steps: number) {
  const all = { ...defaultValues(spec.params), others: [], ...values }
  const run = await experiment.create(all, { rng: makeRng(all.seed), backend: 'cpu', member: 0 })
  const losses = [(await run.measure?.())?.['loss'] ?? NaN]
  for (let i = 0; i < steps; i++) {
    await run.step()
    losses.push((await run.measure?.())?.['loss'] ?? NaN)
  }
  return { losses, frame: await run.frame(LOOK) }
}

test('the chapter’s first figure: after 90 updates momentum is at 0.036, Adam at 0.24, plain descent at 0.71', async () => {
  const members = membersOf(spec, defaultValues(spec.params))
  expect(members.map(({ id }) => id)).toEqual(['momentum', 'sgd', 'adam'])
  const ends = await Promise.all(members.map(async ({ values }) => (await descend(values, 90)).losses[90]))
  expect(ends[0]).toBeCloseTo(0.036, 3)
  expect(ends[1]).toBeCloseTo(0.706, 3)
  expect(ends[2]).toBeCloseTo(0.242, 3)
})

test('ten times the rate throws the ball off the map within five updates; the frame stays finite and says so', async () => {
  const { losses, frame } = await descend({ learningRate: 0.016 }, 12)
  expect(losses[12]).toBeNaN()
  expect(frame.diverged).toBeLessThanOrEqual(6)
  expect(frame.x.length).toBe(frame.diverged)
  expect([...frame.x, ...frame.y].every(Number.isFinite)).toBe(true)
  expect(frame.loss).toBeNull()
})

test('in the ravine of κ = 100 momentum is far below plain descent after 60 updates, and Nesterov below that', async () => {
  const ravine = { landscape: 'ravine', condition: 100, learningRate: 0.5 } as const
  const heavy = (await descend({ ...ravine, rule: 'momentum' }, 60)).losses[60] ?? NaN
  const nesterov = (await descend({ ...ravine, rule: 'nesterov' }, 60)).losses[60] ?? NaN
  const plain = (await descend({ ...ravine, rule: 'sgd', learningRate: 1.8 }, 60)).losses[60] ?? NaN
  expect(heavy).toBeCloseTo(0.0025, 4)
  expect(plain).toBeCloseTo(0.046, 3)
  expect(nesterov).toBeLessThan(heavy / 10)
})

test('plain descent in the ravine diverges beyond 2 / λ = 2', async () => {
  const ravine = { landscape: 'ravine', rule: 'sgd' } as const
  expect((await descend({ ...ravine, learningRate: 1.99 }, 300)).losses[300]).toBeLessThan(0.1)
  expect((await descend({ ...ravine, learningRate: 2.01 }, 300)).losses[300]).toBeGreaterThan(100)
})

test('a start on the ridge stays at the saddle; one beside it does not', async () => {
  const saddle = { landscape: 'saddle', rule: 'sgd', learningRate: 0.1 } as const
  expect((await descend({ ...saddle, start: [-2.5, 0] }, 200)).losses[200]).toBeCloseTo(1, 6)
  expect((await descend({ ...saddle, start: [-2.5, 0.001] }, 200)).losses[200]).toBeLessThan(1e-6)
})

test('momentum leaves the shallow well for some β, and not for others', async () => {
  const wells = { landscape: 'double-well', rule: 'momentum', learningRate: 0.05 } as const
  const end = async (momentum: number) => (await descend({ ...wells, momentum }, 200)).losses[200] ?? NaN
  expect(await end(0.5)).toBeGreaterThan(0.7)
  for (const beta of [0.7, 0.8, 0.85]) expect(await end(beta)).toBeLessThan(0.01)
  expect(await end(0.9)).toBeGreaterThan(0.7)
})

test('every rule gets down on every landscape at its suggested rate', async () => {
  for (const landscape of LANDSCAPES) {
    for (const rule of RULES) {
      const learningRate = rateOf(rule, landscape)
      const { losses } = await descend({ landscape, rule, learningRate }, settingOf(landscape).steps)
      const share = (losses.at(-1) ?? NaN) / (losses[0] ?? NaN)
      expect(share, `${rule} on ${landscape}`).toBeLessThan(landscape === 'rosenbrock' ? 0.7 : 0.3)
    }
  }
})

test('a start of one number, or none, is the landscape’s own', () => {
  expect(startOf({ landscape: 'ravine', start: [1] })).toEqual(settingOf('ravine').start)
  expect(startOf({ landscape: 'ravine', start: [1, 2] })).toEqual([1, 2])
})
