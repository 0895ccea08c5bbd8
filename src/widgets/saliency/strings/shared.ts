import { fill } from '../../../i18n/fill.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { SaliencyFrame } from '../spec/frame.ts'
import type { SaliencyValues } from '../spec/params.ts'
import type { text } from './en.ts'

export type Text = Readonly<Record<keyof typeof text, string>>

/** What a summary is told. */
export interface Summarized {
  readonly values: SaliencyValues
  readonly members: readonly { readonly id: string; readonly frame: SaliencyFrame | null }[]
  readonly step: number
}

export const two = (value: number): string => formatNumber(value, { digits: 2 })

/** A part of a score: its sign always stands there. */
export const signed = (value: number): string =>
  `${value > 0 ? '+' : ''}${formatNumber(value, { significant: 2 })}`

/** The name of what is measured: “the logit of 4”, “the probability of 4 less that of 9”. */
export function nameScore(
  { target, against }: Pick<SaliencyFrame, 'target' | 'against'>,
  measure: SaliencyValues['measure'],
  text: Pick<Text, 'logit' | 'logits' | 'probability' | 'probabilities'>,
): string {
  const [one, two_] = measure === 'logit' ? [text.logit, text.logits] : [text.probability, text.probabilities]
  return fill(against < 0 ? one : two_, { a: target, b: against })
}

/** The digit with the largest probability, from `from` on. */
export function answerOf(probabilities: ArrayLike<number>, from = 0): number {
  let best = 0
  for (let digit = 1; digit < 10; digit++)
    if ((probabilities[from + digit] ?? 0) > (probabilities[from + best] ?? 0)) best = digit
  return best
}
