import { choice, integer, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export const RULES = ['sgd', 'momentum', 'adam'] as const
/** Ids of `math/pointSets`. */
export const DATA = ['moons', 'spiral', 'xor'] as const
/** Updates of a run. */
export const STEPS = 300
/** Points of the training set. */
export const EXAMPLES = 100
export const BATCH = 20
/** Units of each hidden layer. */
export const UNITS = 8

export const params = {
  /** Which plane through the space of all weights is cut, and how it is drawn: set by the View. */
  plane: choice(['trajectory', 'random'], { default: 'trajectory', look: true, hidden: true }),
  view: choice(['map', 'surface'], { default: 'map', look: true, hidden: true }),
  data: choice(DATA, { default: 'spiral' }),
  depth: integer({ default: 3, min: 1, max: 4 }),
  rule: choice(RULES, { default: 'adam' }),
  learningRate: number({ default: 0.03, min: 1e-4, max: 10, scale: 'log', symbol: 'η', live: true }),
  /** Which random directions are drawn: touches the picture, not the training. */
  directions: integer({
    default: 1,
    min: 1,
    max: 20,
    look: true,
    when: ({ plane }) => plane === 'random',
  }),
  seed: seed(),
}
export type LandscapeValues = Values<typeof params>

export interface LandscapeFrame {
  /** log₁₀ of the training loss on a square grid of the plane; row 0 at the top, values at the cells' centres. */
  readonly grid: Float32Array
  readonly cells: number
  /** What the grid covers: distances from the present weights along the plane's two directions. */
  readonly reach: readonly [number, number]
  /** The training's path projected onto the plane, the present weights at the origin. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Loss over the whole training set; null once it is no number any more. */
  readonly loss: number | null
  /** Shares of the path's squared extent along the plane's two directions: how much of it the picture shows. */
  readonly shares: readonly [number, number]
  /** Weights and biases of the network. */
  readonly weights: number
}

export default defineSpec<{ frame: LandscapeFrame; action: never; question: never; answer: never }>()({
  name: 'loss-landscape',
  params,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: { loss: { scale: 'log', role: 'train' } },
    measureEvery: 1,
    speed: 60,
    endStep: () => STEPS,
  },
})
