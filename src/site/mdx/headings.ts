import { words, type Element } from './tree.ts'

export interface HeadingId {
  readonly id: string
  readonly numbered: boolean
  /** The heading's words without the id. */
  readonly title: string
}

const ID = /\s*\{(-?)#([^{}]*)\}\s*$/

/** Reads `{#id}` or `{-#id}` at the end of a heading. */
export function readHeadingId(heading: Element): HeadingId | undefined {
  const match = ID.exec(words(heading))
  if (match === null) return undefined
  return { id: match[2] ?? '', numbered: match[1] === '', title: words(heading).replace(ID, '') }
}

/** The heading's children without the id. */
export function dropHeadingId(heading: Element): Element['children'] {
  const children = [...heading.children]
  const last = children[children.length - 1]
  if (last?.type === 'text') children[children.length - 1] = { ...last, value: last.value.replace(ID, '') }
  return children
}
