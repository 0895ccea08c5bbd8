import { choice, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

export const TASKS = ['parabola', 'network', 'range'] as const
export type TaskId = (typeof TASKS)[number]
/** Where every ball starts on the parabola. */
export const START = -4
/** The range test: from this rate to that one, in so many updates. */
export const LOWEST_RATE = 1e-4
export const HIGHEST_RATE = 100
/** Updates of a run. */
export const STEPS: Readonly<Record<TaskId, number>> = { parabola: 40, network: 300, range: 240 }
/** Training points, and how many of them each update sees. */
export const EXAMPLES = 200
export const BATCH = 32
/** Cells along a side of a network's map, which shows [−SPAN, SPAN]². */
export const CELLS = 30
export const SPAN = 2.4

/** Rates set beside the reader's own, from timid to bold. */
export const COMPARED: Readonly<Record<'parabola' | 'network', readonly number[]>> = {
  parabola: [0.1, 0.7, 1.9],
  network: [0.003, 0.3, 30],
}

export const params = {
  task: choice(TASKS, { default: 'parabola' }),
  learningRate: number({
    default: 2.1,
    min: 1e-3,
    max: 100,
    scale: 'log',
    symbol: 'η',
    when: ({ task }) => task !== 'range',
  }),
  curvature: number({
    default: 1,
    min: 0.25,
    max: 4,
    scale: 'log',
    symbol: 'λ',
    when: ({ task }) => task === 'parabola',
  }),
  seed: seed({ when: ({ task }) => task !== 'parabola' }),
}
export type RateValues = Values<typeof params>

/** The rate of the range test after so many updates: evenly spread in its logarithm. */
export const rangeRate = (updates: number): number =>
  LOWEST_RATE * (HIGHEST_RATE / LOWEST_RATE) ** (updates / STEPS.range)

/** One ball on L(w) = ½ λ w²: one w per update, the start included. */
export interface ParabolaFrame {
  readonly kind: 'parabola'
  readonly w: Float64Array
}
/** One network: its logits on a square grid, row 0 at the top. */
export interface NetworkFrame {
  readonly kind: 'network'
  readonly field: Float32Array
  /** Training points: x y class, three numbers each; only with the first member, for all. */
  readonly points: Float32Array
  readonly loss: number | null
  /** Share of the training points on the right side. */
  readonly accuracy: number
}
export type RateFrame = ParabolaFrame | NetworkFrame

/** The reader's rate and three fixed ones, on one task from one start; a range test is a single run. */
function membersOf(values: RateValues): readonly Member<typeof params>[] {
  const { task } = values
  if (task === 'range') return [{ id: 'yours', values }]
  return [
    { id: 'yours', values },
    ...COMPARED[task].map((learningRate) => ({
      id: `rate-${learningRate}`,
      values: { ...values, learningRate },
    })),
  ]
}

export default defineSpec<{ frame: RateFrame; action: never; question: never; answer: never }>()({
  name: 'learning-rate',
  params,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
    },
    measureEvery: 1,
    speed: 60,
    endStep: ({ task }) => STEPS[task],
    members: membersOf,
  },
})
