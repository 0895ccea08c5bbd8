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
  expect(nesterov).toBeCloseTo(0.00023, 5)
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

test('the saddle’s caption: plain descent waits at height 1, momentum too, Adam is below it after 27', async () => {
  const saddle = {
    landscape: 'saddle',
    rule: 'sgd',
    learningRate: 0.1,
    others: ['momentum', 'adam'],
  } as const
  const [plain = [], heavy = [], adam = []] = await Promise.all(
    membersOf(spec, { ...defaultValues(spec.params), ...saddle }).map(
      async ({ values }) => (await descend(values, 200)).losses,
    ),
  )
  expect(plain[20]).toBeCloseTo(1, 1)
  expect(plain[38]).toBeGreaterThan(0.9)
  expect(plain[60]).toBeLessThan(0.1)
  expect(heavy.findIndex((loss) => loss < 0.9)).toBeGreaterThan(38)
  expect(adam.findIndex((loss) => loss < 1)).toBe(27)
  expect(Math.max(...adam.slice(27))).toBeLessThan(1)
})

test('the caption of adaptive rates: where they end, who is last, and how long their steps are', async () => {
  const adaptive = { rule: 'adam', learningRate: 0.09, others: ['adagrad', 'rmsprop', 'sgd'] } as const
  const members = membersOf(spec, { ...defaultValues(spec.params), ...adaptive })
  const runs = await Promise.all(members.map(({ values }) => descend(values, 200)))
  const [adam, adagrad, rmsprop, plain] = runs
  const ends = runs.map(({ losses }) => losses[200] ?? NaN)
  ;[0.018, 0.04, 0.019, 0.18].forEach((end, i) => expect(ends[i]).toBeCloseTo(end, i === 3 ? 2 : 3))
  for (const update of [20, 60, 100, 140])
    expect(Math.max(...runs.map(({ losses }) => losses[update] ?? NaN))).toBe(rmsprop?.losses[update])
  expect(rmsprop?.losses[145]).toBeLessThan(plain?.losses[145] ?? NaN)
  const shrunk = (run: (typeof runs)[number] | undefined): number => {
    const { x, y } = run?.frame ?? { x: [], y: [] }
    const step = (k: number): number =>
      Math.hypot((x[k] ?? NaN) - (x[k - 1] ?? NaN), (y[k] ?? NaN) - (y[k - 1] ?? NaN))
    return step(1) / step(50)
  }
  expect(shrunk(plain)).toBeCloseTo(28, 0)
  expect(shrunk(rmsprop)).toBeCloseTo(4, 0)
  expect(shrunk(adam)).toBeCloseTo(2.5, 1)
  expect(shrunk(adagrad)).toBeGreaterThan(28)
})

test('the exercises: rates that reach 0.001 within 100 updates, and betas that reach the deep well', async () => {
  const best = async (values: Partial<ValleyValues>, steps: number): Promise<number> =>
    Math.min(...(await descend(values, steps)).losses)
  expect(await best({}, 100)).toBeGreaterThan(0.001)
  expect(await best({ learningRate: 0.003 }, 100)).toBeLessThan(0.001)
  expect((await descend({ learningRate: 0.0055 }, 200)).frame.diverged).toBeNull()
  for (const learningRate of [0.006, 0.007, 0.008])
    expect((await descend({ learningRate }, 200)).frame.diverged).not.toBeNull()
  const wells = { landscape: 'double-well', rule: 'momentum', learningRate: 0.05 } as const
  for (const momentum of [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.93])
    expect((await descend({ ...wells, momentum }, 200)).losses[200]).toBeLessThan(0.01)
  // Nor may the exercise be solved by passing through.
  for (const momentum of [0.5, 0.9]) expect(await best({ ...wells, momentum }, 200)).toBeGreaterThan(0.01)
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
