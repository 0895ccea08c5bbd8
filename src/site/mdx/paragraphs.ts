import { h, isBlank, isElement, type Node } from './tree.ts'

/** A single paragraph stands without its `p` where the element brings its own. */
export function unwrap(nodes: Node[]): Node[] {
  const solid = nodes.filter((node) => !isBlank(node))
  const [only] = solid
  return solid.length === 1 && only !== undefined && isElement(only, 'p') ? only.children : nodes
}

/** Loose text inside a block element becomes a paragraph. */
export function paragraphs(nodes: Node[]): Node[] {
  const out: Node[] = []
  let line: Node[] = []
  const close = (): void => {
    if (line.some((node) => !isBlank(node))) out.push(h('p', {}, line))
    line = []
  }
  for (const node of nodes) {
    const inline =
      node.type === 'text' ||
      (node.type === 'raw' && node.value.startsWith('<span')) ||
      isElement(node, 'a', 'b', 'strong', 'em', 'code', 'span', 'sup', 'button', 'kbd')
    if (inline) line.push(node)
    else {
      close()
      out.push(node)
    }
  }
  close()
  return out
}
