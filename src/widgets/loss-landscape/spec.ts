import { choice, integer, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export const RULES = ['sgd', 'momentum', 'adam'] as const
export const DATA = ['moons', 'circles', 'spirals'] as const
export const STEPS = 400
/** Points of the training set. */
export const EXAMPLES = 160

export const params = {
  /** Which plane through the space of all weights is cut. */
  plane: choice(['trajectory', 'random'], { default: 'trajectory', look: true }),
  view: choice(['map', 'surface'], { default: 'map', look: true }),
  data: choice(DATA, { default: 'moons' }),
  depth: integer({ default: 2, min: 1, max: 4 }),
  units: integer({ default: 8, min: 1, max: 16 }),
  rule: choice(RULES, { default: 'momentum' }),
  learningRate: number({ default: 0.03, min: 1e-4, max: 10, scale: 'log', symbol: 'η', live: true }),
  batchSize: integer({ default: 32, min: 1, max: EXAMPLES, scale: 'log', symbol: 'B' }),
  /** Which random directions are drawn; does not touch the training. */
  directions: integer({
    default: 1,
    min: 1,
    max: 20,
    look: true,
    when: (values) => values['plane'] === 'random',
  }),
  seed: seed(),
}
export type LandscapeValues = Values<typeof params>

export interface LandscapeFrame {
  /** log₁₀ of the training loss on a square grid of the plane; row 0 at the top, values at the cells' centres. */
  readonly grid: Float32Array
  readonly cells: number
  /** What the grid covers, in the plane's units. */
  readonly xDomain: readonly [number, number]
  readonly yDomain: readonly [number, number]
  /** The path of the training, projected onto the plane: one entry per kept update, the last is where it stands. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Loss over the whole training set, as the network itself has it. */
  readonly loss: number | null
  /** Share of the path's variance that lies in the plane; for random directions, what little of it does. */
  readonly share: number
  readonly weights: number
}

export default defineSpec<{ frame: LandscapeFrame; action: never; question: never; answer: never }>()({
  name: 'loss-landscape',
  params,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 2,
    speed: 60,
    endStep: () => STEPS,
  },
})
