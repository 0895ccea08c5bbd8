import { numbers } from '../../math/algebra.ts'
import type { ElementwiseLoss } from '../../math/loss.ts'
import { getLoss } from '../../math/losses/index.ts'
import { choice, defineParams, number } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Losses in the order of the text. */
export const LOSSES = ['mse', 'cross-entropy'] as const
export type UnitLossId = (typeof LOSSES)[number]

/** What the unit should answer. */
export const TARGET = 1
/** Pre-activations are shown, and starts chosen, within [−REACH, REACH]. */
export const REACH = 10

export interface UnitFrame {
  /** Pre-activation w·1 + b, and the output σ(z). */
  readonly z: number
  readonly output: number
  readonly loss: number
  /** ∂L/∂z. */
  readonly gradient: number
}

const squared = getLoss('mse') as ElementwiseLoss
const entropy = getLoss('binary-cross-entropy-logits') as ElementwiseLoss
const EVEN = { positiveWeight: 1, smoothing: 0 }

/** A loss of the unit's output σ(z) and its slope by z; the squared error's goes through σ′(z) = σ(z)(1 − σ(z)). */
export function judge(id: UnitLossId, z: number): { readonly loss: number; readonly gradient: number } {
  if (id === 'cross-entropy')
    return {
      loss: entropy.value(numbers, z, TARGET, EVEN),
      gradient: entropy.gradient(numbers, z, TARGET, EVEN),
    }
  const output = numbers.sigmoid(z)
  return {
    loss: squared.value(numbers, output, TARGET, {}),
    gradient: squared.gradient(numbers, output, TARGET, {}) * output * numbers.sigmoid(-z),
  }
}

export default defineSpec<{ frame: UnitFrame; action: never; question: never; answer: never }>()({
  name: 'saturated-unit',
  params: defineParams({
    /** The loss of the green run; the other stands beside it. */
    loss: choice(LOSSES, { default: 'mse' }),
    start: number({ default: -6, min: -REACH, max: REACH, step: 0.1, symbol: 'z' }),
    learningRate: number({ default: 0.5, min: 0.05, max: 5, scale: 'log', live: true, symbol: 'η' }),
  }),
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: {
      missing: { scale: 'log', role: 'train' },
      loss: { scale: 'log', hidden: true },
      gradient: { scale: 'linear', hidden: true },
    },
    measureEvery: 1,
    speed: 60,
    endStep: () => 300,
    members: (values) =>
      [values.loss, ...LOSSES.filter((id) => id !== values.loss)].map((id) => ({
        id,
        values: { ...values, loss: id },
      })),
  },
})
