/**
 * The tree that a text is worked on as: HTML elements (hast) in which the book's own elements still stand as JSX.
 * Only what occurs is typed; `raw` is HTML made by KaTeX and the highlighter.
 */
interface Positioned {
  readonly position?: { readonly start: { readonly line: number } } | undefined
}
export interface Text extends Positioned {
  type: 'text'
  value: string
}
export interface Raw extends Positioned {
  type: 'raw'
  value: string
}
export interface Comment extends Positioned {
  type: 'comment'
  value: string
}
export type Property = string | number | boolean | readonly string[] | null | undefined
export interface Element extends Positioned {
  type: 'element'
  tagName: string
  properties: Record<string, Property>
  children: Node[]
  /** On `pre > code`: what stands after the language of a fence. */
  data?: { readonly meta?: string | null }
}
export interface Jsx extends Positioned {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'
  name: string | null
  attributes: readonly JsxAttribute[]
  children: Node[]
}
export interface JsxAttribute {
  readonly type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute'
  readonly name?: string
  readonly value?: string | null | { readonly value: string }
}
export interface Foreign extends Positioned {
  type: 'mdxFlowExpression' | 'mdxTextExpression' | 'mdxjsEsm'
  value: string
}
export type Node = Text | Raw | Comment | Element | Jsx | Foreign
export interface Root {
  type: 'root'
  children: Node[]
}

export const isJsx = (node: Node): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
export const isElement = (node: Node, ...tags: readonly string[]): node is Element =>
  node.type === 'element' && (tags.length === 0 || tags.includes(node.tagName))
export const isBlank = (node: Node): boolean => node.type === 'text' && node.value.trim() === ''

export const text = (value: string): Text => ({ type: 'text', value })
export const raw = (value: string): Raw => ({ type: 'raw', value })

/** h('p', { className: ['q'] }, 'text', node, …) */
export function h(
  tagName: string,
  properties: Record<string, Property>,
  ...children: readonly (Node | string | null | readonly Node[])[]
): Element {
  const nodes: Node[] = []
  for (const child of children) {
    if (typeof child === 'string') nodes.push(text(child))
    else if (child === null) continue
    else if ('type' in child) nodes.push(child)
    else nodes.push(...child)
  }
  return { type: 'element', tagName, properties, children: nodes }
}

/** The plain words of a tree; formulas are left as they were written. */
export function words(node: Node): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

/** Every node below and including `nodes`, parents first. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if ('children' in node) yield* walk(node.children)
  }
}
