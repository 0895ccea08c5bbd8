import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/saturated-unit/experiment.ts'
import { judge } from '../../../src/widgets/saturated-unit/spec.ts'

const { spec } = experiment

/** 1 − p after each update, the start included. */
async function missing(id: string, changed: object, steps: number): Promise<number[]> {
  const member = membersOf(spec, { ...defaultValues(spec.params), ...changed }).find((one) => one.id === id)
  if (!member) throw new Error(id)
  const run = await experiment.create(member.values, { rng: makeRng(1), backend: 'cpu', member: 0 })
  const path: number[] = []
  for (let i = 0; i <= steps; i++) {
    path.push((await run.measure?.())?.['missing'] ?? NaN)
    await run.step()
  }
  return path
}
const firstBelow = (path: readonly number[], limit: number): number => path.findIndex((x) => x < limit)

test('the slopes at the start: −0.0049 and −0.998, where p = 0.0025', () => {
  expect(judge('mse', -6).gradient).toBeCloseTo(-0.0049, 4)
  expect(judge('cross-entropy', -6).gradient).toBeCloseTo(-0.998, 3)
  expect(1 / (1 + Math.exp(6))).toBeCloseTo(0.0025, 4)
})

test('each slope is that of its loss', () => {
  for (const id of ['mse', 'cross-entropy'] as const)
    for (const z of [-9, -3, -0.5, 0, 2, 8]) {
      const h = 1e-5
      const measured = (judge(id, z + h).loss - judge(id, z - h).loss) / (2 * h)
      expect(judge(id, z).gradient).toBeCloseTo(measured, 8)
    }
})

test('half way after 214 updates with the squared error, after 7 with cross-entropy; from −8 after 1,507', async () => {
  expect(firstBelow(await missing('mse', {}, 300), 0.5)).toBe(214)
  expect(firstBelow(await missing('cross-entropy', {}, 300), 0.5)).toBe(7)
  expect(firstBelow(await missing('mse', { start: -8 }, 1600), 0.5)).toBe(1507)
})

test('it sleeps: after 150 updates of 300 the squared error has hardly moved', async () => {
  expect((await missing('mse', {}, 150)).at(-1)).toBeGreaterThan(0.99)
})

test('the waiting time is e^|z| / 2 at this rate: more than six weeks from −20, at 60 a second', () => {
  expect(-judge('mse', -20).gradient / Math.exp(-20)).toBeCloseTo(2, 6)
  expect(Math.exp(20) / 2 / 60 / 86400).toBeGreaterThan(6 * 7)
})

test('the exercise: η = 5 brings the output above 0.9 after 24 updates, 0.5 does not within 100', async () => {
  expect(firstBelow(await missing('mse', { learningRate: 5 }, 100), 0.1)).toBe(24)
  expect(firstBelow(await missing('mse', {}, 100), 0.1)).toBe(-1)
})
