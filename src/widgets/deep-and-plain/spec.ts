import { choice, defineParams, integer, number, seed, toggle } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export const DATA = ['circle', 'xor', 'moons', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Points in the training set, and examples per update. */
export const POINTS = 200
export const BATCH = 20
export const MOST_DEPTH = 48
export const MEASURED_EVERY = 10

const SHALLOW = 4
const PLAIN = { rule: 'sgd', learningRate: 0.03, units: 8 } as const

/** The deepest network, one half as deep, and a shallow one: each depth once. */
export function depthsOf(deepest: number): number[] {
  return [
    ...new Set([
      deepest,
      Math.max(Math.ceil(deepest / 2), Math.min(SHALLOW, deepest)),
      Math.min(SHALLOW, deepest),
    ]),
  ]
}

export interface DepthFrame {
  readonly loss: number
  readonly accuracy: number
  /** ‖∂loss/∂(W, b)‖ of each hidden layer over the whole training set, the layer next to the input first. */
  readonly gradient: Float64Array
  /** How much the answers of a layer differ from point to point: standard deviation over root mean square, 0 to 1. */
  readonly variety: Float64Array
}

export default defineSpec<{ frame: DepthFrame; action: never; question: never; answer: never }>()({
  name: 'deep-and-plain',
  params: defineParams({
    /** The deepest network; half as deep and a shallow one stand beside it. */
    depth: integer({ default: 32, min: 2, max: MOST_DEPTH, group: 'network' }),
    units: integer({ default: 8, min: 2, max: 16, group: 'network' }),
    activation: choice(['relu', 'tanh'], { default: 'relu', group: 'network' }),
    start: choice(['he-normal', 'xavier-normal', 'orthogonal'], { default: 'he-normal', group: 'network' }),
    damped: toggle({ default: true, group: 'network' }),
    learningRate: number({ default: 0.03, min: 1e-5, max: 1, scale: 'log', symbol: 'η', group: 'training' }),
    rule: choice(['sgd', 'adam'], { default: 'sgd', group: 'training' }),
    data: choice(DATA, { default: 'spiral', group: 'training' }),
    profile: choice(['gradient', 'variety'], { default: 'gradient', look: true }),
    /** Which of the twins a member is: set by the members, never by hand. */
    skips: toggle({ default: false, hidden: true }),
    seed: seed({ default: 2, group: 'training' }),
  }),
  // Each says all that any of them changes, so that one may follow another.
  presets: {
    growing: { depth: 32, ...PLAIN, damped: true },
    deepest: { depth: 48, ...PLAIN, damped: true },
    undamped: { depth: 32, ...PLAIN, damped: false },
    adam: { depth: 32, rule: 'adam', learningRate: 0.003, units: 12, damped: true },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: MEASURED_EVERY,
    speed: 60,
    endStep: () => 600,
    // The deepest plain network first: what an exercise asks for is measured on it.
    members: (values) =>
      [false, true].flatMap((skips) =>
        depthsOf(values.depth).map((depth) => ({
          id: `${skips ? 'skips' : 'plain'}-${depth}`,
          values: { ...values, depth, skips },
        })),
      ),
  },
})
