import type { ExpressionGraph } from './graph.ts'
import { OPERATIONS } from './operations.ts'

/** Value of every node, for values of the variables in the graph's order. What can't be computed is NaN or infinite. */
export function evaluate({ nodes, variables }: ExpressionGraph, inputs: readonly number[]): Float64Array {
  const values = new Float64Array(nodes.length)
  nodes.forEach((node, index) => {
    if (node.kind === 'constant') values[index] = node.value
    else if (node.kind === 'variable') values[index] = inputs[variables.indexOf(index)] ?? Number.NaN
    else {
      const [a, b = 0] = node.inputs.map((input) => values[input])
      values[index] = OPERATIONS[node.operation].value(a, b)
    }
  })
  return values
}

/** ∂node/∂input for each input of an operation; none for a variable or a constant. */
export function slopesAt(
  { nodes }: ExpressionGraph,
  values: ArrayLike<number>,
  index: number,
): readonly number[] {
  const node = nodes[index]
  if (node.kind !== 'operation') return []
  const [a, b = 0] = node.inputs.map((input) => values[input])
  return OPERATIONS[node.operation].slopes(a, b).slice(0, node.inputs.length)
}

/**
 * Reverse mode (Linnainmaa, 1970): ∂result/∂node for every node in one sweep from the result back. Each operation passes
 * its own gradient, times the local slope, on to its inputs, where contributions add up. NaN where none has arrived.
 * `sweep` operations are gone through, all unless given.
 */
export function reverse(
  graph: ExpressionGraph,
  values: ArrayLike<number>,
  sweep = graph.operations.length,
): Float64Array {
  const { nodes, operations, varies } = graph
  const gradients = new Float64Array(nodes.length).fill(Number.NaN)
  gradients[nodes.length - 1] = 1
  for (const index of operations.slice(operations.length - sweep).reverse()) {
    const node = nodes[index]
    if (node.kind !== 'operation') continue
    const slopes = slopesAt(graph, values, index)
    node.inputs.forEach((input, i) => {
      if (!varies[input]) return
      const arrived = Number.isNaN(gradients[input]) ? 0 : gradients[input]
      gradients[input] = arrived + gradients[index] * slopes[i]
    })
  }
  return gradients
}

/**
 * Forward mode (Wengert, 1964): ∂node/∂variable for every node in one sweep from the inputs on, for one variable, given
 * by its place among the variables. `sweep` operations are gone through, all unless given; NaN beyond them.
 */
export function forwardTangents(
  graph: ExpressionGraph,
  values: ArrayLike<number>,
  variable: number,
  sweep = graph.operations.length,
): Float64Array {
  const { nodes, operations, variables, varies } = graph
  const tangents = new Float64Array(nodes.length)
  variables.forEach((index, place) => (tangents[index] = place === variable ? 1 : 0))
  operations.forEach((index, order) => {
    const node = nodes[index]
    if (node.kind !== 'operation') return
    const slopes = slopesAt(graph, values, index)
    // A slope along what never moves may be no number (log a in aⁿ) and does not matter.
    const along = node.inputs.reduce(
      (sum, input, i) => (varies[input] ? sum + slopes[i] * tangents[input] : sum),
      0,
    )
    tangents[index] = order < sweep ? along : Number.NaN
  })
  return tangents
}

/** The first operation whose value is no finite number, or undefined. */
export function firstUndefined(
  { operations }: ExpressionGraph,
  values: ArrayLike<number>,
): number | undefined {
  return operations.find((index) => !Number.isFinite(values[index]))
}
