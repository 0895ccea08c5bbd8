import { choice, number, points, type LabelledPoint, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

/** Ids of `math/losses`, in the order of the text. */
export const LOSSES = ['mse', 'mae', 'huber'] as const
export type LossId = (typeof LOSSES)[number]

/** Where every line starts: slope and height at x = 0. */
export const START = [2, -1] as const
/** What the picture shows, and where points can be dragged. */
export const X = [-3, 3] as const
export const Y = [-5, 5] as const

const at = (x: number, y: number): LabelledPoint => ({ x, y, label: 0 })
/** Eight points near y = 1 + 0.8 x. */
const NEAR = [
  at(-2.5, -0.8),
  at(-1.9, -0.8),
  at(-1.3, 0.1),
  at(-0.6, 0.4),
  at(0, 1.3),
  at(0.6, 1.2),
  at(1.2, 2.1),
  at(1.8, 2.3),
]

export const params = {
  /** The loss of the green line; the others stand beside it. */
  loss: choice(LOSSES, { default: 'mse' }),
  delta: number({ default: 1, min: 0.05, max: 5, scale: 'log', live: true, symbol: 'δ' }),
  learningRate: number({ default: 0.05, min: 0.005, max: 0.3, scale: 'log', live: true, symbol: 'η' }),
  /** Moved in the picture, also while the lines are on their way. */
  points: points({
    default: [...NEAR, at(2.5, -4)],
    min: -5,
    max: 5,
    maxLength: 20,
    live: true,
    hidden: true,
  }),
}
export type OutlierValues = Values<typeof params>

export interface OutlierFrame {
  readonly slope: number
  readonly height: number
  /** Mean of the run's own loss over the points. */
  readonly loss: number
}

/** The reader's loss first, then the other two, on the same points from the same start. */
function membersOf(values: OutlierValues): readonly Member<typeof params>[] {
  const others = LOSSES.filter((id) => id !== values.loss)
  return [values.loss, ...others].map((id) => ({ id, values: { ...values, loss: id } }))
}

export default defineSpec<{ frame: OutlierFrame; action: never; question: never; answer: never }>()({
  name: 'outlier',
  params,
  presets: {
    none: { points: [...NEAR, at(2.5, 3)] },
    one: { points: [...NEAR, at(2.5, -4)] },
    two: { points: [...NEAR.slice(0, 7), at(1.8, -3.7), at(2.5, -4)] },
  },
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      slope: { scale: 'linear', hidden: true },
      height: { scale: 'linear', hidden: true },
    },
    measureEvery: 1,
    speed: 60,
    endStep: () => 600,
    members: membersOf,
  },
})
