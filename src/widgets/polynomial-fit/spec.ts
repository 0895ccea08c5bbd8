import { choice, defineParams, integer, number, seed, toggle } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** What the points are drawn from: ids of `model/truths.ts`. */
export const TRUTHS = ['sine', 'waves', 'runge', 'step', 'line'] as const
export type TruthId = (typeof TRUTHS)[number]

/** The errors are measured for each degree from 0 to this. */
export const MOST_DEGREE = 24
/** Curves are drawn, and bias and variance averaged, at so many places from −1 to 1. */
export const PLACES = 121
/** The fit to the points shown is drawn at so many: it may be wild. */
export const FINE = 481
/** The last so many fits are drawn. */
export const BUNDLE = 40
/** Fresh points on which each fit is tested. */
export const FRESH = 60
/** Up to so many points can be dragged; more would be a wall of rings. */
export const DRAGGED = 24

export interface FitFrame {
  readonly degree: number
  /** Data sets drawn so far. */
  readonly draws: number
  /** The last data set: x₁ y₁ x₂ y₂ … */
  readonly points: Float64Array
  /** Whether the reader has moved one of them. */
  readonly moved: boolean
  /** Curves at PLACES places each: the truth, and the mean of all fits. */
  readonly truth: Float32Array
  readonly mean: Float32Array
  /** The fit to the last data set, at FINE places. */
  readonly fit: Float32Array
  /** The fits to the last BUNDLE data sets, one after the other. */
  readonly bundle: Float32Array
  /** Mean squared errors by degree, averaged over the data sets. */
  readonly train: Float64Array
  readonly test: Float64Array
  /** Bias² and variance by degree, without the bias of their own estimates; 0 where unknown (one data set). */
  readonly bias: Float64Array
  readonly variance: Float64Array
}

/** The reader moves a point of the last data set. */
export interface FitAction {
  readonly type: 'move'
  readonly index: number
  readonly x: number
  readonly y: number
}

export default defineSpec<{ frame: FitFrame; action: FitAction; question: never; answer: never }>()({
  name: 'polynomial-fit',
  params: defineParams({
    degree: integer({ default: 7, min: 0, max: MOST_DEGREE, live: true, symbol: 'd' }),
    points: integer({ default: 15, min: 4, max: 100, scale: 'log', symbol: 'n' }),
    noise: number({ default: 0.3, min: 0, max: 1, step: 0.05, symbol: 'σ' }),
    truth: choice(TRUTHS, { default: 'waves' }),
    ridge: toggle({ default: false }),
    lambda: number({
      default: 0.1,
      min: 1e-6,
      max: 100,
      scale: 'log',
      symbol: 'λ',
      when: (values) => values['ridge'] === true,
    }),
    seed: seed(),
  }),
  // Each says all that any of them changes, so that one may follow another.
  presets: {
    stiff: { degree: 1, points: 15, ridge: false },
    fitting: { degree: 7, points: 15, ridge: false },
    through: { degree: 14, points: 15, ridge: false },
    beyond: { degree: 24, points: 15, ridge: false },
    many: { degree: 14, points: 100, ridge: false },
    held: { degree: 14, points: 15, ridge: true, lambda: 0.1 },
  },
  run: {
    workload: 'plain',
    stepIs: 'round',
    metrics: {
      test: { scale: 'log', role: 'test' },
      train: { scale: 'log', role: 'train' },
      bias: { scale: 'log', hidden: true },
      variance: { scale: 'log', hidden: true },
    },
    measureEvery: 1,
    speed: 10,
    // The first data set is there at step 0.
    endStep: () => 99,
  },
})
