import { choice, number, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Which divergence a run makes small: D(p‖q) or D(q‖p). */
export const DIRECTIONS = ['forward', 'reverse'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A bump: a normal curve, or one with edges, beyond which it is exactly 0. */
export const SHAPES = ['normal', 'edged'] as const
export type ShapeId = (typeof SHAPES)[number]

/** The line is cut into cells of this width over [−REACH, REACH]; distributions are probabilities of cells. */
export const REACH = 10
export const CELL = 0.1
export const CELLS = 201
/** Deviation of each of p's two bumps. */
export const BUMP = 0.7

export const params = {
  /** The green run; the other stands beside it. */
  direction: choice(DIRECTIONS, { default: 'forward' }),
  mean: number({ default: 1, min: -5, max: 5, step: 0.1, symbol: 'μ' }),
  deviation: number({ default: 0.8, min: 0.3, max: 4, step: 0.1, symbol: 'σ' }),
  gap: number({ default: 5, min: 0, max: 8, step: 0.1 }),
  share: number({ default: 0.6, min: 0.1, max: 0.9, step: 0.05 }),
  model: choice(SHAPES, { default: 'normal' }),
  truth: choice(SHAPES, { default: 'normal' }),
  learningRate: number({ default: 0.1, min: 0.01, max: 0.5, scale: 'log', live: true, symbol: 'η' }),
}
export type KlValues = Values<typeof params>

export interface KlFrame {
  /** Probability of each cell; `[CELLS]`. */
  readonly p: Float64Array
  readonly q: Float64Array
  readonly mean: number
  readonly deviation: number
  /** D(p‖q) and D(q‖p); each may be ∞. */
  readonly forward: number
  readonly reverse: number
  /** ∂D/∂μ and ∂D/∂log σ of the run's own divergence; null where that is infinite. */
  readonly gradient: readonly [number, number] | null
  /** What each cell adds to the run's own divergence; ∞ where its second distribution is 0 and its first is not. */
  readonly parts: Float64Array
}

export default defineSpec<{ frame: KlFrame; action: never; question: never; answer: never }>()({
  name: 'kl-fit',
  params,
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: {
      divergence: { scale: 'log', role: 'train' },
      forward: { scale: 'log', hidden: true },
      reverse: { scale: 'log', hidden: true },
      mean: { scale: 'linear', hidden: true },
      deviation: { scale: 'linear', hidden: true },
    },
    measureEvery: 1,
    speed: 60,
    endStep: () => 300,
    infinities: ['divergence', 'forward', 'reverse', 'parts'],
    members: (values: KlValues) =>
      [values.direction, ...DIRECTIONS.filter((id) => id !== values.direction)].map((id) => ({
        id,
        values: { ...values, direction: id },
      })),
  },
})
