import type { ExpressionGraph } from '../../../math/expression/graph.ts'

/** A node's place: its column from the left, and its row, which may lie between two. */
export interface Place {
  readonly column: number
  readonly row: number
}

/**
 * Operations stand to the right of what they need, a leaf directly before its first use. Rows follow the expression as a
 * tree, a lone leaf below the operation it meets, so that edges hardly cross.
 */
export function layOut({ nodes }: ExpressionGraph): readonly Place[] {
  const columns = nodes.map(() => 0)
  nodes.forEach((node, index) => {
    if (node.kind === 'operation')
      columns[index] = 1 + Math.max(...node.inputs.map((input) => columns[input] ?? 0))
  })
  nodes.forEach((node, index) => {
    if (node.kind === 'operation') return
    const users = nodes.flatMap((user, at) =>
      user.kind === 'operation' && user.inputs.includes(index) ? [(columns[at] ?? 1) - 1] : [],
    )
    columns[index] = users.length === 0 ? 0 : Math.min(...users)
  })

  const rows = new Map<number, number>()
  const isFreshLeaf = (index: number): boolean => nodes[index]?.kind !== 'operation' && !rows.has(index)
  /** Puts a node and what it needs at `top` and below; answers the first free row. */
  const put = (index: number, top: number): number => {
    const node = nodes[index]
    if (node?.kind !== 'operation') {
      rows.set(index, top)
      return top + 1
    }
    const fresh = node.inputs.filter((input, i) => !rows.has(input) && node.inputs.indexOf(input) === i)
    const [first, second] = fresh
    let free = top
    if (first !== undefined && second !== undefined && isFreshLeaf(second) && !isFreshLeaf(first)) {
      free = put(first, free)
      const below = (rows.get(first) ?? top) + 1
      rows.set(second, below)
      free = Math.max(free, below + 1)
    } else if (first !== undefined && second !== undefined && isFreshLeaf(first) && !isFreshLeaf(second)) {
      free = put(second, top + 1)
      rows.set(first, (rows.get(second) ?? top + 1) - 1)
    } else for (const input of fresh) free = put(input, free)
    const own = fresh.map((input) => rows.get(input) ?? top)
    rows.set(index, own.length === 0 ? top : own.reduce((sum, row) => sum + row, 0) / own.length)
    return Math.max(free, (rows.get(index) ?? top) + 1)
  }
  put(nodes.length - 1, 0)

  const places = nodes.map((_, index) => ({ column: columns[index] ?? 0, row: rows.get(index) ?? 0 }))
  for (let column = 0; column <= Math.max(...columns); column++) {
    const inColumn = places.filter((place) => place.column === column).sort((a, b) => a.row - b.row)
    inColumn.forEach((place, i) => {
      const before = inColumn[i - 1]
      if (before && place.row < before.row + 1) place.row = before.row + 1
    })
  }
  const highest = Math.min(...places.map(({ row }) => row))
  return places.map(({ column, row }) => ({ column, row: row - highest }))
}
