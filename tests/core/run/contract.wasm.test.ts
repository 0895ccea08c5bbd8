import { describeContract, isSlowOnCpu } from './contract.ts'

// What computes with plain numbers does not change with the backend. A thousand steps are taken on one of the two.
describeContract('wasm', (spec) => spec.run?.workload !== 'plain', isSlowOnCpu)
