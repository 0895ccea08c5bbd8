import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { VFile } from 'vfile'
import type { Problems } from './problems.ts'
import type { Root } from './tree.ts'

const FENCE = /^\s*(`{3,}|~{3,})/
const HEADING_ID = /^(#{1,6}\s.*?)\s*\{(-?#[^{}]*)\}\s*$/

/**
 * Writes `## Title {#id}` so that MDX does not take the braces for an expression. Lines keep their numbers.
 * Fenced code is left alone.
 */
export function escapeHeadingIds(source: string): string {
  let fence: string | undefined
  return source
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[1]
      if (fence !== undefined) {
        if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined
        return line
      }
      if (mark !== undefined) {
        fence = mark
        return line
      }
      return line.replace(HEADING_ID, String.raw`$1 \{$2\}`)
    })
    .join('\n')
}

/**
 * Reads MDX into a tree of HTML elements and the book's own elements.
 * MDX's own back end would go on to write a React component. The prose keeps no components, so the tree is taken here
 * and what is left for the back end is an empty page.
 */
export async function parseMdx(source: string, problems: Problems): Promise<Root> {
  const root: Root = { type: 'root', children: [] }
  const take = () => (tree: { children: unknown[] }) => {
    root.children = tree.children as Root['children']
    tree.children = []
  }
  const processor = createProcessor({
    remarkPlugins: [remarkGfm, remarkMath],
    rehypePlugins: [take],
    format: 'mdx',
  })
  try {
    await processor.process(new VFile(escapeHeadingIds(source)))
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string }
    if (reason === undefined) throw error
    problems.add(line ?? 1, reason)
  }
  return root
}
