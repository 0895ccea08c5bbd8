import { choice, defineParams, number } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** What one neuron may do with its sum: ids of `math/activations`. */
export const FUNCTIONS = ['step', 'sigmoid', 'tanh', 'relu', 'linear'] as const
export type FunctionId = (typeof FUNCTIONS)[number]

/** Both inputs run over [−REACH, REACH]. */
export const REACH = 3
/** The weight arrow is drawn at this share of its length, so that it stays in the picture. */
export const ARROW = 0.75

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'neuron',
  params: defineParams({
    w1: number({ default: 1.5, min: -4, max: 4, step: 0.05, symbol: 'w₁' }),
    w2: number({ default: -1, min: -4, max: 4, step: 0.05, symbol: 'w₂' }),
    bias: number({ default: 0.5, min: -6, max: 6, step: 0.05, symbol: 'b' }),
    activation: choice(FUNCTIONS, { default: 'sigmoid' }),
    x1: number({ default: 1, min: -REACH, max: REACH, step: 0.05, symbol: 'x₁', hidden: true }),
    x2: number({ default: 1.5, min: -REACH, max: REACH, step: 0.05, symbol: 'x₂', hidden: true }),
    picture: choice(['map', 'surface'], { default: 'map' }),
  }),
})
