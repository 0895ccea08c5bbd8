import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { runTrial } from '../../../src/headless/trial.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/playground/experiment.ts'
import { openInNode } from '../nodeBackend.ts'

/** What the book claims of its presets: held-out accuracy over the seeds 1 to 10, from x and y alone, split in halves. */
const CLAIMS = [
  { preset: 'spiral', mean: 0.98, least: 0.95 },
  { preset: 'threeArms', mean: 0.95, least: 0.95 },
  { preset: 'fourArms', mean: 0.95, least: 0.95 },
] as const

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

test.each(CLAIMS)('preset $preset keeps its word over ten seeds', { timeout: 180_000 }, async (claim) => {
  const { spec } = experiment
  const accuracies: number[] = []
  for (let seed = 1; seed <= 10; seed++) {
    const values = { ...defaultValues(spec.params), ...spec.presets?.[claim.preset], seed }
    expect(values).toMatchObject({ data: 'spiral', noise: 0, testShare: 0.5, features: ['x', 'y'] })
    const [{ history }] = await runTrial(experiment, values, values.updates, 'cpu')
    accuracies.push(history.metrics['accuracy'].at(-1) ?? 0)
  }
  const mean = accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length
  const shown = accuracies.map((one) => one.toFixed(3)).join(' ')
  console.info(`${claim.preset}: mean ${mean.toFixed(4)}, seeds 1 to 10: ${shown}`)
  expect(mean).toBeGreaterThanOrEqual(claim.mean)
  expect(Math.min(...accuracies)).toBeGreaterThanOrEqual(claim.least)
})
