/** Elements that point somewhere: terms, sources, labels, parameters. */
import { glossary, isTerm } from '../../i18n/glossary.ts'
import { uiStrings } from '../../ui/strings.ts'
import { formatCitation } from '../bibliography.ts'
import type { ChapterContext } from './context.ts'
import { numberInText } from './params.ts'
import { h, raw, text, type Element, type Jsx, type Node } from './tree.ts'
import type { Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

export function renderTerm(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const id = attributes.text('id')
  if (!isTerm(id)) {
    c.problems.add(node, `<Term>: the glossary has no “${id}”`, Object.keys(glossary))
    return []
  }
  const own = c.convert(node.children)
  const name: string = glossary[id][c.locale]
  const capital = attributes.flag('capital') ? name.charAt(0).toUpperCase() + name.slice(1) : name
  const written = own.length > 0 ? own : [text(capital)]
  const first = !c.termsUsed.has(id)
  c.termsUsed.add(id)
  const link = h('a', { className: ['term'], href: `../glossary/#${id}`, dataPreview: `term-${id}` }, written)
  const { en, zh } = glossary[id]
  if (
    c.locale !== 'zh' ||
    own.length > 0 ||
    !first ||
    en.toLowerCase() === zh.toLowerCase() ||
    zh.includes(en)
  )
    return [link]
  const [open = '', close = ''] = chapterWords.zh.gloss('|').split('|')
  return [link, text(open), h('span', { lang: 'en' }, en), text(close)]
}

export function renderCite(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const inText = attributes.optional('as') === 'text'
  if (attributes.optional('as') !== undefined && !inText)
    c.problems.add(node, '<Cite>: “as” can only be “text”')
  const words = chapterWords[c.locale]
  const links = attributes
    .text('id')
    .split(',')
    .map((part) => part.trim())
    .flatMap((id) => {
      const source = c.sources.get(id)
      if (source === undefined) {
        c.problems.add(node, `<Cite>: the bibliography has no “${id}”`, c.sources.keys())
        return []
      }
      c.cited.add(id)
      const href = `../bibliography/#${id}`
      return [
        h(
          'a',
          { className: ['ref'], href, dataPreview: `cite-${id}` },
          formatCitation(source, c.locale, inText),
        ),
      ]
    })
  const list = links.flatMap((link, i) => (i === 0 ? [link] : [text(words.citationSeparator), link]))
  if (inText) return list
  const [open = '', close = ''] = words.citation('|').split('|')
  return [text(open), ...list, text(close)]
}

/** The link to a label of this chapter, or undefined. */
export function figureLink(figure: string, c: ChapterContext): { href: string; name: string } | undefined {
  const label = c.outline.labels.get(figure)
  if (label?.kind !== 'figure') return undefined
  return {
    href: `#${label.anchor}`,
    name: chapterWords[c.locale].label('figure', label.number, label.title, true),
  }
}

export function renderRef(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const id = attributes.text('id')
  const words = chapterWords[c.locale]
  const capital = attributes.flag('capital')
  const own = c.outline.labels.get(id)
  if (own !== undefined) {
    const name = words.label(own.kind, own.number, own.title, capital)
    return [h('a', { className: ['ref'], href: `#${own.anchor}` }, name)]
  }
  const [slug = '', inner] = id.split('/')
  const chapter = c.chapters.get(slug)
  const outline = c.outlines.get(slug)
  if (chapter !== undefined && inner === undefined) {
    const name = words.chapter(chapter.order)
    return outline === undefined ? [text(name)] : [h('a', { className: ['ref'], href: `../${slug}/` }, name)]
  }
  const label = inner === undefined ? undefined : outline?.labels.get(inner)
  if (label !== undefined) {
    const name = words.label(label.kind, label.number, label.title, capital)
    return [h('a', { className: ['ref'], href: `../${slug}/#${label.anchor}` }, name)]
  }
  const known =
    inner !== undefined && outline !== undefined
      ? [...outline.labels.keys()].map((key) => `${slug}/${key}`)
      : [...c.outline.labels.keys(), ...c.chapters.keys()]
  c.problems.add(node, `<Ref>: nothing is called “${id}”`, known)
  return []
}

/** The green number: a spin button that carries its range, so that the page can move it before the figure wakes. */
export function paramButton(
  node: Jsx | Element,
  figure: string,
  name: string,
  c: ChapterContext,
  inCode: boolean,
): Element | undefined {
  const facts = c.facts.figures?.[figure]
  if (facts === undefined) {
    c.problems.add(node, `a parameter of “${figure}”: no such figure`, Object.keys(c.facts.figures ?? {}))
    return undefined
  }
  const code = c.widgets.get(facts.widget)
  if (code === undefined) return undefined
  const number = numberInText(code, facts, name, c.locale)
  if (number === undefined) {
    c.problems.add(
      node,
      `“${name}” is no number of the widget “${facts.widget}”`,
      Object.keys(code.spec.params),
    )
    return undefined
  }
  const { range, value, label } = number
  return h(
    'span',
    {
      className: ['scrub'],
      role: 'spinbutton',
      tabIndex: 0,
      ariaLabel: label,
      title: uiStrings[c.locale].scrubHelp,
      ariaValueNow: value,
      ariaValueMin: range.min,
      ariaValueMax: range.max,
      ariaValueText: number.text,
      dataParam: `${figure}.${name}`,
      dataRange: JSON.stringify(range),
      ...(inCode ? { dataPlain: '' } : {}),
    },
    inCode ? text(String(value)) : raw(raiseExponent(number.text)),
  )
}

/** `10⁻⁴` with a true superscript, as `ui/Num` sets it. */
function raiseExponent(written: string): string {
  return written.replace(/10([⁻⁰¹²³⁴-⁹]+)$/, (_, digits: string) => {
    const plain = digits.replace('⁻', '−').replace(/[⁰¹²³⁴-⁹]/g, (d) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(d)))
    return `10<sup>${plain}</sup>`
  })
}

export function renderParam(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const button = paramButton(node, attributes.text('figure'), attributes.text('name'), c, false)
  return button === undefined ? [] : [button]
}
