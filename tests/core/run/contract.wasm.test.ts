import { describeContract } from './contract.ts'

// What computes with plain numbers does not change with the backend.
describeContract('wasm', (spec) => spec.run?.workload !== 'plain')
