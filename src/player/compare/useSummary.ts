import { useCallback } from 'react'
import type { FigureState } from '../useFigure.ts'
import { letterOf } from './sideNames.ts'
import { compareStrings } from './strings.ts'

/** What the picture shows in words, or each of two pictures. */
export function useSummary({ text, sides, shown, locale }: FigureState): () => string {
  return useCallback(() => {
    const said = sides.map(({ values }, side) =>
      text.summary({
        values,
        members: shown.members.filter((member) => member.side === side),
        step: shown.pictured,
      }),
    )
    if (said.length === 1) return said.join('')
    const { says } = compareStrings[locale]
    return said.map((words, side) => says(letterOf(side), words)).join(locale === 'zh' ? '' : ' ')
  }, [text, sides, shown, locale])
}
