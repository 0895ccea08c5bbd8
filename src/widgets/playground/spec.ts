import { defineSpec } from '../../protocol/spec.ts'
import { params } from './spec/params.ts'
import { presets } from './spec/presets.ts'
import type { PlaygroundTraffic } from './spec/traffic.ts'

export default defineSpec<PlaygroundTraffic>()({
  name: 'playground',
  params,
  presets,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      test: { scale: 'log', role: 'test' },
      train: { scale: 'log', role: 'train' },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
      trainAccuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 10,
    speed: 60,
    endStep: (values) => values.updates,
  },
  exports: { model: { kind: 'model' }, json: { kind: 'json' }, points: { kind: 'points' } },
})
