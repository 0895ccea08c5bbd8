import { evaluate, firstUndefined, forwardTangents, reverse } from '../../../math/expression/differentiate.ts'
import type { ExpressionGraph } from '../../../math/expression/graph.ts'
import { numericalDerivative } from '../../../math/finiteDifference.ts'
import type { GraphValues } from '../spec.ts'

/** How far the computation has gone, and every number it has made. */
export interface Sweep {
  readonly graph: ExpressionGraph
  readonly values: Float64Array
  /** Gradients of the result in reverse mode, or slopes along one variable in forward mode; NaN where none has come. */
  readonly slopes: Float64Array
  readonly done: number
  /** Steps of the whole computation. */
  readonly total: number
  /** Whether a node's value has been computed. */
  readonly known: (index: number) => boolean
  /** The node being worked on, and what happens there. */
  readonly current: { readonly kind: 'value' | 'seed' | 'slope'; readonly node: number } | null
  /** The first operation without a finite value. */
  readonly broken: number | undefined
}

/** Values of a graph's variables: as many as there are. */
export const inputsOf = (graph: ExpressionGraph, inputs: readonly number[]): number[] =>
  graph.variables.map((_, place) => inputs[place] ?? 1)

/**
 * Reverse mode: all values, the seed 1 at the result, then gradients from there back. Forward mode: value and slope
 * together. Both end at the first operation that has no finite value: what would follow means nothing.
 */
export function sweepOf(
  graph: ExpressionGraph,
  { inputs, mode, along, done: asked }: Pick<GraphValues, 'inputs' | 'mode' | 'along' | 'done'>,
): Sweep {
  const { operations, nodes } = graph
  const count = operations.length
  const values = evaluate(graph, inputsOf(graph, inputs))
  const broken = firstUndefined(graph, values)
  const backwards = mode === 'reverse'
  const total = broken !== undefined ? operations.indexOf(broken) + 1 : backwards ? 2 * count + 1 : count
  const done = Math.min(asked, total)
  const slopes = backwards
    ? done > count
      ? reverse(graph, values, done - count - 1)
      : new Float64Array(nodes.length).fill(Number.NaN)
    : forwardTangents(graph, values, along, done)
  return {
    graph,
    values,
    slopes,
    done,
    total,
    known: (index) => operations.indexOf(index) < done,
    current: currentAt(graph, done),
    broken,
  }
}

/** What the last of so many steps did. */
function currentAt({ operations, nodes }: ExpressionGraph, done: number): Sweep['current'] {
  const count = operations.length
  const nodeAt = (order: number): number => operations[order] ?? nodes.length - 1
  if (done === 0) return null
  if (done <= count) return { kind: 'value', node: nodeAt(done - 1) }
  if (done === count + 1) return { kind: 'seed', node: nodes.length - 1 }
  return { kind: 'slope', node: nodeAt(2 * count + 1 - done) }
}

/** What each variable's slope should be, by a central difference. */
export function differencesOf(graph: ExpressionGraph, inputs: readonly number[]): number[] {
  const at = inputsOf(graph, inputs)
  const result = graph.nodes.length - 1
  return at.map((centre, place) =>
    numericalDerivative((value) => evaluate(graph, at.with(place, value))[result] ?? NaN, centre),
  )
}
