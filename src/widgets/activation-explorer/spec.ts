import { choice, defineParams, list, matrix, number, toggle } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Functions of one number that can be drawn: ids of `math/activations`. */
export const FUNCTIONS = [
  'linear',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'prelu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'softplus',
  'mish',
  'softsign',
] as const
export type FunctionId = (typeof FUNCTIONS)[number]

/** A function counts as saturated where its slope is smaller than this. */
export const SATURATION = 0.05
/** The x axis runs over [−REACH, REACH]. */
export const REACH = 6
/** Logits are moved within [−LOGIT_REACH, LOGIT_REACH]. */
export const LOGIT_REACH = 5

type Shown = Readonly<Record<string, unknown>>
const curves = (values: Shown): boolean => values['panel'] === 'curves'
const shows =
  (...ids: readonly FunctionId[]) =>
  (values: Shown): boolean =>
    curves(values) && ids.some((id) => (values['functions'] as readonly FunctionId[]).includes(id))

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'activation-explorer',
  params: defineParams({
    /** Curves of one number, or softmax over three. */
    panel: choice(['curves', 'softmax'], { default: 'curves', hidden: true }),
    functions: list<FunctionId>(choice(FUNCTIONS, { default: 'sigmoid' }), {
      default: ['sigmoid', 'tanh', 'relu', 'gelu'],
      min: 1,
      max: FUNCTIONS.length,
      when: curves,
    }),
    /** The function whose tangent and saturation are drawn. */
    focus: choice(FUNCTIONS, { default: 'sigmoid', hidden: true }),
    x: number({ default: 1, min: -REACH, max: REACH, step: 0.1, symbol: 'x', when: curves }),
    leakySlope: number({
      default: 0.1,
      min: 0,
      max: 1.5,
      step: 0.01,
      symbol: 'α',
      when: shows('leaky-relu'),
    }),
    preluSlope: number({ default: 0.25, min: -0.5, max: 1, step: 0.05, symbol: 'α', when: shows('prelu') }),
    eluDepth: number({ default: 1, min: 0.1, max: 2, step: 0.1, symbol: 'α', when: shows('elu') }),
    sharpness: number({ default: 1, min: 0, max: 10, step: 0.1, symbol: 'β', when: shows('silu') }),
    saturation: toggle({ default: true, when: curves }),
    logits: matrix({ default: [[2, 1, -1]], min: -LOGIT_REACH, max: LOGIT_REACH, hidden: true }),
    temperature: number({
      default: 1,
      min: 0.1,
      max: 10,
      scale: 'log',
      symbol: 'T',
      when: (values) => !curves(values),
    }),
  }),
})
