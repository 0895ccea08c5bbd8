import { defineSpec } from '../../protocol/spec.ts'
import { params, TEST_EVERY, updatesOf } from './spec/params.ts'
import type { ZoomTraffic } from './spec/traffic.ts'

export default defineSpec<ZoomTraffic>()({
  name: 'zoom',
  params,
  run: {
    workload: 'conv',
    stepIs: 'update',
    metrics: {
      accuracy: { scale: 'linear', role: 'test' },
      loss: { scale: 'log', role: 'test', hidden: true },
    },
    measureEvery: TEST_EVERY,
    speed: 'max',
    endStep: updatesOf,
  },
})
