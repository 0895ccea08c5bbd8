import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/schedules/experiment.ts'
import { STEPS, type SchedulesValues } from '../../../src/widgets/schedules/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

const defaults = defaultValues(experiment.spec.params)
const LOOK = { values: {}, width: 600 }

async function endOf(values: SchedulesValues, steps = STEPS) {
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
  for (let i = 0; i < steps; i++) await run.step()
  const frame = await run.frame(LOOK)
  const metrics = await run.measure?.()
  run.dispose()
  return { frame, metrics }
}

test('the caption: the constant rate ends highest, the cosine lowest', { timeout: 120_000 }, async () => {
  const losses: Record<string, number> = {}
  for (const { id, values } of membersOf(experiment.spec, defaults)) {
    losses[id] = (await endOf(values)).frame.loss ?? NaN
  }
  expect(losses['constant']).toBeCloseTo(0.29, 2)
  expect(losses['exponential']).toBeCloseTo(0.27, 2)
  expect(losses['step-decay']).toBeCloseTo(0.22, 2)
  expect(losses['cosine']).toBeCloseTo(0.2, 2)
  expect(losses['warmup-cosine']).toBeCloseTo(0.2, 2)
})

test(
  'the clipping caption: 0.11 with a limit, 0.47 without, 290 of 400 updates cut',
  { timeout: 60_000 },
  async () => {
    const values = { ...defaults, learningRate: 1, clip: true, clipNorm: 0.3, others: [] }
    const members = membersOf(experiment.spec, values)
    expect(members.map(({ id }) => id)).toEqual(['cosine', 'unclipped'])
    const [clipped, free] = await Promise.all(members.map(({ values: own }) => endOf(own)))
    expect(clipped?.frame).toMatchObject({ clipped: 290, accuracy: 0.96 })
    expect(clipped?.frame.loss).toBeCloseTo(0.11, 2)
    expect(free?.frame).toMatchObject({ clipped: 0, accuracy: 0.74 })
    expect(free?.frame.loss).toBeCloseTo(0.47, 2)
  },
)

test('the plan halves the rate after 100 updates, and keeps going', async () => {
  const { frame } = await endOf({ ...defaults, schedule: 'step-decay' }, 1)
  expect(frame.plan.length).toBe(STEPS)
  expect([frame.plan[0], frame.plan[99], frame.plan[100], frame.plan[399]]).toEqual(
    [0.1, 0.1, 0.05, 0.0125].map(Math.fround),
  )
})

test('a limit above every gradient changes nothing', async () => {
  const free = await endOf({ ...defaults, rule: 'sgd' }, 30)
  const limited = await endOf({ ...defaults, rule: 'sgd', clip: true, clipNorm: 10 }, 30)
  expect(limited.frame.clipped).toBe(0)
  expect(limited.metrics).toEqual(free.metrics)
})
