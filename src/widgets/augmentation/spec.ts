import type { Recipe } from '../../math/imageTransform.ts'
import { getImageTransform } from '../../math/imageTransforms/index.ts'
import type { StrokeSettings } from '../../math/strokes/settings.ts'
import { defineParams, integer, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Ids of `math/imageTransforms`, each with a switch of the same name. */
export const TRANSFORMS = [
  'shift',
  'rotation',
  'scale',
  'shear',
  'elastic',
  'noise',
  'cutout',
  'mirror',
] as const
export type TransformId = (typeof TRANSFORMS)[number]

/** Columns and rows of an image. */
export const SIDE = 28
export const DIGITS = 10
/** Digits that neither network has seen; as many of each. */
export const TESTED = 1000
/** Examples per update. */
export const BATCH = 25
/** Units of the one hidden layer. */
export const UNITS = 32
/** A tidier hand than the data set's own, five ways to write each digit: something that 200 examples can teach. */
export const HAND: Partial<StrokeSettings> = {
  stylesPerDigit: 5,
  jitter: 0.03,
  warp: 0.05,
  slantSpread: 0.15,
}

export const params = defineParams({
  /** The digit whose variants are shown. Set by the View. */
  digit: integer({ default: 6, min: 0, max: 9, look: true, hidden: true }),
  shift: toggle({ default: true, hidden: true }),
  rotation: toggle({ default: true, hidden: true }),
  scale: toggle({ default: true, hidden: true }),
  shear: toggle({ default: true, hidden: true }),
  elastic: toggle({ default: true, hidden: true }),
  noise: toggle({ default: false, hidden: true }),
  cutout: toggle({ default: false, hidden: true }),
  mirror: toggle({ default: false, hidden: true }),
  turn: number({
    default: 15,
    min: 5,
    max: 180,
    step: 5,
    symbol: 'θ',
    when: (values) => values['rotation'] === true,
  }),
  strength: number({ default: 1, min: 0.25, max: 3, step: 0.25 }),
  examples: integer({ default: 200, min: 50, max: 1000, scale: 'log', symbol: 'n' }),
  learningRate: number({ default: 0.003, min: 1e-4, max: 0.1, scale: 'log', live: true, symbol: 'η' }),
  seed: seed(),
})
export type AugmentationValues = Values<typeof params>

const switches = (...on: readonly TransformId[]): Record<TransformId, boolean> =>
  Object.fromEntries(TRANSFORMS.map((id) => [id, on.includes(id)])) as Record<TransformId, boolean>
const HARMLESS = switches('shift', 'rotation', 'scale', 'shear', 'elastic')

/** How far a transform may go with these values. */
export function amountOf(id: TransformId, { turn, strength }: AugmentationValues): number {
  const { amount } = getImageTransform(id)
  if (id === 'rotation') return turn
  // A share of the images is no distance.
  return id === 'mirror' ? amount.default : Math.min(amount.max, amount.default * strength)
}

/** The transforms that are on, in their order. */
export function recipeOf(values: AugmentationValues): Recipe {
  return TRANSFORMS.filter((id) => values[id]).map((id) => ({
    transform: getImageTransform(id),
    amount: amountOf(id, values),
  }))
}

export interface AugmentationFrame {
  /** The first training image of each digit as bytes, 255 for ink: [10, 784]. Only with the first member. */
  readonly originals: Uint8Array
  /** Test digits by what they are (rows) and what they are read as (columns): [10 × 10]. */
  readonly confusion: Uint16Array
  /** Shares read right: of the test digits, and of the training digits as they were written. */
  readonly test: number
  readonly train: number
}

export default defineSpec<{ frame: AugmentationFrame; action: never; question: never; answer: never }>()({
  name: 'augmentation',
  params,
  presets: {
    gentle: { ...HARMLESS, turn: 15, strength: 1 },
    every: { ...switches('rotation'), turn: 180, strength: 1 },
    mirrored: { ...switches('mirror'), strength: 1 },
    strong: { ...HARMLESS, turn: 15, strength: 3 },
  },
  run: {
    workload: 'dense',
    stepIs: 'update',
    metrics: {
      test: { scale: 'linear', role: 'test' },
      train: { scale: 'linear', role: 'train' },
      testLoss: { scale: 'log', role: 'test', hidden: true },
    },
    measureEvery: 20,
    speed: 60,
    endStep: () => 1000,
    members: (values) => [
      { id: 'augmented', values },
      { id: 'plain', values },
    ],
  },
})
