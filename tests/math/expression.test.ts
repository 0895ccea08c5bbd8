import { describe, expect, it } from 'vitest'
import { evaluate, forwardTangents, reverse } from '../../src/math/expression/differentiate.ts'
import { parseExpression } from '../../src/math/expression/parse.ts'
import { numericalGradient } from '../../src/math/finiteDifference.ts'
import { makeRng, type Rng } from '../../src/math/rng.ts'

function read(text: string) {
  const { graph, problem } = parseExpression(text)
  if (!graph) throw new Error(`${text}: ${problem.code} at ${problem.span.from}`)
  return graph
}
function valueOf(text: string, ...inputs: number[]): number {
  const graph = read(text)
  return evaluate(graph, inputs)[graph.nodes.length - 1]
}
const gradientsOf = (text: string, ...inputs: number[]): number[] => {
  const graph = read(text)
  const gradients = reverse(graph, evaluate(graph, inputs))
  return graph.variables.map((index) => gradients[index])
}
const faultOf = (text: string) => {
  const { problem } = parseExpression(text)
  return problem && [problem.code, problem.span.from, problem.found]
}

describe('reading', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 - 3 - 2', 3],
    ['8 / 4 / 2', 1],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['--3', 3],
    ['1.5e1 ÷ .5', 30],
    ['2 × 3 − 1', 5],
    ['max(2, 3)', 3],
    ['relu(-1) + exp(0)', 1],
    ['（1 ＋ 2）× 3', 9],
    ['2**3', 8],
  ])('%s is %d', (text, value) => expect(valueOf(text)).toBe(value))

  it('takes a variable for one node, however often it is used', () => {
    const graph = read('x * y + sin(x)')
    expect(graph.nodes.filter(({ kind }) => kind === 'variable')).toHaveLength(2)
    expect(graph.operations).toHaveLength(3)
  })
  it.each([
    ['', ['empty', 0, '']],
    ['x $ y', ['character', 2, '$']],
    ['x + 😀', ['character', 4, '😀']],
    ['x +', ['value-missing', 3, '']],
    ['x * / y', ['value-missing', 4, '/']],
    ['2x', ['operator-missing', 1, 'x']],
    ['(x)(y)', ['operator-missing', 3, '(']],
    ['x, y', ['operator-missing', 1, ',']],
    ['(x + y', ['bracket-missing', 0, '(']],
    ['x + y)', ['bracket-extra', 5, ')']],
    ['cos(x)', ['unknown-function', 0, 'cos']],
    ['toString(x)', ['unknown-function', 0, 'toString']],
    ['sin x', ['brackets-needed', 0, 'sin']],
    ['max(x)', ['inputs', 0, 'max']],
    ['tanh(x, y)', ['inputs', 0, 'tanh']],
    ['1e999', ['too-large', 0, '1e999']],
    ['a+b+c+d+f+g+h', ['too-many-variables', 12, 'h']],
    [`x${'+x'.repeat(31)}`, ['too-many-operations', 61, '+']],
    ['alert(1)', ['unknown-function', 0, 'alert']],
    ['x; y', ['character', 1, ';']],
  ])('%s is refused, with the place', (text, fault) => expect(faultOf(text)).toEqual(fault))

  it('answers to every text without throwing', () => {
    const rng = makeRng(3, 'noise')
    const letters = 'xy12.e+-*/^(), maxsin√你'
    for (let i = 0; i < 2000; i++) {
      const length = Math.floor(rng.next() * 14)
      const text = Array.from({ length }, () => letters.charAt(Math.floor(rng.next() * letters.length))).join(
        '',
      )
      const { graph, problem } = parseExpression(text)
      if (graph) expect(graph.nodes.length).toBeGreaterThan(0)
      else expect(problem.span.to).toBeGreaterThanOrEqual(problem.span.from)
    }
  })
})

describe('gradients', () => {
  it('add up where a variable is used twice', () => {
    expect(gradientsOf('x * y + sin(x)', 2, 3)).toEqual([3 + Math.cos(2), 2])
  })
  it('are those of the rules at the corners', () => {
    expect(gradientsOf('relu(x)', 0)).toEqual([0])
    expect(gradientsOf('max(x, y)', 1, 1)).toEqual([0.5, 0.5])
    expect(gradientsOf('x^0', 0)).toEqual([0])
    expect(gradientsOf('x^2', -3)).toEqual([-6])
    expect(gradientsOf('2^x', 3)[0]).toBeCloseTo(8 * Math.LN2, 12)
  })

  /** A random expression in up to three variables that is defined everywhere. */
  function write(rng: Rng, depth: number): string {
    const pick = <T>(...from: T[]): T => from[Math.floor(rng.next() * from.length)]
    if (depth === 0 || rng.next() < 0.1)
      return rng.next() < 0.8 ? pick('x', 'y', 'z') : (0.5 + 2 * rng.next()).toFixed(2)
    const [a, b] = [write(rng, depth - 1), write(rng, depth - 1)]
    return pick(
      `(${a} + ${b})`,
      `(${a} - ${b})`,
      `(${a} * ${b})`,
      `(${a} / (1 + (${b})^2))`,
      `(${a})^${pick('2', '3')}`,
      `(0.5 + relu(${a}))^(tanh(${b}))`,
      `-(${a})`,
      `sin(${a})`,
      `exp(tanh(${a}))`,
      `log(1 + (${a})^2)`,
      `tanh(${a})`,
      `relu(${a})`,
      `max(${a}, ${b})`,
    )
  }
  /** How far the nearest corner is, in the values of what bends there. */
  function nearestCorner(text: string, inputs: readonly number[]): number {
    const graph = read(text)
    const values = evaluate(graph, inputs)
    return Math.min(
      Infinity,
      ...graph.nodes.flatMap((node) =>
        node.kind !== 'operation' || (node.operation !== 'relu' && node.operation !== 'max')
          ? []
          : [Math.abs(values[node.inputs[0]] - (node.operation === 'max' ? values[node.inputs[1]] : 0))],
      ),
    )
  }

  it('of 200 random expressions equal finite differences, in both modes', () => {
    const rng = makeRng(6, 'expressions')
    let checked = 0
    let worst = 0
    while (checked < 200) {
      const text = write(rng, 3)
      const { graph } = parseExpression(text)
      if (!graph || graph.variables.length === 0) continue
      const inputs = graph.variables.map(() => 0.2 + 1.6 * rng.next())
      const values = evaluate(graph, inputs)
      if (nearestCorner(text, inputs) < 0.01 || !values.every((value) => Math.abs(value) < 1e3)) continue
      const last = graph.nodes.length - 1
      const numeric = numericalGradient((at) => evaluate(graph, [...at])[last], inputs)
      const gradients = reverse(graph, values)
      graph.variables.forEach((index, place) => {
        const reached = Number.isNaN(gradients[index]) ? 0 : gradients[index]
        const scale = Math.max(1, Math.abs(values[last]), Math.abs(reached))
        worst = Math.max(worst, Math.abs(reached - numeric[place]) / scale)
        expect(Math.abs(reached - numeric[place]) / scale, text).toBeLessThan(1e-6)
        expect(Math.abs(forwardTangents(graph, values, place)[last] - reached) / scale, text).toBeLessThan(
          1e-12,
        )
      })
      checked++
    }
    process.stdout.write(`200 expressions: worst difference ${worst.toExponential(1)}\n`)
  })
})
