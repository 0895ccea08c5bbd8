import type { PlaygroundValues } from './params.ts'

type Layers = PlaygroundValues['layers']
const of = (activation: Layers[number]['activation'], units: readonly number[]): Layers =>
  units.map((n) => ({ units: n, activation }))

/** What every preset says, so that going from one to another leaves nothing of the first behind. */
const BASE = {
  data: 'spiral',
  classes: 2,
  count: 400,
  noise: 0,
  testShare: 0.5,
  features: ['x', 'y'],
  layers: of('tanh', [8, 8]),
  start: 'matched',
  residual: false,
  batchNorm: false,
  dropout: 0,
  learningRate: 0.02,
  optimizer: 'adam',
  schedule: 'constant',
  loss: 'cross-entropy',
  fit: 'mse',
  batch: 20,
  l1: 0,
  l2: 0,
  clip: 0,
  updates: 2000,
  stop: 'never',
} as const satisfies Partial<PlaygroundValues>

const preset = (changes: Partial<PlaygroundValues>): Partial<PlaygroundValues> => ({ ...BASE, ...changes })

/** Settings that are worth a look. The spirals' accuracy is held by a test over ten seeds. */
export const presets = {
  spiral: preset({}),
  threeArms: preset({ classes: 3, layers: of('tanh', [12, 12]), updates: 3000 }),
  fourArms: preset({ classes: 4, layers: of('tanh', [12, 12]), updates: 4000 }),
  rings: preset({ data: 'circle', layers: of('tanh', [4, 2]), noise: 0.1, updates: 1000 }),
  features: preset({ data: 'circle', features: ['xx', 'yy'], layers: [], updates: 1000 }),
  overfit: preset({
    data: 'moons',
    count: 60,
    noise: 0.4,
    layers: of('tanh', [16, 16]),
    batch: 10,
    updates: 5000,
  }),
  hills: preset({ data: 'gaussian', layers: of('tanh', [12, 8]), updates: 4000 }),
  diverge: preset({
    data: 'gaussian',
    layers: of('relu', [8, 8]),
    optimizer: 'sgd',
    learningRate: 3,
    updates: 1000,
  }),
  own: preset({ data: 'own', layers: of('tanh', [6, 4]), testShare: 0.3 }),
  ownNumbers: preset({ data: 'own-numbers', layers: of('tanh', [8, 6]), testShare: 0.3 }),
}
