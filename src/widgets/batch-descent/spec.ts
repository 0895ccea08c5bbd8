import { choice, integer, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Examples in the training set. */
export const EXAMPLES = 256
/** Where every run starts: slope and height of the line. */
export const START = [-1.5, 2.5] as const
/** A falling rate halves after so many updates: η / (1 + t / 50). */
export const HALVING = 50
/** Batches whose gradients are shown at once. */
export const ARROWS = 32

export const params = {
  batchSize: integer({ default: 16, min: 1, max: EXAMPLES, scale: 'log', symbol: 'B' }),
  learningRate: number({ default: 0.1, min: 0.005, max: 1, scale: 'log', symbol: 'η' }),
  /** Robbins and Monro's remedy: the rate falls as 1/t. */
  falling: toggle({ default: false }),
  noise: number({ default: 0.8, min: 0, max: 2, step: 0.05, symbol: 'σ' }),
  others: toggle({ default: true }),
  /** Set by the View, beside what they change. */
  arrows: toggle({ default: false, look: true, hidden: true }),
  axis: choice(['updates', 'examples'], { default: 'updates', look: true, hidden: true }),
  seed: seed(),
}
export type BatchValues = Values<typeof params>

/** Examples per update of a member run. */
export const sizeOf = (member: string, own: number): number =>
  member === 'full' ? EXAMPLES : member === 'single' ? 1 : own

/** Averages over the training set; the exact mean squared error of every line follows from them. */
export interface Moments {
  readonly x: number
  readonly y: number
  readonly xx: number
  readonly xy: number
  readonly yy: number
}

export interface BatchFrame {
  /** Slopes and heights of the line, one per update, the start included; they end where the line has left every map. */
  readonly slope: Float32Array
  readonly height: Float32Array
  readonly moments: Moments
  /** The training set: x₁ y₁ x₂ y₂ …; only with the first member, for all. */
  readonly data: Float32Array
  /** Examples read so far. */
  readonly examples: number
  /** Mean squared error, and how far it is above the best line's; null once they are no numbers any more. */
  readonly loss: number | null
  readonly excess: number | null
  /** What 32 other batches would have said here: ∂/∂slope, ∂/∂height, one pair each. */
  readonly arrows: Float64Array
}

/** Mean squared error of the line y = slope·x + height over the whole training set. */
export function meanSquaredError({ x, y, xx, xy, yy }: Moments, slope: number, height: number): number {
  return slope * slope * xx + 2 * slope * height * x + height * height - 2 * slope * xy - 2 * height * y + yy
}

/** The least-squares line: where the mean squared error is smallest. */
export function bestLine({ x, y, xx, xy }: Moments): readonly [slope: number, height: number] {
  const slope = (xy - x * y) / (xx - x * x)
  return [slope, y - slope * x]
}

export default defineSpec<{ frame: BatchFrame; action: never; question: never; answer: never }>()({
  name: 'batch-descent',
  params,
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: {
      excess: { scale: 'log', role: 'train' },
      loss: { scale: 'log', role: 'train', hidden: true },
    },
    measureEvery: 1,
    speed: 60,
    endStep: () => 300,
    members: (values) => [
      { id: 'yours', values },
      ...(values.others
        ? ['full', 'single'].map((id) => ({ id, values: { ...values, batchSize: sizeOf(id, 1) } }))
        : []),
    ],
  },
})
