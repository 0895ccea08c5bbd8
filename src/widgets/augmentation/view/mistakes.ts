import { DIGITS } from '../spec.ts'

/** What a network most often takes one digit for. */
export interface Mistake {
  readonly digit: number
  readonly answer: number
  /** Of the digit's test images. */
  readonly share: number
}

/** The largest share off the diagonal of a table of what is read as what, [10 × 10]. */
export function commonestMistake(confusion: Uint16Array): Mistake {
  let found = { digit: 0, answer: 1, share: -1 }
  for (let digit = 0; digit < DIGITS; digit++)
    for (let answer = 0; answer < DIGITS; answer++) {
      const share = readAs(confusion, digit, answer)
      if (digit !== answer && share > found.share) found = { digit, answer, share }
    }
  return found
}

/** The share of one digit's test images that is read as an answer. */
export function readAs(confusion: Uint16Array, digit: number, answer: number): number {
  const row = confusion.subarray(digit * DIGITS, (digit + 1) * DIGITS)
  return (row[answer] ?? 0) / row.reduce((sum, count) => sum + count, 0)
}
