import type { ChapterFacts } from '../../book/chapter.ts'
import { setSpaces } from './chinese.ts'
import type { BookContext, ChapterContext, MisconceptionAside } from './context.ts'
import { convertAll, convertNode } from './convert.ts'
import { checkFigures, renderFigure } from './figures.ts'
import { readHeadingId } from './headings.ts'
import { hastToHtml } from './html.ts'
import { liftBlocks, type Outline } from './outline.ts'
import type { Problems } from './problems.ts'
import { h, isBlank, isElement, isJsx, text, type Node, type Root } from './tree.ts'
import { isBlock, isKnown, readAttributes } from './vocabulary.ts'

/** A text as HTML. `main` holds `<!--figure id-->` where figures stand. */
export interface RenderedText {
  readonly lead: string
  readonly main: string
  readonly captions: ReadonlyMap<string, { readonly title: string; readonly html: string }>
  readonly terms: ReadonlySet<string>
  readonly cited: ReadonlySet<string>
  readonly misconceptions: readonly MisconceptionAside[]
}

/** A text that has been read and numbered. */
export interface Draft {
  readonly slug: string
  readonly facts: ChapterFacts
  readonly root: Root
  readonly outline: Outline
  readonly problems: Problems
}

/** Makes HTML of a text. What is wrong with it is noted in its `problems`. */
export function renderText(draft: Draft, book: BookContext): RenderedText {
  const { slug, facts, root, outline, problems } = draft
  const c: ChapterContext = {
    ...book,
    slug,
    facts,
    outline,
    problems,
    termsUsed: new Set(),
    cited: new Set(),
    notes: [],
    captions: new Map(),
    misconceptions: [],
    section: '',
    counts: { note: 0, predict: 0, code: 0 },
    convert: (nodes) => convertAll(nodes, c),
  }
  liftBlocks(root)
  const solid = root.children.filter((node) => !isBlank(node) && !isComment(node))
  const [first, ...rest] = solid
  let lead = ''
  if (first !== undefined && isJsx(first) && first.name === 'Lead') {
    lead = hastToHtml(c.convert(first.children).flatMap((n) => (isElement(n, 'p') ? n.children : [n])))
  } else problems.add(first ?? 1, 'the text begins with <Lead>, the opening question')

  const main: Node[] = []
  let opened = false
  for (const node of first !== undefined && isJsx(first) && first.name === 'Lead' ? rest : solid) {
    if (isElement(node, 'h2')) c.section = readHeadingId(node)?.id ?? ''
    const made =
      isJsx(node) && node.name === 'Figure'
        ? renderFigure(node, readAttributes(node, 'Figure', problems), c)
        : isJsx(node) && isKnown(node.name) && !isBlock(node.name)
          ? [h('p', {}, convertNode(node, c))]
          : convertNode(node, c)
    for (const child of made) {
      if (!opened && isElement(child, 'p')) {
        child.properties = { ...child.properties, className: ['first'] }
        opened = true
      }
      main.push(child, text('\n'))
    }
    if (c.notes.length > 0)
      main.push(h('div', { className: ['note'], role: 'note' }, c.notes.splice(0)), text('\n'))
  }
  checkFigures(c, root)
  const html = hastToHtml(main)
  return {
    lead,
    main: c.locale === 'zh' ? setSpaces(html) : html,
    captions: c.captions,
    terms: c.termsUsed,
    cited: c.cited,
    misconceptions: c.misconceptions,
  }
}

const isComment = (node: Node): boolean =>
  node.type === 'mdxFlowExpression' && node.value.trim().startsWith('/*')
