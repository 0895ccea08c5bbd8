import { choice, defineParams, integer, number, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** The one thing in which the twin differs. */
export const SWITCHES = [
  'none',
  'l2',
  'l1',
  'dropout',
  'batch-norm',
  'augmentation',
  'early-stopping',
  'decay',
  'initialisation',
  'residual',
  'width',
] as const
export type SwitchId = (typeof SWITCHES)[number]

export const DATA = ['moons', 'circle', 'xor', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Fresh points on which each run is tested. */
export const TEST = 500
/** Examples per update. */
export const BATCH = 10
/** The share of its points that an early stopper keeps back for validation, and how often it looks at them. */
export const KEPT_BACK = 0.25
export const CHECK_EVERY = 10
/** The plane shown is [−EDGE, EDGE]². */
export const EDGE = 2.8
/** Columns and rows of the decision field. */
export const FIELD = 48
export const MOST_SEEDS = 10

export interface BenchFrame {
  /** By seed: mean loss and share of wrong answers, on the training points and on fresh ones. */
  readonly train: Float64Array
  readonly test: Float64Array
  readonly trainError: Float64Array
  readonly testError: Float64Array
  /** By seed: the update whose weights are shown, which an early stopper may have gone back to. */
  readonly at: Int32Array
  /** Of the seed looked at: logits on a FIELD × FIELD grid, row 0 at the top, negative for class A. */
  readonly logits: Float32Array
  /** Of the seed looked at: x, y, class, and 1 if trained on (0: kept back for validation), point after point. */
  readonly points: Float32Array
}

const only =
  (id: SwitchId) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    values['switch'] === id

export default defineSpec<{ frame: BenchFrame; action: never; question: never; answer: never }>()({
  name: 'training-bench',
  params: defineParams({
    switch: choice(SWITCHES, { default: 'l2' }),
    l2: number({ default: 0.02, min: 1e-5, max: 1, scale: 'log', symbol: 'λ', when: only('l2') }),
    l1: number({ default: 0.005, min: 1e-6, max: 0.1, scale: 'log', symbol: 'λ', when: only('l1') }),
    dropout: number({ default: 0.5, min: 0, max: 0.9, step: 0.05, symbol: 'p', when: only('dropout') }),
    jitter: number({ default: 0.3, min: 0, max: 1, step: 0.05, symbol: 's', when: only('augmentation') }),
    patience: integer({ default: 100, min: 10, max: 500, scale: 'log', when: only('early-stopping') }),
    scale: number({ default: 4, min: 0.01, max: 10, scale: 'log', when: only('initialisation') }),
    wide: integer({ default: 4, min: 1, max: 64, scale: 'log', when: only('width') }),
    measure: choice(['loss', 'error'], { default: 'loss', look: true }),
    data: choice(DATA, { default: 'moons', group: 'task' }),
    noise: number({ default: 0.4, min: 0, max: 1, step: 0.05, symbol: 'σ', group: 'task' }),
    points: integer({ default: 40, min: 20, max: 400, scale: 'log', symbol: 'n', group: 'task' }),
    layers: integer({ default: 2, min: 1, max: 16, group: 'network' }),
    units: integer({ default: 24, min: 2, max: 32, group: 'network' }),
    learningRate: number({ default: 0.003, min: 1e-4, max: 1, scale: 'log', symbol: 'η', group: 'network' }),
    updates: integer({ default: 600, min: 100, max: 2000, scale: 'log', group: 'network' }),
    seeds: integer({ default: 6, min: 2, max: MOST_SEEDS, group: 'seeds' }),
    shown: integer({ default: 1, min: 1, max: MOST_SEEDS, look: true, group: 'seeds' }),
    seed: seed({ group: 'seeds' }),
  }),
  // Each says all that any of them changes, so that one may follow another.
  presets: {
    penalty: { switch: 'l2', points: 40 },
    nothing: { switch: 'none', points: 40 },
    stop: { switch: 'early-stopping', points: 40 },
    wider: { switch: 'width', wide: 64, points: 40 },
    more: { switch: 'none', points: 400 },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      test: { scale: 'log', role: 'test' },
      train: { scale: 'log', role: 'train' },
      gap: { scale: 'linear', hidden: true },
      testError: { scale: 'linear', role: 'share', hidden: true },
      trainError: { scale: 'linear', role: 'share', hidden: true },
      errorGap: { scale: 'linear', role: 'share', hidden: true },
      testLow: { scale: 'log', hidden: true },
      testHigh: { scale: 'log', hidden: true },
      trainLow: { scale: 'log', hidden: true },
      trainHigh: { scale: 'log', hidden: true },
      testErrorLow: { scale: 'linear', role: 'share', hidden: true },
      testErrorHigh: { scale: 'linear', role: 'share', hidden: true },
      trainErrorLow: { scale: 'linear', role: 'share', hidden: true },
      trainErrorHigh: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 10,
    speed: 60,
    endStep: ({ updates }) => updates,
    // The reader's twin first: what an exercise asks for is measured on it.
    members: (values) => [
      { id: values.switch, values },
      { id: 'plain', values: { ...values, switch: 'none' as const } },
    ],
  },
})
