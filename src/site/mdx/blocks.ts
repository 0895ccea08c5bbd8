/** Blocks that only hold words. */
import { setSpaces } from './chinese.ts'
import type { ChapterContext } from './context.ts'
import { hastToHtml } from './html.ts'
import { paragraphs } from './paragraphs.ts'
import { h, type Jsx, type Node } from './tree.ts'
import type { Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

export function renderPitfall(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  return [
    h(
      'section',
      { className: ['pitfall', 'block'] },
      h('p', { className: ['kind'] }, chapterWords[c.locale].pitfall),
      h('div', { className: ['why'] }, paragraphs(c.convert(node.children))),
    ),
  ]
}

export function renderMisconception(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const words = chapterWords[c.locale]
  const inside = [
    h('p', { className: ['kind'] }, words.misconception),
    h('p', { className: ['claim'] }, words.claim(attributes.text('claim'))),
    h('p', { className: ['kind'] }, words.inFact),
    h('div', { className: ['why'] }, paragraphs(c.convert(node.children))),
  ]
  const html = hastToHtml(inside)
  const id = `misconception-${c.misconceptions.length + 1}`
  c.misconceptions.push({ id, section: c.section, html: c.locale === 'zh' ? setSpaces(html) : html })
  return [h('section', { id, className: ['myth', 'block'] }, inside)]
}

export function renderRecap(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  return [
    h(
      'section',
      { className: ['recap', 'block'] },
      h('p', { className: ['kind'] }, chapterWords[c.locale].recap),
      c.convert(node.children),
    ),
  ]
}
