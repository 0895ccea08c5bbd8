import { choice, list, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

/** Ids of `math/schedules`, in the order of the text. */
export const SCHEDULES = [
  'constant',
  'step-decay',
  'exponential',
  'cosine',
  'linear-warmup',
  'warmup-cosine',
] as const
export type ScheduleId = (typeof SCHEDULES)[number]
export const RULES = ['sgd', 'momentum', 'adam'] as const
/** Updates of a run. */
export const STEPS = 400
export const EXAMPLES = 200
export const BATCH = 10
/** Parameters of the schedules (`math/schedules`): halve every 100 updates, lose 1 % each, warm up for 40. */
export const SHAPE: Readonly<Record<string, number>> = { drop: 0.5, every: 100, gamma: 0.99, warmUp: 40 }

export const params = {
  schedule: choice(SCHEDULES, { default: 'cosine' }),
  learningRate: number({ default: 0.1, min: 1e-3, max: 30, scale: 'log', symbol: 'η' }),
  rule: choice(RULES, { default: 'momentum' }),
  clip: toggle({ default: false }),
  clipNorm: number({
    default: 1,
    min: 0.01,
    max: 10,
    scale: 'log',
    symbol: 'c',
    when: ({ clip }) => clip === true,
  }),
  others: list<ScheduleId>(choice(SCHEDULES, { default: 'constant' }), {
    default: ['constant', 'step-decay', 'exponential', 'warmup-cosine'],
    max: SCHEDULES.length,
  }),
  /** What stands under the rate, set by the View: the loss, or the size of the gradient. */
  shown: choice(['loss', 'gradient'], { default: 'loss', look: true, hidden: true }),
  seed: seed(),
}
export type SchedulesValues = Values<typeof params>

export interface SchedulesFrame {
  /** The rate of every update of the run: what is planned, from the first to the last. */
  readonly plan: Float32Array
  readonly loss: number | null
  /** Share of the training points on the right side. */
  readonly accuracy: number
  /** Updates so far whose gradient was longer than the limit. */
  readonly clipped: number
}

/** The reader's run first, beside it the same run unclipped if it is clipped, then the others with the same network, data, batches and peak rate. */
function membersOf(values: SchedulesValues): readonly Member<typeof params>[] {
  const others = [...new Set(values.others)].filter((schedule) => schedule !== values.schedule)
  return [
    { id: values.schedule, values },
    ...(values.clip ? [{ id: 'unclipped', values: { ...values, clip: false } }] : []),
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
      gradient: { scale: 'log', role: 'count', hidden: true },
    },
    measureEvery: 2,
    speed: 60,
    endStep: () => STEPS,
    members: membersOf,
  },
})
