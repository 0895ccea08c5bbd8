import { joinLines } from './chinese.ts'
import { renderCode } from './codeBlock.ts'
import type { ChapterContext } from './context.ts'
import { convertJsx } from './elements.ts'
import { equation, isMath } from './equations.ts'
import { dropHeadingId, readHeadingId } from './headings.ts'
import { setTex } from './tex.ts'
import { h, isBlank, isElement, isJsx, raw, text, words as wordsOf, type Element, type Node } from './tree.ts'
import { chapterWords } from './words.ts'

/** TeX of formulas that stay on one line; longer ones must be free to break, and with a mark behind them a little later. */
const LONGEST_WHOLE = 24
const LONGEST_TIED = 36
const CLOSING_MARKS = /^[，。；：、！？）”’…,.;:!?)\]%–-]+/u

/** Converts siblings. A mark right after a formula is tied to it: browsers would let a line begin with it. */
export function convertAll(nodes: readonly Node[], c: ChapterContext): Node[] {
  const made: Node[] = []
  nodes.forEach((node, i) => {
    const before = nodes[i - 1]
    const marks =
      node.type === 'text' && before !== undefined && isMath(before) && wordsOf(before).length <= LONGEST_TIED
        ? CLOSING_MARKS.exec(node.value)?.[0]
        : undefined
    const formula = made.at(-1)
    if (node.type !== 'text' || marks === undefined || formula === undefined) {
      const whole = isMath(node) && wordsOf(node).length <= LONGEST_WHOLE
      made.push(
        ...(whole ? [h('span', { className: ['tied'] }, convertNode(node, c))] : convertNode(node, c)),
      )
      return
    }
    made[made.length - 1] = h(
      'span',
      { className: ['tied'] },
      isTied(formula) ? formula.children : formula,
      marks,
    )
    made.push(...convertNode({ ...node, value: node.value.slice(marks.length) }, c))
  })
  return made
}

const isTied = (node: Node): node is Element => {
  const names = isElement(node, 'span') ? node.properties['className'] : undefined
  return Array.isArray(names) && names.includes('tied')
}

/** Prose typography: apostrophes are set, a number keeps its % on the line, straight quotation marks are refused. */
function setText(value: string, node: Node, c: ChapterContext): string {
  if (value.includes('"')) c.problems.add(node, 'a straight quotation mark (") in prose; write “ and ”')
  const joined = c.locale === 'zh' ? joinLines(value) : value
  return joined.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').replace(/(?<=\d) %/g, '\u00a0%')
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
      if (only !== undefined && rest.length === 0 && isMath(only))
        return [equation(node, wordsOf(only).trim(), c)]
      return [{ ...node, children: c.convert(capitalTerms(node.children, c)) }]
    }
    case 'li':
      return [{ ...node, children: c.convert(capitalTerms(node.children, c)) }]
    case 'pre': {
      const [code] = node.children
      if (code !== undefined && isElement(code, 'code') && Array.isArray(code.properties['className'])) {
        if (code.properties['className'].includes('language-math'))
          return [equation(node, wordsOf(code).trim(), c)]
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

/** What Markdown made of the author's text, as HTML. */
export function convertNode(node: Node, c: ChapterContext): Node[] {
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
