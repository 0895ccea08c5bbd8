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

/** Reverse mode: all values, the seed 1 at the result, then gradients from there back. Forward mode: value and slope together. */
export function sweepOf(
  graph: ExpressionGraph,
  { inputs, mode, along, done: asked }: Pick<GraphValues, 'inputs' | 'mode' | 'along' | 'done'>,
): Sweep {
  const { operations, nodes } = graph
  const count = operations.length
  const backwards = mode === 'reverse'
  const total = backwards ? 2 * count + 1 : count
  const done = Math.min(asked, total)
  const values = evaluate(graph, inputsOf(graph, inputs))
  const result = nodes.length - 1
  const none = new Float64Array(nodes.length).fill(Number.NaN)
  const slopes = backwards
    ? done > count
      ? reverse(graph, values, done - count - 1)
      : none
    : forwardTangents(graph, values, along, done)
  const nodeAt = (order: number): number => operations[order] ?? result
  const current =
    done === 0
      ? null
      : done <= count
        ? { kind: 'value' as const, node: nodeAt(done - 1) }
        : done === count + 1
          ? { kind: 'seed' as const, node: result }
          : { kind: 'slope' as const, node: nodeAt(2 * count + 1 - done) }
  const order = new Map(operations.map((index, place) => [index, place]))
  return {
    graph,
    values,
    slopes,
    done,
    total,
    known: (index) => (order.get(index) ?? -1) < done,
    current,
    broken: firstUndefined(graph, values),
  }
}

/** What each variable's slope should be, by a central difference. */
export function differencesOf(graph: ExpressionGraph, inputs: readonly number[]): number[] {
  const at = inputsOf(graph, inputs)
  const result = graph.nodes.length - 1
  return at.map((centre, place) =>
    numericalDerivative((value) => evaluate(graph, at.with(place, value))[result] ?? NaN, centre),
  )
}
