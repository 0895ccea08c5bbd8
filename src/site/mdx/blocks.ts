/** Blocks that only hold words. */
import type { ChapterContext } from './context.ts'
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
  return [
    h(
      'section',
      { className: ['myth', 'block'] },
      h('p', { className: ['kind'] }, words.misconception),
      h('p', { className: ['claim'] }, words.claim(attributes.text('claim'))),
      h('p', { className: ['kind'] }, words.inFact),
      h('div', { className: ['why'] }, paragraphs(c.convert(node.children))),
    ),
  ]
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
