import { PLANE_FEATURES, type PlaneFeatureId } from '../../../math/planeFeature.ts'
import {
  choice,
  defineParams,
  integer,
  list,
  number,
  points,
  record,
  seed,
  text,
  toggle,
  type Values,
} from '../../../protocol/params.ts'
import { hyperParams } from './hyper.ts'
import { OWN_NUMBERS, OWN_POINTS } from './points.ts'

/** The plane shown is [−EDGE, EDGE]². */
export const EDGE = 2.4
/** Columns and rows of the output's field, and of a unit's map. */
export const FIELD = 64
export const MAP = 32
export const MOST_POINTS = 1000

/** Point sets: ids of `math/pointSets`, and the reader's own points, of classes or with numbers to predict. */
export const DATA = [
  'spiral',
  'circle',
  'xor',
  'moons',
  'gauss',
  'own',
  'gaussian',
  'plane',
  'own-numbers',
] as const
export type DataId = (typeof DATA)[number]
const REGRESSION: readonly string[] = ['gaussian', 'plane', 'own-numbers']
export const isRegression = (data: string): boolean => REGRESSION.includes(data)

/** Ids of `math/activations`; all can be exported. */
export const ACTIVATIONS = [
  'tanh',
  'relu',
  'sigmoid',
  'leaky-relu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'mish',
  'softplus',
  'softsign',
  'linear',
] as const

/** `matched`: He for the ReLU family, Xavier for the others; else ids of `core/initializers`. */
export const INITS = ['matched', 'xavier-uniform', 'he-uniform', 'orthogonal', 'normal', 'zeros'] as const

export const OPTIMIZERS = [
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'rmsprop',
  'adadelta',
  'adam',
  'adamw',
  'adamax',
] as const

export const SCHEDULES = [
  'constant',
  'step-decay',
  'exponential',
  'inverse-time',
  'cosine',
  'linear-warmup',
  'warmup-cosine',
] as const

export const PANELS = ['none', 'curves', 'layers', 'confusion', 'surface'] as const
export type PanelId = (typeof PANELS)[number]

const layer = record({
  units: integer({ default: 8, min: 1, max: 16 }),
  activation: choice(ACTIVATIONS, { default: 'tanh' }),
})

type Given = Readonly<Record<string, unknown>>
const regression = (v: Given): boolean => isRegression(String(v['data']))
const own = (v: Given): boolean => v['data'] === 'own' || v['data'] === 'own-numbers'

/** Everything that a reader can set, in the order of the controls. */
export const params = defineParams({
  data: choice(DATA, { default: 'spiral', group: 'data' }),
  classes: integer({ default: 2, min: 2, max: 4, group: 'data', when: (v) => !regression(v) }),
  count: integer({ default: 400, min: 20, max: 1000, scale: 'log', group: 'data', when: (v) => !own(v) }),
  noise: number({ default: 0, min: 0, max: 0.5, step: 0.01, group: 'data', when: (v) => !own(v) }),
  testShare: number({ default: 0.5, min: 0.1, max: 0.9, step: 0.05, group: 'data' }),
  seed: seed({ default: 1, group: 'data' }),
  points: points({
    default: OWN_POINTS,
    min: -EDGE,
    max: EDGE,
    classes: 4,
    maxLength: MOST_POINTS,
    live: true,
    hidden: true,
    when: (v) => v['data'] === 'own',
  }),
  numbers: points({
    default: OWN_NUMBERS,
    min: -EDGE,
    max: EDGE,
    measured: [-1, 1],
    maxLength: MOST_POINTS,
    live: true,
    hidden: true,
    when: (v) => v['data'] === 'own-numbers',
  }),
  /** What the axes of the reader's own points mean. */
  xName: text({ default: '', maxLength: 40, hidden: true, look: true }),
  yName: text({ default: '', maxLength: 40, hidden: true, look: true }),

  features: list<PlaneFeatureId>(choice(PLANE_FEATURES, { default: 'x' }), {
    default: ['x', 'y'],
    min: 1,
    max: 7,
    group: 'network',
  }),
  layers: list(layer, {
    default: [
      { units: 8, activation: 'tanh' },
      { units: 8, activation: 'tanh' },
    ],
    max: 6,
    group: 'network',
  }),
  start: choice(INITS, { default: 'matched', group: 'network' }),
  residual: toggle({ default: false, group: 'network' }),
  batchNorm: toggle({ default: false, group: 'network' }),
  dropout: number({ default: 0, min: 0, max: 0.8, step: 0.05, group: 'network' }),

  learningRate: number({
    default: 0.02,
    min: 1e-5,
    max: 10,
    scale: 'log',
    live: true,
    symbol: 'η',
    group: 'training',
  }),
  optimizer: choice(OPTIMIZERS, { default: 'adam', group: 'training' }),
  ...hyperParams,
  schedule: choice(SCHEDULES, { default: 'constant', group: 'training' }),
  loss: choice(['cross-entropy', 'hinge', 'mse', 'huber', 'mae'], {
    default: 'cross-entropy',
    group: 'training',
    when: (v) => !regression(v),
  }),
  fit: choice(['mse', 'huber', 'mae'], { default: 'mse', group: 'training', when: regression }),
  batch: integer({ default: 20, min: 1, max: 1000, scale: 'log', group: 'training' }),
  l1: number({ default: 0, min: 0, max: 0.05, step: 0.0005, live: true, group: 'training' }),
  l2: number({ default: 0, min: 0, max: 0.05, step: 0.0005, live: true, group: 'training' }),
  clip: number({ default: 0, min: 0, max: 10, step: 0.1, live: true, group: 'training' }),
  updates: integer({ default: 2000, min: 100, max: 100_000, scale: 'log', group: 'training' }),
  stop: choice(['never', 'test-loss', 'accuracy'], { default: 'never', group: 'training' }),
  stopLoss: number({
    default: 0.05,
    min: 1e-4,
    max: 1,
    scale: 'log',
    group: 'training',
    when: (v) => v['stop'] === 'test-loss',
  }),
  stopAccuracy: number({
    default: 0.98,
    min: 0.5,
    max: 1,
    step: 0.01,
    group: 'training',
    when: (v) => v['stop'] === 'accuracy',
  }),

  panel: choice(PANELS, { default: 'curves', look: true, hidden: true }),
  showTest: toggle({ default: true, look: true, hidden: true }),
  /** The point whose way through the network is written out. */
  probeX: number({ default: 0.8, min: -EDGE, max: EDGE, look: true, hidden: true }),
  probeY: number({ default: 0.4, min: -EDGE, max: EDGE, look: true, hidden: true }),
})

export type PlaygroundValues = Values<typeof params>

/** The reader's own points, where they are what is learned. */
export function ownPoints({
  data,
  points: ofClasses,
  numbers,
}: Pick<PlaygroundValues, 'data' | 'points' | 'numbers'>): PlaygroundValues['points'] | null {
  if (data === 'own') return ofClasses
  return data === 'own-numbers' ? numbers : null
}

/** Bins of a histogram, and the ends of that of log10 |gradient|. */
export const BINS = 40
export const GRADIENT_DOMAIN = [-8, 2] as const
