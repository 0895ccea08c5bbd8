import { choice, defineParams, integer, number, seed, text, type Values } from '../../../protocol/params.ts'
import { LEVELS } from './place.ts'
import { ANSWER, DIGITS, STAGES } from './stages.ts'

/** Digits that no training shows, and how often (in updates) the network is asked about them. */
export const TESTED = 500
export const TEST_EVERY = 50

const widest = Math.max(...STAGES.map(({ output }) => output.height))
const most = Math.max(...STAGES.map(({ output }) => output.channels))
const look = { look: true, hidden: true } as const

export const params = defineParams({
  learningRate: number({ default: 0.01, min: 1e-5, max: 1, scale: 'log', live: true, symbol: 'η' }),
  batch: integer({ default: 32, min: 1, max: 128, scale: 'log' }),
  /** Shown in training, each digit once; with the batch, the number of updates. */
  images: integer({ default: 32_000, min: 1000, max: 100_000, scale: 'log' }),
  seed: seed(),
  /** How far the reader has gone in, and where: see `Place`. */
  level: choice(LEVELS, { default: 'network', ...look }),
  layer: integer({ default: 1, min: 0, max: ANSWER, ...look }),
  channel: integer({ default: 0, min: 0, max: most - 1, ...look }),
  row: integer({ default: 11, min: 0, max: widest - 1, ...look }),
  column: integer({ default: 11, min: 0, max: widest - 1, ...look }),
  slice: integer({ default: 0, min: 0, max: most - 1, ...look }),
  /** The digit that is looked at while nothing is drawn. */
  digit: integer({ default: 7, min: 0, max: DIGITS - 1, ...look }),
  /** The reader's drawing, as `math/drawnDigit` writes it. */
  drawing: text({ default: '', maxLength: 1600, ...look }),
})
export type ZoomValues = Values<typeof params>

export const updatesOf = ({ images, batch }: Pick<ZoomValues, 'images' | 'batch'>): number =>
  Math.ceil(images / batch)
