import { imageOf } from '../../math/drawnDigit.ts'
import { PIXELS } from '../../math/strokes/strokes.ts'
import type { Look } from '../../protocol/messages.ts'
import type { ImageBatch } from '../classifier.ts'

/** The image that is looked at, [784], and its digit: −1 for one of the reader's. */
export interface ReaderDigit {
  readonly image: Float32Array
  readonly label: number
}

/**
 * What the reader drew, or one of these digits while nothing is drawn. Reads the parameters `drawing` (as
 * `math/drawnDigit` writes it) and `digit` (a number of `test`), which a figure of digits declares as looks.
 */
export function readerDigit({ values }: Look, { pixels, labels }: ImageBatch): ReaderDigit {
  const { drawing = '', digit = 0 } = values as { readonly drawing?: string; readonly digit?: number }
  const drawn = imageOf(drawing)
  if (drawn) return { image: drawn, label: -1 }
  const at = digit % labels.length
  return { image: pixels.slice(at * PIXELS, (at + 1) * PIXELS), label: labels[at] }
}
