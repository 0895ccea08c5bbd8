import { imageOf } from '../../../math/drawnDigit.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import type { ImageBatch } from '../../../core/classifier.ts'
import type { Look } from '../../../protocol/messages.ts'
import type { LabValues } from '../spec/params.ts'

/** The image that is looked at, [784], and its digit: −1 for a drawing. */
export interface Subject {
  readonly image: Float32Array
  readonly label: number
}

/** The reader's drawing, or the chosen test digit while nothing is drawn. */
export function subjectOf({ values }: Look, { pixels, labels }: ImageBatch): Subject {
  const { drawing = '', digit = 0 } = values as Partial<Pick<LabValues, 'drawing' | 'digit'>>
  const drawn = imageOf(drawing)
  if (drawn) return { image: drawn, label: -1 }
  const at = digit % labels.length
  return { image: pixels.slice(at * PIXELS, (at + 1) * PIXELS), label: labels[at] }
}
