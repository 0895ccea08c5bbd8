import { defineSpec } from '../../protocol/spec.ts'
import { KERNEL_OFFER } from './spec/kernelOffer.ts'
import { labLayer, params, TEST_EVERY, updatesOf } from './spec/params.ts'
import type { LabTraffic } from './spec/traffic.ts'

export default defineSpec<LabTraffic>()({
  name: 'digits-lab',
  params,
  presets: {
    none: { layers: [] },
    dense: { layers: [labLayer('dense', { count: 64 })] },
    global: {
      layers: [
        labLayer('conv', { count: 8, stride: 2 }),
        labLayer('batch-norm'),
        labLayer('conv', { count: 16, stride: 2 }),
        labLayer('batch-norm'),
        labLayer('conv', { count: 32 }),
        labLayer('global-pool'),
      ],
    },
    // `math/strokes/recipe`, which `npm run evaluate -- strokes` asks about real digits.
    recipe: {
      layers: [
        labLayer('conv', { size: 5, count: 8 }),
        labLayer('max-pool'),
        labLayer('conv', { size: 5, count: 16 }),
        labLayer('max-pool'),
      ],
      batch: 32,
      images: 117_000,
    },
  },
  run: {
    workload: 'conv',
    stepIs: 'update',
    metrics: {
      accuracy: { scale: 'linear', role: 'test' },
      trainAccuracy: { scale: 'linear', role: 'train' },
      loss: { scale: 'log', role: 'test', hidden: true },
      trainLoss: { scale: 'log', role: 'train', hidden: true },
    },
    measureEvery: TEST_EVERY,
    speed: 'max',
    endStep: updatesOf,
  },
  exports: { model: { kind: 'model' } },
  offers: { kernel: KERNEL_OFFER },
})
