import type { ChapterContext } from './context.ts'
import { readSettings } from './params.ts'
import type { Jsx } from './tree.ts'
import type { Attributes } from './vocabulary.ts'

/** What an element's `set` asks of its figure. */
export function settingsOf(node: Jsx, attributes: Attributes, c: ChapterContext): Record<string, unknown> {
  const written = attributes.optional('set')
  const facts = c.facts.figures?.[attributes.text('figure')]
  const code = facts === undefined ? undefined : c.widgets.get(facts.widget)
  if (written === undefined) return {}
  if (code === undefined) {
    c.problems.add(node, 'a “set” needs a figure that exists')
    return {}
  }
  return readSettings(code, written, (message, known) => c.problems.add(node, message, known))
}
