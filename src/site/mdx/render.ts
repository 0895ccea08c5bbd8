import type { BookContext, ChapterContext } from './context.ts'
import * as block from './blocks.ts'
import { renderCode } from './codeBlock.ts'
import { dropHeadingId, readHeadingId } from './headings.ts'
import { hastToHtml } from './html.ts'
import { liftBlocks, type Outline } from './outline.ts'
import type { Problems } from './problems.ts'
import * as reference from './references.ts'
import { setTex } from './tex.ts'
import {
  h,
  isBlank,
  isElement,
  isJsx,
  raw,
  text,
  words as wordsOf,
  type Element,
  type Jsx,
  type Node,
  type Root,
} from './tree.ts'
import {
  isBlock,
  isKnown,
  readAttributes,
  VOCABULARY,
  type Attributes,
  type ElementName,
} from './vocabulary.ts'
import { chapterWords } from './words.ts'

/** A text as HTML. `main` holds `<!--figure id-->` where figures stand. */
export interface RenderedText {
  readonly lead: string
  readonly main: string
  readonly captions: ReadonlyMap<string, { readonly title: string; readonly html: string }>
  readonly terms: ReadonlySet<string>
  readonly cited: ReadonlySet<string>
}

type Render = (node: Jsx, attributes: Attributes, c: ChapterContext) => Node[]

const ELEMENTS: Record<ElementName, Render> = {
  Lead: misplaced('Lead', 'is the first element of the text, once'),
  Option: misplaced('Option', 'stands inside <Predict>'),
  Hint: misplaced('Hint', 'stands inside <Exercise>'),
  Solution: misplaced('Solution', 'stands inside <Exercise>'),
  Figure: misplaced('Figure', 'stands between paragraphs, not inside another element'),
  Eq: block.renderEq,
  Pitfall: block.renderPitfall,
  Misconception: block.renderMisconception,
  Predict: block.renderPredict,
  Exercise: block.renderExercise,
  Recap: block.renderRecap,
  Code: renderCode,
  Note: renderNote,
  Term: reference.renderTerm,
  Cite: reference.renderCite,
  Ref: reference.renderRef,
  Param: reference.renderParam,
  En: (node, _, c) => [h('span', { lang: 'en' }, c.convert(node.children))],
  Key: (node, _, c) => [h('kbd', {}, c.convert(node.children))],
}

function misplaced(name: string, rule: string): Render {
  return (node, _, c) => {
    c.problems.add(node, `<${name}> ${rule}`)
    return []
  }
}

function renderNote(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  const number = ++c.counts.note
  const content = c
    .convert(node.children)
    .flatMap((child) => (isElement(child, 'p') ? child.children : [child]))
  c.notes.push(
    h('p', { id: `note-${number}` }, h('b', {}, h('a', { href: `#cue-${number}` }, String(number))), content),
  )
  return [
    h(
      'sup',
      { className: ['cue'], id: `cue-${number}` },
      h('a', { href: `#note-${number}`, ariaLabel: chapterWords[c.locale].note(number) }, String(number)),
    ),
  ]
}

const HAN = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]`
const BROKEN_LINE = new RegExp(String.raw`(?<=${HAN}|^)[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=${HAN}|$)`, 'gu')

/** A line break in the source of a Chinese text is no space, unless it stands between Latin words. */
const joinLines = (value: string): string => value.replace(BROKEN_LINE, '')

const SPACE_AFTER_MARK = /(?<=[）。，；：！？、”](?:<\/\w+>)*) +(?=[\p{Script=Han}<])/gu

/** A number that a reference or a parameter ends with, right before a Han character. */
const NUMBER_BEFORE_HAN =
  /((?:<a class="ref"[^>]*>[^<]*\d<\/a>)|(?:<span class="scrub"[^>]*>[^<]*<\/span>))(?=\p{Script=Han})/gu

/**
 * Spaces that an author of Chinese can't see: full-width marks bring their own, so one typed behind a citation is too
 * much; a number and a Han character want one. Code is left alone.
 */
const setSpaces = (html: string): string =>
  html
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(SPACE_AFTER_MARK, '').replace(NUMBER_BEFORE_HAN, '$1 '),
    )
    .join('')

/** Longer formulas must be free to break. */
const LONGEST_TIED = 36
const CLOSING_MARKS = /^[，。；：、！？）”’…]+/u

/** Converts siblings. In Chinese a mark right after a formula is tied to it: browsers would let a line begin with it. */
function convertAll(nodes: readonly Node[], c: ChapterContext): Node[] {
  if (c.locale !== 'zh') return nodes.flatMap((node) => convertNode(node, c))
  const made: Node[] = []
  nodes.forEach((node, i) => {
    const before = nodes[i - 1]
    const marks =
      node.type === 'text' &&
      before !== undefined &&
      block.isMath(before) &&
      wordsOf(before).length <= LONGEST_TIED
        ? CLOSING_MARKS.exec(node.value)?.[0]
        : undefined
    const formula = made.at(-1)
    if (node.type !== 'text' || marks === undefined || formula === undefined) {
      made.push(...convertNode(node, c))
      return
    }
    made[made.length - 1] = h('span', { className: ['tied'] }, formula, marks)
    made.push(...convertNode({ ...node, value: node.value.slice(marks.length) }, c))
  })
  return made
}

/** Prose typography: apostrophes are set, straight quotation marks are refused. */
function setText(value: string, node: Node, c: ChapterContext): string {
  if (value.includes('"')) c.problems.add(node, 'a straight quotation mark (") in prose; write “ and ”')
  const joined = c.locale === 'zh' ? joinLines(value) : value
  return joined.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}

function convertElement(node: Element, c: ChapterContext): Node[] {
  const names = node.properties['className']
  if (Array.isArray(names) && names.includes('language-math')) {
    try {
      return [raw(setTex(wordsOf(node).trim(), false))]
    } catch (error) {
      c.problems.add(node, `a formula can't be set: ${(error as Error).message}`)
      return []
    }
  }
  switch (node.tagName) {
    case 'code':
      return [node]
    case 'p': {
      // `$$…$$` on one line is a paragraph with a formula to Markdown, and a display to its author.
      const [only, ...rest] = node.children.filter((child) => !isBlank(child))
      if (only !== undefined && rest.length === 0 && block.isMath(only))
        return [block.equation(node, wordsOf(only).trim(), c)]
      return [{ ...node, children: c.convert(capitalTerms(node.children, c)) }]
    }
    case 'li':
      return [{ ...node, children: c.convert(capitalTerms(node.children, c)) }]
    case 'pre': {
      const [code] = node.children
      if (code !== undefined && isElement(code, 'code') && Array.isArray(code.properties['className'])) {
        if (code.properties['className'].includes('language-math'))
          return [block.equation(node, wordsOf(code).trim(), c)]
      }
      return renderCode(node, undefined, c)
    }
    case 'h2':
    case 'h3':
      return [renderHeading(node, c)]
    case 'a':
      return [renderLink(node, c)]
    case 'table':
      return [
        h('div', { className: ['table'], tabIndex: 0 }, { ...node, children: c.convert(node.children) }),
      ]
    case 'img':
      c.problems.add(node, 'pictures are figures: use <Figure>')
      return []
    default:
      return [{ ...node, children: c.convert(node.children) }]
  }
}

