import { hastToHtml as write } from 'shiki/core'
import type { Node } from './tree.ts'

/** HTML text of finished nodes; `raw` ones go out as they are. */
export function hastToHtml(nodes: readonly Node[]): string {
  return write({ type: 'root', children: nodes as never }, { allowDangerousHtml: true })
}
