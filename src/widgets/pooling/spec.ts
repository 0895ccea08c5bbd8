import { KERNELS, type KernelId } from '../../math/kernels.ts'
import { PATTERNS } from '../../math/imagePatterns.ts'
import { choice, defineParams, integer, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Cells along a side of the image. */
export const SIDE = 14
/** How far the image can be pushed. */
export const MOST_SHIFT = 4
/** What is pooled: the picture itself, or what a kernel makes of it. */
export const MAPS: readonly ('none' | KernelId)[] = ['none', ...KERNELS.filter((id) => id !== 'identity')]

export const params = defineParams({
  window: integer({ default: 2, min: 2, max: 4, symbol: 'k' }),
  stride: integer({ default: 2, min: 1, max: 4, symbol: 's' }),
  shift: integer({ default: 1, min: 0, max: MOST_SHIFT }),
  image: choice(PATTERNS, { default: 'digit' }),
  map: choice<'none' | KernelId>(MAPS, { default: 'sobel-x' }),
  /** The pooled cell that is explained. */
  row: integer({ default: 1, min: 0, max: SIDE, hidden: true }),
  column: integer({ default: 1, min: 0, max: SIDE, hidden: true }),
})
export type PoolingValues = Values<typeof params>

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'pooling',
  params,
  presets: {
    halved: {},
    overlapping: { window: 3, stride: 2 },
    dense: { window: 3, stride: 1 },
    whole: { shift: 2 },
    checkerboard: { image: 'checkerboard', map: 'none', window: 3, stride: 3 },
  },
})
