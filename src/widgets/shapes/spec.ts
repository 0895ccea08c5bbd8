import { defineParams, expression } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'shapes',
  params: defineParams({
    input: expression({ default: '28x28x1', maxLength: 24 }),
    layers: expression({
      default: 'conv 8 5x5, pool 2, conv 16 5x5, pool 2, flatten, dense 10',
      maxLength: 300,
    }),
  }),
  presets: {
    convolutional: {},
    dense: { input: '784', layers: 'dense 64, dense 64, dense 10' },
    strided: {
      input: '64x64x3',
      layers:
        'conv 16 3x3 stride 2 same, conv 32 3x3 stride 2 same, conv 64 3x3 stride 2 same, global pool, dense 5',
    },
    broken: { input: '28x28x1', layers: 'conv 8 5x5, pool 2, dense 10' },
  },
})
