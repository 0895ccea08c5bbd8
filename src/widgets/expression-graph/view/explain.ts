import { slopesAt } from '../../../math/expression/differentiate.ts'
import { OPERATIONS } from '../../../math/expression/operations.ts'
import { showNumber } from './GraphNode.tsx'
import type { Sweep } from './sweep.ts'

/** A name for every node: variables and constants as they are written, operations s_1, s_2 … in the order of computing. */
export function nameOf({ graph }: Pick<Sweep, 'graph'>, index: number): string {
  const node = graph.nodes[index]
  if (node?.kind === 'variable') return node.name
  if (node?.kind === 'constant') return showNumber(node.value)
  return index === graph.nodes.length - 1 ? 'f' : `s_${graph.operations.indexOf(index) + 1}`
}

const inBrackets = (text: string): string => (text.startsWith('−') ? `(${text})` : text)

/** An operation with its inputs written in it: `s₂ + b`, `tanh(s₃)`. */
export function writeOperation(
  { graph }: Pick<Sweep, 'graph'>,
  index: number,
  write: (input: number) => string,
): string {
  const node = graph.nodes[index]
  if (node?.kind !== 'operation') return write(index)
  const { symbol, inputs } = OPERATIONS[node.operation]
  const [a = '', b = ''] = node.inputs.map(write)
  if (/^[a-z]/.test(symbol)) return `${symbol}(${node.inputs.map(write).join(', ')})`
  if (inputs === 1) return `${symbol}${inBrackets(a)}`
  return symbol === '^' ? `${inBrackets(a)}^${inBrackets(b)}` : `${a} ${symbol} ${inBrackets(b)}`
}

/** What the current step computes, with the numbers in it, as `MathText` reads it: a line for a value, or one for each input. */
export function explain(sweep: Sweep, mode: 'reverse' | 'forward', along: string): readonly string[] {
  const { current, graph, values, slopes } = sweep
  if (current === null) return []
  const name = (index: number): string =>
    graph.nodes[index]?.kind === 'constant' ? nameOf(sweep, index) : `{${nameOf(sweep, index)}}`
  const value = (index: number): string => showNumber(values[index] ?? NaN)
  const { kind, node: index } = current
  const node = graph.nodes[index]
  if (kind === 'seed') return ['∂{f}/∂{f} = 1']
  if (node?.kind !== 'operation') return []
  const local = slopesAt(graph, values, index)
  const moving = node.inputs.flatMap((input, i) =>
    graph.varies[input] ? [{ input, slope: local[i] ?? NaN }] : [],
  )
  if (kind === 'value') {
    const first = [
      name(index),
      writeOperation(sweep, index, name),
      writeOperation(sweep, index, value),
      value(index),
    ]
    if (mode === 'reverse') return [first.join(' = ')]
    const terms = moving.map(({ input, slope }) => {
      return `${inBrackets(showNumber(slope))} × ${inBrackets(showNumber(slopes[input] ?? NaN))}`
    })
    return [
      first.join(' = '),
      `∂${name(index)}/∂{${along}} = ${terms.join(' + ')} = ${showNumber(slopes[index] ?? NaN)}`,
    ]
  }
  return moving.map(({ input, slope }) => {
    const above = slopes[index] ?? NaN
    return `∂{f}/∂${name(input)} += ∂{f}/∂${name(index)} × ∂${name(index)}/∂${name(input)} = ${showNumber(above)} × ${inBrackets(showNumber(slope))} = ${showNumber(above * slope)}`
  })
}
