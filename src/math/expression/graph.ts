import type { OperationId } from './operations.ts'

/** A place in the typed text: code units from `from` up to `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type ExpressionNode =
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  | { readonly kind: 'constant'; readonly value: number; readonly span: Span }
  | {
      readonly kind: 'operation'
      readonly operation: OperationId
      /** Indices of earlier nodes. */
      readonly inputs: readonly number[]
      readonly span: Span
    }

/**
 * An expression as a list of elementary operations, each after what it needs (Wengert, 1964). The last node is the
 * result. A variable is one node, however often it is used: there its gradients add up.
 */
export interface ExpressionGraph {
  readonly nodes: readonly ExpressionNode[]
  /** Nodes of the variables, in the order of their first appearance. */
  readonly variables: readonly number[]
  /** Nodes of the operations, in the order in which they are computed. */
  readonly operations: readonly number[]
  /** Per node: whether it depends on any variable. Only there does a gradient mean something. */
  readonly varies: readonly boolean[]
}

/** Puts a list of nodes, each after its inputs, into a graph. */
export function makeGraph(nodes: readonly ExpressionNode[]): ExpressionGraph {
  const of = (kind: ExpressionNode['kind']): number[] =>
    nodes.flatMap((node, index) => (node.kind === kind ? [index] : []))
  const varies: boolean[] = []
  for (const node of nodes)
    varies.push(
      node.kind === 'operation' ? node.inputs.some((input) => varies[input]) : node.kind === 'variable',
    )
  return { nodes, variables: of('variable'), operations: of('operation'), varies }
}
