import { choice, defineParams, integer, number, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Examples of every mini-batch: each has its own masks. */
export const BATCH = 8
/** Fresh points to test with. */
export const TEST = 500
/** The part of the plane that is shown, [−REACH, REACH] in each direction, and the cells of its fields. */
export const REACH = { x: 2.6, y: 2.1 } as const
export const COLUMNS = 36
export const ROWS = 29
export const CELLS = COLUMNS * ROWS

export interface DropoutFrame {
  /** The training points, x y class x y class …; with the first member only, for both. */
  readonly points: Float32Array
  /** The logit of the whole network in every cell, row 0 at the top: [CELLS]. */
  readonly whole: Float32Array
  /** Logits of sampled subnetworks, the same ones at every step: [sampled × CELLS]. */
  readonly sampled: Float32Array
  /** Mean cross-entropy of the whole network on the training points and on fresh ones, and how many of these it has right. */
  readonly loss: number
  readonly test: number
  readonly accuracy: number
  /** The test loss of the sampled subnetworks' mean probability; that of the whole network where nothing is dropped. */
  readonly ensemble: number
  /** What the next update will train; with the first member only. */
  readonly next: Lesson | null
}

/** The batch of the next update, and one of its examples in full. */
export interface Lesson {
  /** Indices of its training points: [batch]. */
  readonly rows: Int32Array
  /** 1 for each hidden unit that is kept, 0 where it is dropped, layer after layer: [batch × all hidden units]. */
  readonly kept: Uint8Array
  /** The logit in every cell of the subnetwork that the chosen example trains: [CELLS]. */
  readonly own: Float32Array
  /** What each hidden unit answers to the chosen example, layer after layer: in training or in use, as asked. */
  readonly answers: Float32Array
  /** Kernels layer by layer, the output's last: [inputs × units]. */
  readonly weights: readonly Float32Array[]
}

export default defineSpec<{ frame: DropoutFrame; action: never; question: never; answer: never }>()({
  name: 'dropout-units',
  params: defineParams({
    mode: choice(['training', 'use'], { default: 'training', look: true }),
    example: integer({
      default: 1,
      min: 1,
      max: BATCH,
      look: true,
      when: (values) => values['mode'] === 'training',
    }),
    rate: number({ default: 0.3, min: 0, max: 0.8, step: 0.05, symbol: 'p' }),
    sampled: integer({ default: 10, min: 1, max: 20, look: true }),
    count: integer({ default: 40, min: 16, max: 400, scale: 'log' }),
    noise: number({ default: 0.4, min: 0, max: 0.6, step: 0.05 }),
    units: integer({ default: 12, min: 2, max: 16 }),
    layers: integer({ default: 2, min: 1, max: 3, hidden: true }),
    learningRate: number({ default: 0.01, min: 1e-4, max: 0.1, scale: 'log', live: true, symbol: 'η' }),
    seed: seed({ default: 2 }),
  }),
  presets: {
    few: { count: 40, rate: 0.3 },
    many: { count: 400, rate: 0.3 },
    half: { count: 40, rate: 0.5 },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      test: { scale: 'log', role: 'test' },
      loss: { scale: 'log', role: 'train' },
      dropping: { scale: 'log', hidden: true },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 10,
    speed: 60,
    endStep: () => 2000,
    members: (values) => [
      { id: 'dropout', values },
      { id: 'plain', values: { ...values, rate: 0 } },
    ],
  },
})