/** A term that begins an English sentence gets its capital. */
function capitalTerms(nodes: readonly Node[], c: ChapterContext): readonly Node[] {
  if (c.locale !== 'en') return nodes
  return nodes.map((node, i) => {
    if (!isJsx(node) || node.name !== 'Term' || node.children.length > 0) return node
    const before = nodes[i - 1]
    const begins =
      before === undefined ||
      (before.type === 'text' && /(^|[.?!]”?\s+)$/.test(before.value.replace(/^\n+$/, '')))
    return begins
      ? {
          ...node,
          attributes: [...node.attributes, { type: 'mdxJsxAttribute', name: 'capital', value: null }],
        }
      : node
  })
}

function renderHeading(node: Element, c: ChapterContext): Node {
  const id = readHeadingId(node)?.id ?? ''
  const number = c.outline.labels.get(id)?.number ?? ''
  const anchor = h('a', {
    className: ['anchor'],
    href: `#${id}`,
    ariaLabel: chapterWords[c.locale].linkHere,
  })
  return h(
    node.tagName,
    { id, className: [node.tagName === 'h2' ? 'sec' : 'sub'] },
    number === '' ? null : h('span', { className: ['n'] }, number),
    c.convert(dropHeadingId(node)),
    anchor,
  )
}

function renderLink(node: Element, c: ChapterContext): Node {
  const href = String(node.properties['href'] ?? '')
  const children = c.convert(node.children)
  if (href.startsWith('#')) {
    const anchors = new Set([...c.outline.labels.values()].map((label) => label.anchor))
    if (!anchors.has(href.slice(1)))
      c.problems.add(node, `a link to “${href}”, which is not in this text`, anchors)
    return { ...node, children }
  }
  if (href.startsWith('https://')) return h('a', { href, rel: ['noopener'] }, children)
  c.problems.add(node, `a link to “${href}”: use <Ref> inside the book, https:// outside`)
  return h('span', {}, children)
}

function convertNode(node: Node, c: ChapterContext): Node[] {
  switch (node.type) {
    case 'text':
      return [text(setText(node.value, node, c))]
    case 'element':
      return convertElement(node, c)
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value))
        c.problems.add(node, `an expression {${node.value}}: braces only hold comments and heading ids`)
      return []
    case 'mdxjsEsm':
      c.problems.add(node, 'a text has no imports and no exports')
      return []
    case 'comment':
      return []
    case 'raw':
      return [node]
    default:
      return convertJsx(node, c)
  }
}

function convertJsx(node: Jsx, c: ChapterContext): Node[] {
  if (!isKnown(node.name)) {
    c.problems.add(node, `<${node.name ?? ''}> is not in the book's vocabulary`, Object.keys(VOCABULARY))
    return []
  }
  return ELEMENTS[node.name](node, readAttributes(node, node.name, c.problems), c)
}

/** Makes HTML of a text. What is wrong with it is noted in `problems`. */
export function renderText(
  root: Root,
  slug: string,
  outline: Outline,
  book: BookContext,
  problems: Problems,
): RenderedText {
  const facts = book.chapters.get(slug)
  if (facts === undefined) throw new Error(`no chapter “${slug}”`)
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
    const made =
      isJsx(node) && node.name === 'Figure'
        ? block.renderFigure(node, readAttributes(node, 'Figure', problems), c)
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
  }
}

const isComment = (node: Node): boolean =>
  node.type === 'mdxFlowExpression' && node.value.trim().startsWith('/*')

/** Every figure of chapter.ts stands in the text, once, in that order. */
function checkFigures(c: ChapterContext, root: Root): void {
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
