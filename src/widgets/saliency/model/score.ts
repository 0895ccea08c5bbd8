import { largest } from '../../../core/classifier.ts'
import { softmax } from '../../../math/softmax.ts'
import { DIGITS, type SaliencyValues } from '../spec/params.ts'

/** The question that a map answers: why this digit, or why this one rather than that. */
export interface Matter {
  readonly target: number
  /** −1: no other digit is compared with. */
  readonly against: number
}

/** What the reader asks about an image with these logits. A digit is not compared with itself. */
export function chooseMatter(
  { target: asked, against: other }: Pick<SaliencyValues, 'target' | 'against'>,
  logits: Float32Array,
): Matter {
  const target = asked === 'answer' ? largest(logits) : Number(asked)
  if (other === 'none') return { target, against: -1 }
  const against = other === 'second' ? largest(withoutOne(logits, target)) : Number(other)
  return { target, against: against === target ? -1 : against }
}

function withoutOne(logits: Float32Array, left: number): Float32Array {
  return logits.map((logit, digit) => (digit === left ? -Infinity : logit))
}

/** One number of the ten of an image, or the difference of two: of image `nth` among [count, 10]. */
export function scoreOf({ target, against }: Matter, outputs: Float32Array, nth = 0): number {
  const at = nth * DIGITS
  return outputs[at + target] - (against < 0 ? 0 : outputs[at + against])
}

/** Logits [count, 10] → probabilities, row by row. */
export function toProbabilities(logits: Float32Array): Float32Array<ArrayBuffer> {
  const probabilities = new Float32Array(logits.length)
  for (let from = 0; from < logits.length; from += DIGITS)
    probabilities.set(softmax(logits.subarray(from, from + DIGITS)), from)
  return probabilities
}
