import { choice, list, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

/** Ids of `math/schedules`, in the order of the text. */
export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine', 'warm-up'] as const
export type ScheduleId = (typeof SCHEDULES)[number]
export const RULES = ['sgd', 'momentum', 'adam'] as const
export const STEPS = 400
export const EXAMPLES = 200
export const BATCH = 20

export const params = {
  schedule: choice(SCHEDULES, { default: 'cosine' }),
  learningRate: number({ default: 0.3, min: 1e-3, max: 30, scale: 'log', symbol: 'η' }),
  rule: choice(RULES, { default: 'momentum' }),
  clip: toggle({ default: false }),
  clipNorm: number({
    default: 1,
    min: 0.01,
    max: 10,
    scale: 'log',
    symbol: 'c',
    when: (values) => values['clip'] === true,
  }),
  others: list<ScheduleId>(choice(SCHEDULES, { default: 'constant' }), {
    default: ['constant', 'step', 'exponential', 'warm-up'],
    max: SCHEDULES.length,
  }),
  /** What stands under the rate: the loss, or the size of the gradient. */
  shown: choice(['loss', 'gradient'], { default: 'loss', look: true }),
  seed: seed(),
}
export type SchedulesValues = Values<typeof params>

export interface SchedulesFrame {
  /** The rate of every update from the first to the last of the run: what is planned, not what is measured. */
  readonly plan: Float32Array
  readonly loss: number | null
  readonly accuracy: number | null
}

/** The reader's run first, then the other schedules with the same network, data, batches and peak rate. */
function membersOf(values: SchedulesValues): readonly Member<typeof params>[] {
  const others = [...new Set(values.others)].filter((schedule) => schedule !== values.schedule)
  return [
    { id: values.schedule, values },
    ...others.map((schedule) => ({ id: schedule, values: { ...values, schedule } })),
  ]
}

export default defineSpec<{ frame: SchedulesFrame; action: never; question: never; answer: never }>()({
  name: 'schedules',
  params,
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      rate: { scale: 'log', role: 'count', hidden: true },
      gradient: { scale: 'log', role: 'count', hidden: true },
      clipped: { scale: 'linear', role: 'count', hidden: true },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 4,
    speed: 60,
    endStep: () => STEPS,
    members: membersOf,
  },
})
