import { windowTerms, type Cells, type WindowTerm } from '../../../math/convolution.ts'
import { poolWindow } from '../../../math/pooling.ts'
import { filterOf, valueAt } from './forward.ts'
import type { Place } from './place.ts'
import { STAGES } from './stages.ts'
import type { ZoomFrame } from './traffic.ts'

/** The products of one input channel, and their sum. */
export interface Slice {
  readonly terms: readonly WindowTerm[]
  readonly sum: number
}

/** How a number of a convolution or of the dense layer comes about: `total` is the bias and the sums of all slices. */
export interface DotProduct {
  readonly slices: readonly Slice[]
  readonly bias: number
  readonly total: number
}

/** Window times kernel at a place of a stage that has weights. */
export function dotProduct({ layers }: ZoomFrame, volumes: readonly Cells[], place: Place): DotProduct {
  const stage = STAGES[place.layer]
  const weights = layers[stage.weights]
  const terms = windowTerms(
    volumes[place.layer - 1],
    filterOf(stage, weights, place.channel),
    { stride: stage.stride, padding: 'valid', dilation: 1 },
    place.row,
    place.column,
  )
  const slices = Array.from({ length: stage.input.channels }, (_, channel): Slice => {
    const own = terms.filter((term) => term.channel === channel)
    return { terms: own, sum: own.reduce((sum, { product }) => sum + product, 0) }
  })
  const bias = weights.bias[place.channel]
  return { slices, bias, total: slices.reduce((sum, slice) => sum + slice.sum, bias) }
}

/** A number under a pooling window. */
export interface Candidate {
  readonly row: number
  readonly column: number
  readonly value: number
  /** The largest: of equals the first, as the gradient takes it. */
  readonly chosen: boolean
}

/** The numbers of which a pooling stage keeps one. */
export function candidates(volumes: readonly Cells[], place: Place): readonly Candidate[] {
  const { size, stride } = STAGES[place.layer]
  const from = volumes[place.layer - 1]
  const { top, left, bottom, right } = poolWindow(from, size, stride, 'valid', place.row, place.column)
  const found: Omit<Candidate, 'chosen'>[] = []
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      found.push({ row, column, value: valueAt(from, row, column, place.channel) })
  const best = found.reduce((at, { value }, i) => (value > found[at].value ? i : at), 0)
  return found.map((one, i) => ({ ...one, chosen: i === best }))
}

/** One row of the softmax: p = e^(z − largest z) / total. */
export interface Odds {
  readonly logit: number
  readonly power: number
  readonly probability: number
}

/** Logits to probabilities. The largest is taken off each first, which changes no quotient and lets nothing overflow. */
export function softmaxSteps(logits: ArrayLike<number>): {
  readonly rows: readonly Odds[]
  readonly total: number
} {
  const all = Array.from(logits)
  const most = Math.max(...all)
  const powers = all.map((logit) => Math.exp(logit - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return { rows: all.map((logit, i) => ({ logit, power: powers[i], probability: powers[i] / total })), total }
}
