import { expect, it } from 'vitest'
import { describeContract, experiments } from './contract.ts'

it('finds the experiments by their folders', () => {
  expect(experiments.length).toBeGreaterThanOrEqual(5)
})

describeContract('cpu', () => true)
