import { oneHot, smoothTarget, type RowLoss } from '../../math/loss.ts'
import { getLoss } from '../../math/losses/index.ts'
import { softmax } from '../../math/softmax.ts'
import { choice, defineParams, matrix, number, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

export const CLASSES = ['cat', 'dog', 'bird', 'fish'] as const
export type ClassId = (typeof CLASSES)[number]

/** Logits are moved within [−LOGIT_REACH, LOGIT_REACH]. */
export const LOGIT_REACH = 6

export const params = defineParams({
  target: choice(CLASSES, { default: 'cat' }),
  temperature: number({ default: 1, min: 0.1, max: 10, scale: 'log', symbol: 'T' }),
  smoothing: number({ default: 0, min: 0, max: 0.5, step: 0.01, symbol: 's' }),
  classWeight: number({ default: 1, min: 0.1, max: 10, scale: 'log', symbol: 'w' }),
  logits: matrix({ default: [[1, 2, 0, -1]], min: -LOGIT_REACH, max: LOGIT_REACH, hidden: true }),
})

/** What the figure shows: everything follows from the logits. */
export interface Judgement {
  /** softmax(z/T), and the target after smoothing; `[classes]`. */
  readonly probabilities: Float64Array
  readonly target: Float64Array
  /** ∂L/∂z; `[classes]`. */
  readonly gradient: Float64Array
  readonly loss: number
  /** What no logits can go below: 0 without smoothing. */
  readonly least: number
}

const crossEntropy = getLoss('cross-entropy-logits') as RowLoss

/** Cross-entropy of softmax(z/T) with a smoothed target, the right class counted w times. */
export function judge(values: Values<typeof params>): Judgement {
  const { temperature, smoothing, classWeight } = values
  const logits = (values.logits[0] ?? []).map((z) => z / temperature)
  const right = CLASSES.indexOf(values.target)
  const hard = oneHot(right, CLASSES.length)
  const weights = CLASSES.map((_, k) => (k === right ? classWeight : 1))
  const target = smoothTarget(hard, smoothing)
  // The least loss is reached where softmax(z/T) has the proportions of the weighted target.
  const shares = target.map((share, k) => share * weights[k])
  const total = shares.reduce((sum, share) => sum + share, 0)
  const least = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share / total) : sum), 0)
  return {
    probabilities: softmax(logits),
    target,
    gradient: crossEntropy.gradient(logits, hard, { smoothing }, weights).map((slope) => slope / temperature),
    loss: crossEntropy.value(logits, hard, { smoothing }, weights),
    least,
  }
}

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'softmax-loss',
  params,
})
