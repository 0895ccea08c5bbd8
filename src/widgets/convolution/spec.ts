import { KERNELS, type KernelId } from '../../math/kernels.ts'
import { PATTERNS, type PatternId } from '../../math/imagePatterns.ts'
import { choice, defineParams, integer, matrix, text, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'
import { LEARNED, type LearnedId } from './spec/learned.ts'

/** Pictures made by formula, or the reader’s own drawing. */
export const IMAGES: readonly ImageId[] = [...PATTERNS, 'own']
export type ImageId = PatternId | 'own'
export const FILTERS: readonly FilterId[] = [...KERNELS, ...LEARNED, 'own']
export type FilterId = KernelId | LearnedId | 'own'
export const PADDINGS = ['valid', 'same', 'number'] as const

/** Weights may be typed within ± this. */
export const WEIGHT_REACH = 32
const zeros = (rows: number, columns: number): readonly (readonly number[])[] =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0))

export const params = defineParams({
  filter: choice(FILTERS, { default: 'sobel-x', group: 'kernel' }),
  size: choice(['3', '5'], { default: '3', group: 'kernel' }),
  image: choice(IMAGES, { default: 'digit', group: 'image' }),
  side: choice(['12', '28'], { default: '12', group: 'image' }),
  channels: choice(['1', '3'], { default: '1', group: 'image' }),
  numbers: toggle({ default: false, group: 'image', when: ({ side }) => side === '12' }),
  stride: integer({ default: 1, min: 1, max: 4, symbol: 's', group: 'slide' }),
  padding: choice(PADDINGS, { default: 'valid', group: 'slide' }),
  pad: integer({
    default: 1,
    min: 0,
    max: 4,
    symbol: 'p',
    group: 'slide',
    when: ({ padding }) => padding === 'number',
  }),
  dilation: integer({ default: 1, min: 1, max: 4, symbol: 'd', group: 'slide' }),
  /** The reader’s filter: three slices side by side, of which one channel uses the first. */
  small: matrix({ default: zeros(3, 9), min: -WEIGHT_REACH, max: WEIGHT_REACH, hidden: true }),
  large: matrix({ default: zeros(5, 15), min: -WEIGHT_REACH, max: WEIGHT_REACH, hidden: true }),
  /** The reader’s drawing, as `formatTenths` writes it. */
  drawn: text({ default: '', maxLength: 28 * 28 * 3, hidden: true }),
  /** The output cell that is explained. */
  row: integer({ default: 2, min: 0, max: 35, hidden: true }),
  column: integer({ default: 1, min: 0, max: 35, hidden: true }),
})
export type ConvolutionValues = Values<typeof params>

/** The weights of a colour detector: what is redder than it is green and blue. */
const REDNESS = [
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, -0.5, 0, 0, -0.5, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
]

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'convolution',
  params,
  presets: {
    edges: {},
    blur: { filter: 'gaussian', size: '5', image: 'scene', side: '28', padding: 'same', row: 13, column: 10 },
    emboss: { filter: 'emboss', image: 'scene', side: '28', padding: 'same', row: 13, column: 10 },
    strided: { stride: 2, padding: 'same', row: 2, column: 2 },
    dilated: { dilation: 2, padding: 'same', row: 4, column: 4 },
    colour: { image: 'scene', channels: '3', side: '28', filter: 'own', small: REDNESS, row: 14, column: 8 },
  },
})
