import type { ChapterContext } from './context.ts'
import { setTex } from './tex.ts'
import { h, isElement, raw, text, walk, words as wordsOf, type Jsx, type Node } from './tree.ts'
import type { Attributes } from './vocabulary.ts'

export function renderEq(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const label = c.outline.labels.get(attributes.text('id'))
  const formulas = [...walk(node.children)].filter(isMath)
  const [only] = formulas
  const around = node.children.map(wordsOf).join('').trim()
  if (only === undefined || formulas.length > 1 || around !== wordsOf(only).trim()) {
    c.problems.add(node, '<Eq> holds one formula between $$ and $$, and nothing else')
    return []
  }
  return [equation(only, around, c, label)]
}

/** A formula as Markdown left it. */
export const isMath = (node: Node): boolean => {
  const names = isElement(node, 'code') ? node.properties['className'] : undefined
  return Array.isArray(names) && names.includes('language-math')
}

/** A display formula, with its number if it has one. A wide one scrolls by itself. */
export function equation(
  node: Node,
  tex: string,
  c: ChapterContext,
  label?: { readonly anchor: string; readonly number: string },
): Node {
  try {
    return h(
      'div',
      { className: ['eq'], ...(label === undefined ? {} : { id: label.anchor }) },
      h('div', { className: ['eq-in'], tabIndex: 0 }, raw(setTex(tex, true))),
      label === undefined ? null : h('span', { className: ['no'] }, `(${label.number})`),
    )
  } catch (error) {
    c.problems.add(node, `a formula can't be set: ${(error as Error).message}`)
    return text('')
  }
}
