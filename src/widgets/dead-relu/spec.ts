import { choice, defineParams, integer, number, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** What the twin uses in place of ReLU: ids of `math/activations`. */
export const CURES = ['leaky-relu', 'elu', 'gelu', 'silu'] as const
export type CureId = (typeof CURES)[number]

export const DATA = ['circle', 'xor', 'moons', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Points in the training set. */
export const POINTS = 200
/** A unit that is on for at most this share of the training set, but for some of it, is called dying. */
export const DYING = 0.05

export interface DeadFrame {
  readonly layers: number
  readonly units: number
  /** Of each unit, layer after layer: the share of training points for which its input is above 0. */
  readonly on: Float32Array
  /** Of each unit: least and largest input over the training set. */
  readonly least: Float32Array
  readonly most: Float32Array
  readonly loss: number
  readonly accuracy: number
}

export default defineSpec<{ frame: DeadFrame; action: never; question: never; answer: never }>()({
  name: 'dead-relu',
  params: defineParams({
    learningRate: number({ default: 2, min: 1e-3, max: 10, scale: 'log', live: true, symbol: 'η' }),
    cure: choice(CURES, { default: 'leaky-relu' }),
    slope: number({
      default: 0.1,
      min: 0,
      max: 0.5,
      step: 0.01,
      symbol: 'α',
      when: (values) => values['cure'] === 'leaky-relu',
    }),
    layers: integer({ default: 3, min: 1, max: 6 }),
    units: integer({ default: 12, min: 2, max: 16 }),
    data: choice(DATA, { default: 'spiral' }),
    batch: integer({ default: 20, min: 1, max: POINTS, scale: 'log', hidden: true }),
    seed: seed({ default: 7 }),
  }),
  presets: {
    deadly: { learningRate: 2 },
    calm: { learningRate: 0.2 },
    wild: { learningRate: 3 },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      silent: { scale: 'linear', role: 'share' },
      loss: { scale: 'log', role: 'train', hidden: true },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 5,
    speed: 60,
    endStep: () => 600,
    members: (values) => [
      { id: 'relu', values },
      { id: values.cure, values },
    ],
  },
})
