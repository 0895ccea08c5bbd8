import { PLANE_FEATURES, type PlaneFeatureId } from '../../math/planeFeature.ts'
import { choice, defineParams, integer, list, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

export const DATA = ['circle', 'xor', 'moons', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Who learns: a weighted sum of the reader's features, or a network on the bare coordinates. */
export const MODELS = ['hand', 'network'] as const
export type ModelId = (typeof MODELS)[number]

/** Points to train on; as many again to test with. */
export const POINTS = 200
/** The plane shown is [−EDGE, EDGE]². */
export const EDGE = 2.4
/** Columns and rows of the decision field, and of one feature's map. */
export const FIELD = 48
export const MAP = 24

export const params = defineParams({
  features: list<PlaneFeatureId>(choice(PLANE_FEATURES, { default: 'x' }), {
    default: ['x', 'y'],
    min: 1,
    max: PLANE_FEATURES.length,
  }),
  data: choice(DATA, { default: 'circle' }),
  layers: integer({ default: 2, min: 1, max: 3 }),
  units: integer({ default: 8, min: 1, max: 12 }),
  noise: number({ default: 0.1, min: 0, max: 0.5, step: 0.05, hidden: true }),
  learningRate: number({ default: 0.02, min: 1e-4, max: 1, scale: 'log', live: true, symbol: 'η' }),
  seed: seed({ default: 1 }),
  /** Set for each member. */
  model: choice(MODELS, { default: 'hand', hidden: true }),
})
export type FeatureValues = Values<typeof params>

export interface FeatureFrame {
  /** Logits on a FIELD × FIELD grid over the plane, row 0 at the top: negative for class A, positive for B. */
  readonly logits: Float32Array
  /** x, y, class of each training point, one after the other. */
  readonly points: Float32Array
  /** The numbers that the last sum weighs, as functions of the plane: MAP × MAP for each, 1 … 255 for −top … top. */
  readonly maps: Uint8Array
  /** What the last sum weighs them with, one for each; then its bias. */
  readonly weights: Float32Array
  readonly train: number
  readonly test: number
  readonly accuracy: number
}

const membersOf = (values: FeatureValues): readonly Member<typeof params>[] =>
  MODELS.map((model) => ({ id: model, values: { ...values, model } }))

export default defineSpec<{ frame: FeatureFrame; action: never; question: never; answer: never }>()({
  name: 'features-by-hand',
  params,
  presets: {
    rings: { data: 'circle', features: ['x', 'y'], layers: 2, units: 8, noise: 0.1 },
    squares: { data: 'circle', features: ['xx', 'yy'], layers: 2, units: 8, noise: 0.1 },
    product: { data: 'xor', features: ['x', 'y', 'xy'], layers: 2, units: 8, noise: 0.1 },
    everything: { data: 'spiral', features: PLANE_FEATURES, layers: 2, units: 8, noise: 0.1 },
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
    members: membersOf,
  },
})
