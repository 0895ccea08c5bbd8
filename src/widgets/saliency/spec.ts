import { defineSpec } from '../../protocol/spec.ts'
import type { SaliencyFrame } from './spec/frame.ts'
import { params, TEST_EVERY, UPDATES } from './spec/params.ts'

export default defineSpec<{ frame: SaliencyFrame; action: never; question: never; answer: never }>()({
  name: 'saliency',
  params,
  presets: {
    answer: { target: 'answer', against: 'none' },
    difference: { target: 'answer', against: 'second' },
    ink: { fill: 'ink' },
    random: { test: 'random', randomised: 3 },
    homogeneous: { test: 'sum', biases: false },
  },
  run: {
    workload: 'conv',
    stepIs: 'update',
    metrics: {
      accuracy: { scale: 'linear', role: 'test' },
      loss: { scale: 'log', role: 'test', hidden: true },
    },
    measureEvery: TEST_EVERY,
    speed: 'max',
    endStep: () => UPDATES,
  },
})
