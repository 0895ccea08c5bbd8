import { planNetwork, type ArchitectureResult, type NetLayer } from '../../../math/architecture.ts'
import {
  choice,
  data,
  defineParams,
  integer,
  list,
  number,
  record,
  seed,
  text,
  toggle,
  type ListParam,
  type Values,
} from '../../../protocol/params.ts'

/** Columns and rows of an image. */
export const SIDE = 28
export const DIGITS = 10
/** Digits that no training shows, and how often (in updates) the network is asked about them. */
export const TESTED = 500
export const TEST_EVERY = 50
export const MOST_LAYERS = 10

export const KINDS = [
  'conv',
  'max-pool',
  'average-pool',
  'global-pool',
  'batch-norm',
  'dropout',
  'dense',
] as const
export type LayerKind = (typeof KINDS)[number]

/** Ids of `math/activations`. */
export const ACTIVATIONS = ['relu', 'leaky-relu', 'elu', 'gelu', 'tanh', 'sigmoid', 'linear'] as const
export const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'] as const
export const PANELS = ['read', 'inside', 'mistakes'] as const

/** One layer as the reader edits it. A field that its kind has no use for keeps its value and does nothing. */
export const layerFields = {
  kind: choice(KINDS, { default: 'conv' }),
  /** Filters of a convolution, units of a dense layer. */
  count: integer({ default: 8, min: 1, max: 128, scale: 'log' }),
  size: integer({ default: 3, min: 1, max: 11 }),
  stride: integer({ default: 1, min: 1, max: 4 }),
  dilation: integer({ default: 1, min: 1, max: 4 }),
  padding: choice(['valid', 'same'], { default: 'valid' }),
  activation: choice(ACTIVATIONS, { default: 'relu' }),
  /** Share of numbers that dropout sets to 0. */
  rate: number({ default: 0.25, min: 0, max: 0.9, step: 0.05 }),
}
const layer = record(layerFields)
export type LabLayer = typeof layer.default

/** A layer of a kind with the numbers that it usually has, and those that differ. */
export function labLayer(kind: LayerKind, changes: Partial<LabLayer> = {}): LabLayer {
  const pool = kind === 'max-pool' || kind === 'average-pool'
  const usual = pool ? { size: 2, stride: 2 } : kind === 'dense' ? { count: 32 } : {}
  return { ...layer.default, kind, ...usual, ...changes }
}

/** Cheap to train: 28 × 28 → 12 × 12 × 8 → 10 × 10 × 12 → 5 × 5 × 12 → 10. */
const FIRST_LAYERS: readonly LabLayer[] = [
  labLayer('conv', { size: 5, count: 8, stride: 2 }),
  labLayer('conv', { size: 3, count: 12 }),
  labLayer('max-pool'),
]

const anyLayers = list(layer, { default: FIRST_LAYERS, max: MOST_LAYERS, hidden: true })
/** Random networks, which tests draw, are small ones: a test that waits for a large one tells no more. */
const layers: ListParam<LabLayer> = {
  ...anyLayers,
  sample: (random) =>
    Array.from({ length: Math.floor(4 * random()) }, () => ({
      ...layer.sample(random),
      count: 1 + Math.floor(4 * random()),
      size: 1 + Math.floor(4 * random()),
    })),
}

/** Set in the picture; two networks that are compared look at one digit. */
const SEEN = { look: true, shared: true, hidden: true } as const

export const params = defineParams({
  layers,
  optimizer: choice(OPTIMIZERS, { default: 'adam' }),
  learningRate: number({ default: 0.003, min: 1e-5, max: 3, scale: 'log', live: true, symbol: 'η' }),
  batch: integer({ default: 16, min: 8, max: 256, scale: 'log' }),
  /** Shown in training, each digit once; with the batch, the number of updates. */
  images: integer({ default: 32_000, min: 1000, max: 200_000, scale: 'log' }),
  /** Files of the reader's, images and labels: instead of the digits that are made up from the seed. */
  training: data(),
  testing: data(),
  augment: toggle({ default: false }),
  seed: seed(),
  panel: choice(PANELS, { default: 'read', ...SEEN }),
  /** Number of the test digit that is looked at while nothing is drawn. */
  digit: integer({ default: 0, min: 0, max: TESTED - 1, ...SEEN }),
  /** The reader's drawing, as `math/drawnDigit` writes it. */
  drawing: text({ default: '', maxLength: 1600, ...SEEN }),
})
export type LabValues = Values<typeof params>

const IMAGE = { height: SIDE, width: SIDE, channels: 1 }

/** The network that these layers make, or why they can't. */
export function planOf(asked: readonly LabLayer[]): ArchitectureResult {
  return planNetwork(IMAGE, asked.map(toNetLayer), DIGITS)
}

function toNetLayer({ kind, count, size, stride, dilation, padding, activation, rate }: LabLayer): NetLayer {
  switch (kind) {
    case 'conv':
      return { kind, filters: count, size, stride, dilation, padding, activation }
    case 'max-pool':
    case 'average-pool':
      return { kind: 'pool', how: kind === 'max-pool' ? 'max' : 'average', size, stride, padding }
    case 'dense':
      return { kind, units: count, activation }
    case 'dropout':
      return { kind, rate }
    default:
      return { kind }
  }
}

export const updatesOf = ({ images, batch }: Pick<LabValues, 'images' | 'batch'>): number =>
  Math.ceil(images / batch)
