import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { openInNode } from '../nodeBackend.ts'
import experiment from '../../../src/widgets/spirals/experiment.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import type { OpenBackend } from '../../../src/core/backend/open.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

test(
  'two spirals are learned: held-out accuracy at least 95 % after 2,000 updates',
  { timeout: 60_000 },
  async () => {
    const before = tf.memory().numTensors
    const values = defaultValues(experiment.spec.params)
    const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    const start = await run.measure?.()
    for (let i = 0; i < 2000; i++) await run.step()
    const end = await run.measure?.()
    expect(end?.['train']).toBeLessThan((start?.['train'] ?? 0) / 20)
    expect(end?.['accuracy']).toBeGreaterThanOrEqual(0.95)
    const frame = await run.frame({ values: {}, width: 600 })
    expect(frame.strip.map((s) => s.step)).toEqual([0, 30, 120, 260, 500, 1000, 2000])
    run.dispose()
    expect(tf.memory().numTensors).toBe(before)
  },
)
