import { choice, defineParams } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'
import { THEMES } from './spec/entries.ts'

/** All, one theme, or what is often told wrong. */
export const FILTERS = ['all', ...THEMES, 'corrected'] as const
export type FilterId = (typeof FILTERS)[number]

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'timeline',
  params: defineParams({
    /** Set by the View, over its list: on a phone the list is long. */
    show: choice(FILTERS, { default: 'all', look: true, hidden: true }),
  }),
})
