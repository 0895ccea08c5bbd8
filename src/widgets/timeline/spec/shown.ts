import { ENTRIES, type Entry } from './entries.ts'
import { english } from './story.ts'

/** The entries that a filter leaves, in the order of time. */
export function shownEntries(show: string): readonly Entry[] {
  if (show === 'all') return ENTRIES
  if (show === 'corrected') return ENTRIES.filter(({ source }) => english[source]?.correction !== undefined)
  return ENTRIES.filter(({ theme }) => theme === show)
}
