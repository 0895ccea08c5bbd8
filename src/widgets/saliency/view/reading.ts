import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import type { CellPlace } from '../../../charts/CellMap.tsx'
import type { SaliencyFrame } from '../spec/frame.ts'
import { DIGITS, type SaliencyValues } from '../spec/params.ts'
import { placeOf, SIDE, type Patch } from '../spec/places.ts'
import { answerOf, nameScore, signed, two, type Text } from '../strings/shared.ts'

/** The probabilities with the patch where a pixel is pointed at; without it where none is. */
export function probabilitiesAt(
  { probabilities, covered }: SaliencyFrame,
  at: CellPlace | null,
  patch: Patch,
): Float32Array {
  if (!at) return probabilities
  const from = placeOf(at.row, at.column, patch) * DIGITS
  return covered.subarray(from, from + DIGITS)
}

/** All numbers of a pixel, in words. */
export function readPixel(
  frame: SaliencyFrame,
  { row, column }: CellPlace,
  patch: Patch,
  measure: SaliencyValues['measure'],
  text: Text,
): string {
  const { image, maps, score } = frame
  const pixel = row * SIDE + column
  const drop = maps.occlusion[placeOf(row, column, patch)] ?? 0
  const then = probabilitiesAt(frame, { row, column }, patch)
  const digit = answerOf(then)
  return fill(text.pixel, {
    row: row + 1,
    column: column + 1,
    ink: two((image[pixel] ?? 0) / 255),
    gradient: signed(maps.gradient[pixel] ?? 0),
    product: signed(maps.product[pixel] ?? 0),
    name: nameScore(frame, measure, text),
    before: two(score),
    after: two(score - drop),
    digit,
    share: formatPercent(then[digit]),
  })
}
