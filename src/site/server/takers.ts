import type { FigureFacts } from '../../book/chapter.ts'
import type { TakerFacts } from '../../player/island.ts'
import type { AnySpec } from '../../protocol/spec.ts'

/**
 * For each of a widget's offers the first figure of the chapter that takes it: one of the widget that the offer names. An
 * offer that no figure takes is left out.
 */
export function findTakers(
  spec: Pick<AnySpec, 'offers'>,
  figures: Readonly<Record<string, FigureFacts>>,
  numberOf: (figure: string) => string | undefined,
): Readonly<Record<string, TakerFacts>> {
  return Object.fromEntries(
    Object.entries(spec.offers ?? {}).flatMap(([offer, { widget }]) => {
      const found = Object.keys(figures).find((id) => figures[id]?.widget === widget)
      return found === undefined ? [] : [[offer, { figure: found, number: numberOf(found) ?? '' }]]
    }),
  )
}
