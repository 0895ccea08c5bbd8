import { choice, defineParams, integer, list, number, seed, toggle } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Activation functions that may run: ids of `math/activations`. */
export const RUNNERS = [
  'linear',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'softplus',
] as const
export type RunnerId = (typeof RUNNERS)[number]

export const DATA = ['circle', 'xor', 'moons', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Points to train on; as many again to test with. */
export const POINTS = 200
/** The plane shown is [−EDGE, EDGE]². */
export const EDGE = 2.4
/** Columns and rows of the decision field. */
export const FIELD = 48

export interface RaceFrame {
  /** Logits on a FIELD × FIELD grid over the plane, row 0 at the top: negative for class A, positive for B. */
  readonly logits: Float32Array
  /** x, y, class of each training point, one after the other. */
  readonly points: Float32Array
  readonly train: number
  readonly test: number
  readonly accuracy: number
}

export default defineSpec<{ frame: RaceFrame; action: never; question: never; answer: never }>()({
  name: 'activation-race',
  params: defineParams({
    activations: list<RunnerId>(choice(RUNNERS, { default: 'relu' }), {
      default: ['linear', 'sigmoid', 'tanh', 'relu', 'gelu'],
      min: 1,
      max: 6,
    }),
    data: choice(DATA, { default: 'spiral' }),
    noise: number({ default: 0.1, min: 0, max: 0.5, step: 0.05, hidden: true }),
    layers: integer({ default: 5, min: 1, max: 6 }),
    units: integer({ default: 12, min: 1, max: 16 }),
    learningRate: number({ default: 0.1, min: 1e-4, max: 10, scale: 'log', live: true, symbol: 'η' }),
    rule: choice(['sgd', 'momentum', 'adam'], { default: 'sgd' }),
    matched: toggle({ default: true }),
    batch: integer({ default: 20, min: 1, max: POINTS, scale: 'log', hidden: true }),
    curve: choice(['test', 'train', 'accuracy'], { default: 'test', look: true }),
    seed: seed({ default: 1 }),
  }),
  presets: {
    plain: { data: 'spiral', layers: 5, units: 12, rule: 'sgd', learningRate: 0.1 },
    adam: { data: 'spiral', layers: 3, units: 12, rule: 'adam', learningRate: 0.01 },
    gentle: { data: 'circle', layers: 2, units: 8, rule: 'sgd', learningRate: 0.1 },
    shallow: { data: 'spiral', layers: 1, units: 16, rule: 'sgd', learningRate: 0.3 },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      test: { scale: 'log', role: 'test' },
      train: { scale: 'log', role: 'train' },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 10,
    speed: 60,
    endStep: () => 1000,
    members: (values) =>
      [...new Set(values.activations)].map((activation) => ({
        id: activation,
        values: { ...values, activations: [activation] },
      })),
  },
})
