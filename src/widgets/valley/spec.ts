import { getLandscape } from '../../math/landscapes/index.ts'
import type { Landscape } from '../../math/landscape.ts'
import { suitableRate } from '../../math/optimizer.ts'
import { getOptimizer, optimizers } from '../../math/optimizers/index.ts'
import { choice, list, number, seed, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec, type Member } from '../../protocol/spec.ts'

/** Ids of `math/landscapes`, in the order of the control. */
export const LANDSCAPES = [
  'beale',
  'ravine',
  'rosenbrock',
  'saddle',
  'double-well',
  'himmelblau',
  'noisy-bowl',
] as const
export type LandscapeId = (typeof LANDSCAPES)[number]

/** Every rule of `math/optimizers` but AdaDelta, whose first steps are too small to be seen in so few updates. */
export const RULES: readonly string[] = [...optimizers.keys()].filter((id) => id !== 'adadelta')

/** Whether a rule has momentum or weight decay unless told otherwise: then the reader has a hand in it. */
export const hasOwn = (rule: unknown, name: 'momentum' | 'decay'): boolean =>
  (optimizers.get(String(rule))?.hyper[name]?.default ?? 0) > 0

type Setting = Pick<Landscape, 'window' | 'start' | 'rates'> & {
  readonly steps: number
}

/** Updates of a run, where 200 are not right. */
const STEPS: Partial<Record<LandscapeId, number>> = { ravine: 100, rosenbrock: 400, himmelblau: 100 }

/** The quarter of Beale's map that holds the valley and a start above its bend, with rates that show each rule's gait. */
const BEALE: Partial<Setting> = {
  window: { x: [-0.5, 4.4], y: [-1.72, 2] },
  start: [0.9, 1.62],
  rates: {
    sgd: 0.0035,
    momentum: 0.0016,
    nesterov: 0.0016,
    adagrad: 0.5,
    rmsprop: 0.02,
    adam: 0.09,
    adamw: 0.09,
  },
}

/** Rates at which β = 0.9 is at its best in the ravine, whatever κ from 30 to 300. */
const RAVINE = { momentum: 0.5, nesterov: 0.5 }

/** What the map of a landscape shows, where a run starts unless the reader moves it, and a rate that suits each rule. */
export function settingOf(id: LandscapeId): Setting {
  const { window, start, rates } = getLandscape(id)
  const own = { window, start, rates, steps: STEPS[id] ?? 200 }
  if (id === 'beale') return { ...own, ...BEALE, rates: { ...rates, ...BEALE.rates } }
  return id === 'ravine' ? { ...own, rates: { ...rates, ...RAVINE } } : own
}

/** A rate that suits a rule on a landscape. */
export function rateOf(rule: string, landscape: LandscapeId): number {
  return suitableRate(getOptimizer(rule), { id: landscape, rates: settingOf(landscape).rates })
}

/** Parameters of a landscape (`math/landscapes`) that the reader has a hand in. */
export const shapeOf = (values: Pick<ValleyValues, 'condition' | 'noise'>): Record<string, number> => ({
  condition: values.condition,
  noise: values.noise,
})

export const params = {
  learningRate: number({ default: 0.0016, min: 1e-4, max: 3, scale: 'log', symbol: 'η' }),
  momentum: number({
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    symbol: 'β',
    when: ({ rule }) => hasOwn(rule, 'momentum'),
  }),
  weightDecay: number({
    default: 0.01,
    min: 0,
    max: 1,
    step: 0.01,
    symbol: 'λ',
    when: ({ rule }) => hasOwn(rule, 'decay'),
  }),
  rule: choice(RULES, { default: 'momentum' }),
  landscape: choice(LANDSCAPES, { default: 'beale' }),
  condition: number({
    default: 30,
    min: 1,
    max: 300,
    scale: 'log',
    symbol: 'κ',
    when: ({ landscape }) => landscape === 'ravine',
  }),
  noise: number({
    default: 1,
    min: 0,
    max: 5,
    step: 0.1,
    symbol: 'σ',
    when: ({ landscape }) => landscape === 'noisy-bowl',
  }),
  /** Rules that race against the reader's, each at the rate that suits it here. */
  others: list(choice(RULES, { default: 'sgd' }), { default: ['sgd', 'adam'], max: RULES.length }),
  /** Where the ball is dropped; empty for the landscape's own start. */
  start: list<number>(number({ default: 0, min: -10, max: 10 }), { default: [], max: 2, hidden: true }),
  /** Set by the View, under the picture. */
  view: choice(['map', 'surface'], { default: 'map', look: true, hidden: true }),
  gradient: toggle({ default: false, look: true, hidden: true }),
  seed: seed({ when: ({ landscape }) => landscape === 'noisy-bowl' }),
}
export type ValleyValues = Values<typeof params>

/** A path so far, one point per update, the start included; it ends where the ball has left every map. */
export interface ValleyFrame {
  readonly x: Float32Array
  readonly y: Float32Array
  /** Height above the landscape's lowest point; null once that is no number any more. */
  readonly loss: number | null
  /** ∇L where the ball lies, as the next update will see it. */
  readonly gradient: readonly [number, number]
  /** The update by which the ball had left the map for good, or null. */
  readonly diverged: number | null
}

/** Where a run starts: the reader's point, or the landscape's own. */
export function startOf(values: Pick<ValleyValues, 'landscape' | 'start'>): readonly [number, number] {
  const [x, y] = values.start
  return x === undefined || y === undefined ? settingOf(values.landscape).start : [x, y]
}

/** The reader's run first, then each other rule once, at the rate that suits it. */
function membersOf(values: ValleyValues): readonly Member<typeof params>[] {
  const others = [...new Set(values.others)].filter((rule) => rule !== values.rule)
  return [
    { id: values.rule, values },
    ...others.map((rule) => ({
      id: rule,
      values: {
        ...values,
        rule,
        learningRate: rateOf(rule, values.landscape),
        momentum: 0.9,
        weightDecay: 0.01,
      },
    })),
  ]
}

export default defineSpec<{ frame: ValleyFrame; action: never; question: never; answer: never }>()({
  name: 'valley',
  params,
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: { loss: { scale: 'log', role: 'train' } },
    measureEvery: 1,
    speed: 60,
    endStep: ({ landscape }) => settingOf(landscape).steps,
    members: membersOf,
  },
})
