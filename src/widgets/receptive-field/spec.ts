import { choice, defineParams, integer, list, record, seed, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export const MOST_LAYERS = 8
export const LIMITS = {
  kernel: { min: 1, max: 7 },
  stride: { min: 1, max: 4 },
  dilation: { min: 1, max: 4 },
} as const

const layer = record({
  kind: choice(['conv', 'pool'], { default: 'conv' }),
  kernel: integer({ default: 3, ...LIMITS.kernel }),
  stride: integer({ default: 1, ...LIMITS.stride }),
  /** Of a pooling layer: not used. */
  dilation: integer({ default: 1, ...LIMITS.dilation }),
})
type Layer = typeof layer.default

const conv = (kernel: number, stride = 1, dilation = 1): Layer => ({ kind: 'conv', kernel, stride, dilation })
const pool: Layer = { kind: 'pool', kernel: 2, stride: 2, dilation: 1 }

export const params = defineParams({
  weights: choice(['random', 'equal'], { default: 'random' }),
  draws: integer({ default: 40, min: 1, max: 100, scale: 'log' }),
  seed: seed({ default: 1 }),
  layers: list<Layer>(layer, {
    default: [conv(3), conv(3), pool, conv(3), conv(3)],
    min: 1,
    max: MOST_LAYERS,
    hidden: true,
  }),
})
export type FieldValues = Values<typeof params>
export type FieldLayerValues = FieldValues['layers'][number]

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'receptive-field',
  params,
  presets: {
    mixed: {},
    lenet: { layers: [conv(5), pool, conv(5), pool] },
    deep: { layers: Array.from({ length: MOST_LAYERS }, () => conv(3)) },
    dilated: { layers: [conv(3), conv(3, 1, 2), conv(3, 1, 4)] },
    holes: { layers: [conv(3, 1, 2), conv(3, 1, 2), conv(3, 1, 2)] },
    strided: { layers: [conv(3, 2), conv(3, 2), conv(3, 2)] },
  },
})
