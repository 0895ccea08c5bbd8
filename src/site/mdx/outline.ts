import type { ChapterFacts } from '../../book/chapter.ts'
import { readHeadingId } from './headings.ts'
import type { Problems } from './problems.ts'
import { isElement, isJsx, walk, words, type Jsx, type Root } from './tree.ts'
import { isBlock } from './vocabulary.ts'

export type LabelKind = 'figure' | 'equation' | 'section' | 'exercise'

/** Something of a chapter that can be pointed at. */
export interface Label {
  readonly kind: LabelKind
  readonly id: string
  /** `5.1`; empty for a section without a number. */
  readonly number: string
  /** The element's id in the page. */
  readonly anchor: string
  readonly title: string
}

/** What a text contains, in its order: labels for references and the contents, the rest to compare the two languages. */
export interface Outline {
  readonly labels: ReadonlyMap<string, Label>
  /** Headings and figures, for the contents rail. */
  readonly contents: readonly (Label & { readonly level: number })[]
  readonly formulas: readonly string[]
  readonly citations: readonly string[]
  readonly terms: readonly string[]
}

const ANCHOR: Record<LabelKind, string> = {
  figure: 'fig-',
  equation: 'eq-',
  section: '',
  exercise: 'exercise-',
}

const attribute = (node: Jsx, name: string): string => {
  const value = node.attributes.find((a) => a.name === name)?.value
  return typeof value === 'string' ? value : ''
}

/** Numbers everything in a text and notes ids that are missing or given twice. */
export function readOutline(root: Root, facts: ChapterFacts, problems: Problems): Outline {
  const labels = new Map<string, Label>()
  const contents: (Label & { level: number })[] = []
  const formulas: string[] = []
  const citations: string[] = []
  const terms: string[] = []
  const counts: Record<LabelKind, number> = { figure: 0, equation: 0, section: 0, exercise: 0 }

  const label = (
    node: Jsx | { position?: Jsx['position'] },
    kind: LabelKind,
    id: string,
    title: string,
    numbered = true,
  ): Label => {
    const number = numbered ? `${facts.order}.${++counts[kind]}` : ''
    const made: Label = { kind, id, number, anchor: ANCHOR[kind] + id, title }
    if (id === '') return made
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) problems.add(node, `the id “${id}” is not in kebab-case`)
    const taken = labels.get(id)
    if (taken !== undefined)
      problems.add(node, `the id “${id}” is given twice: a ${taken.kind} and a ${kind} can't share one`)
    labels.set(id, made)
    return made
  }

  for (const node of walk(root.children)) {
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
      const level = Number(node.tagName[1])
      const found = readHeadingId(node)
      if (level === 1 || level > 3) {
        problems.add(node, 'headings are ## and ###; the title stands in chapter.ts')
      } else if (found === undefined) {
        problems.add(node, `the heading “${words(node)}” has no id; write {#some-id} after it`)
      } else {
        const made = label(node, 'section', found.id, found.title, level === 2 && found.numbered)
        if (level === 2) contents.push({ ...made, level })
      }
    } else if (node.type === 'element' && node.tagName === 'code') {
      const names = node.properties['className']
      if (Array.isArray(names) && names.some((n: unknown) => n === 'language-math'))
        formulas.push(words(node).trim())
    } else if (isJsx(node)) {
      const id = attribute(node, 'id')
      if (node.name === 'Figure') {
        contents.push({ ...label(node, 'figure', id, attribute(node, 'title')), level: 3 })
      } else if (node.name === 'Eq') label(node, 'equation', id, '')
      else if (node.name === 'Exercise') label(node, 'exercise', id, '')
      else if (node.name === 'Cite') citations.push(...id.split(',').map((part) => part.trim()))
      else if (node.name === 'Term') terms.push(id)
    }
  }
  return { labels, contents, formulas, citations, terms }
}

/** Lifts block elements out of paragraphs that Markdown put around them (`text⏎<Hint>…</Hint>`). */
export function liftBlocks(root: Root): void {
  const lift = (nodes: Root['children']): Root['children'] =>
    nodes.flatMap((node) => {
      if (!('children' in node)) return [node]
      node.children = lift(node.children)
      if (!isElement(node, 'p') || !node.children.some((child) => isJsx(child) && isBlock(child.name)))
        return [node]
      const parts: Root['children'] = []
      let line: Root['children'] = []
      const close = (): void => {
        if (line.some((child) => child.type !== 'text' || child.value.trim() !== ''))
          parts.push({ ...node, children: line })
        line = []
      }
      for (const child of node.children) {
        if (isJsx(child) && isBlock(child.name)) {
          close()
          parts.push(child)
        } else line.push(child)
      }
      close()
      return parts
    })
  root.children = lift(root.children)
}
