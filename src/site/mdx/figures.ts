import type { ChapterContext } from './context.ts'
import { hastToHtml } from './html.ts'
import { unwrap } from './paragraphs.ts'
import { isBlank, isElement, isJsx, raw, type Jsx, type Node, type Root } from './tree.ts'
import type { Attributes } from './vocabulary.ts'

export function renderFigure(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const id = attributes.text('id')
  const facts = c.facts.figures?.[id]
  if (facts === undefined) {
    c.problems.add(node, `<Figure>: chapter.ts has no figure “${id}”`, Object.keys(c.facts.figures ?? {}))
    return []
  }
  if (!c.widgets.has(facts.widget))
    c.problems.add(node, `<Figure id="${id}">: no widget “${facts.widget}”`, c.widgets.keys())
  const notes = c.notes.length
  const caption = unwrap(c.convert(node.children))
  if (c.notes.length > notes) c.problems.add(node, `<Figure id="${id}">: a caption can't have a <Note>`)
  const bold = caption.find((child) => !isBlank(child))
  if (bold === undefined || !isElement(bold, 'strong'))
    c.problems.add(
      node,
      `<Figure id="${id}">: the caption begins with one bold sentence that says what to see`,
    )
  c.captions.set(id, { title: attributes.text('title'), html: hastToHtml(caption.map(boldIsB)) })
  return [raw(figureSlot(id))]
}

/** Captions set their first sentence as `b`: it is a headline, not an emphasis. */
const boldIsB = (node: Node): Node => (isElement(node, 'strong') ? { ...node, tagName: 'b' } : node)

/** Where the page puts the figure. */
const figureSlot = (id: string): string => `<!--figure ${id}-->`

/** Every figure of chapter.ts stands in the text, once, in that order. */
export function checkFigures(c: ChapterContext, root: Root): void {
  const shown = root.children.flatMap((node) => {
    const id =
      isJsx(node) && node.name === 'Figure' ? node.attributes.find((a) => a.name === 'id')?.value : undefined
    return typeof id === 'string' ? [id] : []
  })
  const listed = Object.keys(c.facts.figures ?? {})
  const missing = listed.filter((id) => !shown.includes(id))
  if (missing.length > 0)
    c.problems.add(1, `figures of chapter.ts that the text does not show: ${missing.join(', ')}`)
  else if (shown.join() !== listed.join() && shown.every((id) => listed.includes(id)))
    c.problems.add(
      1,
      `the figures stand in the order ${shown.join(', ')}; chapter.ts has ${listed.join(', ')}`,
    )
}
