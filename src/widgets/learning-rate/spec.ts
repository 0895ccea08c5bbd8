import { choice, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

export const TASKS = ['parabola', 'network', 'range'] as const
/** Where every ball starts on the parabola. */
export const START = -4
/** The range test: from this rate to that one, in so many updates. */
export const LOWEST_RATE = 1e-4
export const HIGHEST_RATE = 100
export const RANGE_STEPS = 240
export const EXAMPLES = 200
export const BATCH = 32

/** Rates set beside the reader's own, from timid to bold. */
export const COMPARED: Readonly<Record<'parabola' | 'network', readonly number[]>> = {
  parabola: [0.1, 0.7, 1.9],
  network: [0.003, 0.3, 10],
}

export const params = {
  task: choice(TASKS, { default: 'parabola' }),
  learningRate: number({
    default: 2.1,
    min: 1e-3,
    max: 100,
    scale: 'log',
    symbol: 'η',
    when: (values) => values['task'] !== 'range',
  }),
  curvature: number({
    default: 1,
    min: 0.25,
    max: 4,
    scale: 'log',
    symbol: 'λ',
    when: (values) => values['task'] === 'parabola',
  }),
  seed: seed({ when: (values) => values['task'] !== 'parabola' }),
}
export type RateValues = Values<typeof params>

/** One ball on L(w) = ½ λ w². */
export interface ParabolaFrame {
  readonly kind: 'parabola'
  /** One w per update, the start included; ends where the ball has left every map. */
  readonly w: Float64Array
  readonly diverged: boolean
}
/** One network; `field` holds its logits on a square grid, row 0 at the top. */
export interface NetworkFrame {
  readonly kind: 'network'
  readonly field: Float32Array
  readonly cells: number
  /** Training points: x y class, three numbers each. */
  readonly points: Float32Array
  readonly loss: number | null
  readonly accuracy: number | null
}
/** A range test: each update's rate, and the loss of its batch before it. */
export interface RangeFrame {
  readonly kind: 'range'
  readonly rates: Float64Array
  readonly losses: Float64Array
  readonly diverged: boolean
}
export type RateFrame = ParabolaFrame | NetworkFrame | RangeFrame

/** Three fixed rates and the reader's, on one task with one start; a range test is a single run. */
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

const END: Readonly<Record<(typeof TASKS)[number], number>> = {
  parabola: 40,
  network: 300,
  range: RANGE_STEPS,
}

export default defineSpec<{ frame: RateFrame; action: never; question: never; answer: never }>()({
  name: 'learning-rate',
  params,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      rate: { scale: 'log', role: 'count', hidden: true },
    },
    measureEvery: 1,
    speed: 10,
    endStep: ({ task }) => END[task],
    members: membersOf,
  },
})
