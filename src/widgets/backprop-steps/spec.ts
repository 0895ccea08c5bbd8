import { getActivation } from '../../math/activations/index.ts'
import { makeMachine, type Machine, type Problem } from '../../math/backprop/machine.ts'
import { planPass } from '../../math/backprop/plan.ts'
import crossEntropy from '../../math/losses/binary-cross-entropy.ts'
import halfMse from '../../math/losses/half-mse.ts'
import { choice, defineParams, integer, list, number, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Two inputs, three units, two units, one output. */
export const SIZES = [2, 3, 2, 1] as const
export const PLAN = planPass(SIZES)
/** Operations of one pass: forward, backward and the update. */
export const PASS = PLAN.length
/** Passes until the run is done. */
export const PASSES = 10

/** Ids of `math/activations`. */
export const HIDDEN = ['tanh', 'sigmoid', 'relu', 'leaky-relu'] as const
export type HiddenId = (typeof HIDDEN)[number]

/** Parameters in the order of `math/backprop`: each layer's weights, unit by unit, then its biases. */
const START = [
  0.6, -0.4, -0.8, 0.5, 0.3, 0.9, 0.1, 0, -0.2, 0.7, -0.5, 0.4, -0.6, 0.8, 0.2, 0, 0.1, 1.1, -0.9, 0,
] as const
/** The first case of the reference numbers, computed with PyTorch in float64. */
const REFERENCE = [
  1.4736328125, -0.771484375, -1.3232421875, 0.736328125, -1.20703125, 0.0341796875, 0.421875, -0.560546875,
  0.0009765625, -0.841796875, -1.0869140625, -1.0498046875, 1.1181640625, -1.3818359375, -1.2255859375,
  0.4736328125, -0.5126953125, -0.298828125, 0.8203125, -0.1943359375,
] as const

export const params = defineParams({
  learningRate: number({ default: 0.1, min: 1e-3, max: 10, scale: 'log', live: true, symbol: 'η' }),
  hidden: choice(HIDDEN, { default: 'tanh' }),
  answer: choice(['number', 'yes-or-no'], { default: 'number' }),
  x1: number({ default: 1, min: -2, max: 2, step: 0.1, symbol: 'x_1' }),
  x2: number({ default: -0.5, min: -2, max: 2, step: 0.1, symbol: 'x_2' }),
  target: number({ default: -0.5, min: -2, max: 2, step: 0.1, symbol: 't' }),
  /** How far a parameter is moved to either side for the difference that checks its gradient. */
  nudge: number({ default: 1e-5, min: 1e-14, max: 1, scale: 'log', look: true, symbol: 'h' }),
  /** The parameter whose gradient is taken apart. */
  chosen: integer({ default: 0, min: 0, max: START.length - 1, look: true, hidden: true }),
  weights: list<number>(number({ default: 0, min: -10, max: 10 }), {
    default: START,
    min: START.length,
    max: START.length,
    hidden: true,
  }),
})
export type StepsValues = Values<typeof params>

/** Where the run stands, and all numbers in the order of `math/backprop`; 0 where this pass has not come yet. */
export interface StepsFrame {
  /** Passes begun: 0 before the first operation. */
  readonly pass: number
  /** Operations of this pass that are done. */
  readonly done: number
  /** As the pass found them: its slopes belong to these, and only the update turns them into `parameters`. */
  readonly before: Float64Array
  readonly parameters: Float64Array
  readonly sums: Float64Array
  readonly activations: Float64Array
  readonly loss: number
  readonly activationSlopes: Float64Array
  readonly sumSlopes: Float64Array
  readonly parameterSlopes: Float64Array
}

const PLAIN = { hidden: 'tanh', weights: START, x1: 1, x2: -0.5, target: -0.5, learningRate: 0.1 } as const

type Asked = Pick<StepsValues, 'hidden' | 'answer' | 'x1' | 'x2' | 'target'>

/** The target that the loss sees: a yes or no has one between 0 and 1. */
export const targetOf = ({ answer, target }: Pick<StepsValues, 'answer' | 'target'>): number =>
  answer === 'number' ? target : Math.min(1, Math.max(0, target))

/** A number is answered linearly under half the squared error, a yes or no by a sigmoid under cross-entropy. */
export function problemOf(values: Asked): Problem {
  const yesOrNo = values.answer === 'yes-or-no'
  return {
    sizes: SIZES,
    hidden: getActivation(values.hidden),
    output: getActivation(yesOrNo ? 'sigmoid' : 'linear'),
    loss: yesOrNo ? crossEntropy : halfMse,
    input: [values.x1, values.x2],
    target: [targetOf(values)],
  }
}

export const machineOf = (values: Asked): Machine => makeMachine(problemOf(values))

export default defineSpec<{ frame: StepsFrame; action: never; question: never; answer: never }>()({
  name: 'backprop-steps',
  params,
  presets: {
    plain: PLAIN,
    saturated: { ...PLAIN, hidden: 'sigmoid', weights: START.map((weight) => 5 * weight) },
    alike: { ...PLAIN, weights: START.map(() => 0.5) },
    zero: { ...PLAIN, weights: START.map(() => 0) },
    reference: {
      ...PLAIN,
      weights: REFERENCE,
      x1: -0.716796875,
      x2: -0.0791015625,
      target: -0.5380859375,
      learningRate: 0.125,
    },
  },
  run: {
    workload: 'plain',
    stepIs: 'operation',
    metrics: { loss: { scale: 'log', role: 'train' } },
    measureEvery: 1,
    speed: 1,
    endStep: () => PASS * PASSES,
  },
})
