import { choice, defineParams, integer, list, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Activation functions of the hidden layers: ids of `math/activations`. */
export const ACTIVATIONS = [
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'softplus',
  'linear',
] as const
export type ActivationId = (typeof ACTIVATIONS)[number]

/** How the weights are drawn: normal, with a standard deviation of `WEIGHT_SCALE` over √width. */
export const STARTS = ['small', 'xavier', 'he', 'large'] as const
export type StartId = (typeof STARTS)[number]

/** The standard deviation of one weight, times the square root of the layer's width. */
export const WEIGHT_SCALE: Readonly<Record<StartId, number>> = {
  small: 0.5,
  xavier: 1,
  he: Math.SQRT2,
  large: 2.5,
}

/** Examples in the batch of random inputs. */
export const EXAMPLES = 32

/** Sizes of one quantity, layer by layer from the input on: log₁₀ of root mean squares. */
export interface Profile {
  /** Mean over the draws so far, `[depth]`. */
  readonly mean: Float64Array
  /** Smallest and largest draw, `[depth]`. */
  readonly low: Float64Array
  readonly high: Float64Array
}

export interface VanishingFrame {
  readonly draws: number
  /** ∂loss/∂h of one example, at each hidden layer's output. */
  readonly signal: Profile
  /** ∂loss/∂W of the batch, at each hidden layer's weights. */
  readonly weights: Profile
  /** h, each hidden layer's output. */
  readonly forward: Profile
}

/** Below this a 32-bit float is 0: sizes are drawn no smaller. */
export const FLOOR = -37

export default defineSpec<{ frame: VanishingFrame; action: never; question: never; answer: never }>()({
  name: 'vanishing-gradient',
  params: defineParams({
    compare: choice(['activations', 'starts'], { default: 'activations' }),
    activations: list<ActivationId>(choice(ACTIVATIONS, { default: 'sigmoid' }), {
      default: ['sigmoid', 'tanh', 'relu', 'gelu'],
      min: 1,
      max: 6,
      when: (values) => values['compare'] === 'activations',
    }),
    start: choice(STARTS, { default: 'xavier', when: (values) => values['compare'] === 'activations' }),
    activation: choice(ACTIVATIONS, { default: 'relu', when: (values) => values['compare'] === 'starts' }),
    depth: integer({ default: 20, min: 1, max: 50 }),
    width: integer({ default: 32, min: 2, max: 60 }),
    quantity: choice(['signal', 'weights'], { default: 'signal', look: true }),
    seed: seed({ default: 1 }),
  }),
  presets: {
    functions: { compare: 'activations', start: 'xavier', depth: 20 },
    starts: { compare: 'starts', activation: 'relu', depth: 30 },
    deep: { compare: 'activations', depth: 50, start: 'he' },
  },
  run: {
    workload: 'tiny',
    stepIs: 'round',
    metrics: {
      kept: { scale: 'log' },
      forward: { scale: 'log', hidden: true },
    },
    measureEvery: 1,
    speed: 10,
    endStep: () => 29,
    members: (values) =>
      values.compare === 'starts'
        ? STARTS.map((start) => ({ id: start, values: { ...values, start } }))
        : [...new Set(values.activations)].map((activation) => ({
            id: activation,
            values: { ...values, activation, activations: [activation] },
          })),
  },
})
