import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/learning-rate/experiment.ts'
import { rangeRate, START, STEPS, type RateValues } from '../../../src/widgets/learning-rate/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

async function losses(values: RateValues, steps: number): Promise<number[]> {
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
  const measured = [(await run.measure?.())?.['loss'] ?? NaN]
  for (let i = 0; i < steps; i++) {
    await run.step()
    measured.push((await run.measure?.())?.['loss'] ?? NaN)
  }
  run.dispose()
  return measured
}
const defaults = defaultValues(experiment.spec.params)

test('on the parabola each update multiplies the distance by 1 − ηλ', async () => {
  const values = { ...defaults, learningRate: 0.37, curvature: 2.5 }
  const run = await experiment.create(values, { rng: makeRng(1), backend: 'cpu', member: 0 })
  for (let i = 0; i < 12; i++) await run.step()
  const frame = await run.frame({ values: {}, width: 600 })
  if (frame.kind !== 'parabola') throw new Error('not a parabola')
  frame.w.forEach((w, step) => expect(w).toBeCloseTo(START * (1 - 0.37 * 2.5) ** step, 12))
})

test('the parabola’s caption: 0.1 and 1.9 fall alike, 0.7 is below 1e-11, 2.1 has risen from 8 to 79', async () => {
  const members = membersOf(experiment.spec, defaults)
  const ends = await Promise.all(members.map(async ({ values }) => (await losses(values, 12))[12] ?? NaN))
  const [yours, creeping, right, hopping] = ends
  expect(yours).toBeCloseTo(78.8, 1)
  expect(creeping).toBeCloseTo(hopping ?? NaN, 9)
  expect(right).toBeLessThan(1e-11)
})

test('at η = 2/λ the ball hops for ever; a hair above, it leaves', async () => {
  const at = async (learningRate: number) =>
    (await losses({ ...defaults, curvature: 4, learningRate }, 400))[400]
  expect(await at(0.5)).toBeCloseTo(32, 9)
  expect(await at(0.51)).toBeGreaterThan(1e6)
})

test(
  'the network’s caption: too small creeps, 0.3 arrives, 3 arrives lower, 30 never settles',
  { timeout: 60_000 },
  async () => {
    const values = { ...defaults, task: 'network', learningRate: 3 } as const
    const ends: Record<string, number[]> = {}
    for (const { id, values: own } of membersOf(experiment.spec, values))
      ends[id] = await losses(own, STEPS.network)
    expect(ends['rate-0.003']?.at(-1)).toBeCloseTo(0.44, 2)
    expect(ends['rate-0.3']?.at(-1)).toBeCloseTo(0.045, 3)
    expect(ends['yours']?.at(-1)).toBeCloseTo(0.001, 3)
    expect(ends['rate-30']?.at(-1)).toBeGreaterThan(1)
  },
)

test(
  'a range test raises the rate by one factor, falls, and then blows up',
  { timeout: 60_000 },
  async () => {
    expect(rangeRate(0)).toBeCloseTo(1e-4, 12)
    expect(rangeRate(STEPS.range)).toBeCloseTo(100, 9)
    expect(rangeRate(11) / rangeRate(10)).toBeCloseTo(rangeRate(201) / rangeRate(200), 12)
    const curve = await losses({ ...defaults, task: 'range' }, STEPS.range)
    const least = Math.min(...curve)
    expect(least).toBeLessThan(0.35 * (curve[0] ?? NaN))
    expect(curve.at(-1)).toBeGreaterThan(10 * least)
    expect(rangeRate(curve.indexOf(least))).toBeGreaterThan(0.3)
  },
)
