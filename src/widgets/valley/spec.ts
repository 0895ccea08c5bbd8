import { choice, list, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

/** Ids of `math/landscapes`, in the order of the control. */
export const LANDSCAPES = ['beale', 'ravine', 'rosenbrock', 'saddle', 'himmelblau', 'noisy-bowl'] as const
export type LandscapeId = (typeof LANDSCAPES)[number]

/** Ids of `math/optimizers`, in the order of the text. */
export const RULES = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'] as const
export type RuleId = (typeof RULES)[number]

/** Rules with a memory of the direction, whose length the reader sets. */
const hasMomentum = (rule: unknown): boolean => rule === 'momentum' || rule === 'nesterov'

/**
 * Where a run starts on each landscape unless the reader moves the start, how long it lasts, and for each rule a rate
 * at which it gets down well. Found by trying 40 rates per rule from that start.
 */
export const SETTINGS: Readonly<
  Record<
    LandscapeId,
    {
      readonly start: readonly [number, number]
      readonly steps: number
      readonly rates: Readonly<Record<RuleId, number>>
    }
  >
> = {
  beale: {
    start: [0.9, 1.62],
    steps: 200,
    rates: {
      sgd: 0.0035,
      momentum: 0.0016,
      nesterov: 0.0016,
      adagrad: 0.5,
      rmsprop: 0.02,
      adam: 0.09,
      adamw: 0.09,
    },
  },
  ravine: {
    start: [-4, 1.5],
    steps: 120,
    rates: {
      sgd: 0.05,
      momentum: 0.02,
      nesterov: 0.02,
      adagrad: 1,
      rmsprop: 0.05,
      adam: 0.3,
      adamw: 0.3,
    },
  },
  rosenbrock: {
    start: [-1.2, 1],
    steps: 500,
    rates: {
      sgd: 0.001,
      momentum: 0.0005,
      nesterov: 0.0005,
      adagrad: 0.5,
      rmsprop: 0.01,
      adam: 0.05,
      adamw: 0.05,
    },
  },
  saddle: {
    start: [-1.5, 0.001],
    steps: 200,
    rates: {
      sgd: 0.1,
      momentum: 0.05,
      nesterov: 0.05,
      adagrad: 0.2,
      rmsprop: 0.05,
      adam: 0.1,
      adamw: 0.1,
    },
  },
  himmelblau: {
    start: [-0.5, -0.5],
    steps: 120,
    rates: {
      sgd: 0.01,
      momentum: 0.005,
      nesterov: 0.005,
      adagrad: 0.5,
      rmsprop: 0.05,
      adam: 0.2,
      adamw: 0.2,
    },
  },
  'noisy-bowl': {
    start: [-3, 2.5],
    steps: 200,
    rates: {
      sgd: 0.05,
      momentum: 0.02,
      nesterov: 0.02,
      adagrad: 0.5,
      rmsprop: 0.05,
      adam: 0.1,
      adamw: 0.1,
    },
  },
}

export const params = {
  landscape: choice(LANDSCAPES, { default: 'beale' }),
  rule: choice(RULES, { default: 'momentum' }),
  learningRate: number({ default: 0.0016, min: 1e-4, max: 1, scale: 'log', symbol: 'η' }),
  momentum: number({
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    symbol: 'β',
    when: (values) => hasMomentum(values['rule']),
  }),
  weightDecay: number({
    default: 0.01,
    min: 0,
    max: 1,
    step: 0.01,
    symbol: 'λ',
    when: (values) => values['rule'] === 'adamw',
  }),
  /** Rules that race against the reader's, each at its suggested rate. */
  others: list<RuleId>(choice(RULES, { default: 'sgd' }), { default: ['sgd', 'adam'], max: 7 }),
  /** Where the ball is dropped; empty for the landscape's own start. */
  start: list(number({ default: 0, min: -10, max: 10 }), { default: [], max: 2, hidden: true }),
  view: choice(['map', 'surface'], { default: 'map', look: true }),
  gradient: toggle({ default: false, look: true }),
  seed: seed({ when: (values) => values['landscape'] === 'noisy-bowl' }),
}
export type ValleyValues = Values<typeof params>

/** A path so far, one point per step, the start included. */
export interface ValleyFrame {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly loss: number
  /** ∇L where the ball lies, as the rule gets it: with its noise where the landscape is noisy. */
  readonly gradient: readonly [number, number]
}

/** Where a run starts: the reader's point, or the landscape's own. */
export function startOf(values: Pick<ValleyValues, 'landscape' | 'start'>): readonly [number, number] {
  const [x, y] = values.start
  return x === undefined || y === undefined ? SETTINGS[values.landscape].start : [x, y]
}

/** The reader's run first, then each other rule once, at its suggested rate. */
function membersOf(values: ValleyValues): readonly Member<typeof params>[] {
  const others = [...new Set(values.others)].filter((rule) => rule !== values.rule)
  const { rates } = SETTINGS[values.landscape]
  return [
    { id: values.rule, values },
    ...others.map((rule) => ({
      id: rule,
      values: { ...values, rule, learningRate: rates[rule], momentum: 0.9, weightDecay: 0.01 },
    })),
  ]
}

export default defineSpec<{
  frame: ValleyFrame
  action: never
  question: never
  answer: never
}>()({
  name: 'valley',
  params,
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: { loss: { scale: 'log', role: 'train' } },
    measureEvery: 1,
    speed: 60,
    endStep: ({ landscape }) => SETTINGS[landscape].steps,
    members: membersOf,
  },
})
