import { expect, it } from 'vitest'
import { describeContract, experiments, isSlowOnCpu } from './contract.ts'

it('finds the experiments by their folders', () => {
  expect(experiments.length).toBeGreaterThanOrEqual(5)
})

describeContract('cpu', (spec) => !isSlowOnCpu(spec))
