import { describe, expect, it } from 'vitest'
import { parseExpression } from '../../../src/math/expression/parse.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import spec, { ALL } from '../../../src/widgets/expression-graph/spec.ts'
import strings from '../../../src/widgets/expression-graph/strings.ts'
import { explain, nameOf } from '../../../src/widgets/expression-graph/view/explain.ts'
import { layOut } from '../../../src/widgets/expression-graph/view/layout.ts'
import { differencesOf, sweepOf } from '../../../src/widgets/expression-graph/view/sweep.ts'

const values = defaultValues(spec.params)
function read(text: string) {
  const { graph } = parseExpression(text)
  if (!graph) throw new Error(text)
  return graph
}

describe('the sweep', () => {
  const graph = read('x*y + sin(x)')
  const at = (done: number, mode: 'reverse' | 'forward' = 'reverse', along = 0) =>
    sweepOf(graph, { inputs: [2, 3], mode, along, done })
  const x = graph.variables[0] ?? NaN

  it('makes values first, then the seed, then gradients', () => {
    expect(at(0).current).toBeNull()
    expect(at(3).slopes.every(Number.isNaN)).toBe(true)
    expect(at(4).current?.kind).toBe('seed')
    expect([...at(4).slopes].filter((slope) => !Number.isNaN(slope))).toEqual([1])
    expect(at(6).slopes[x]).toBeCloseTo(Math.cos(2), 14)
    expect(at(7).slopes[x]).toBeCloseTo(3 + Math.cos(2), 14)
    expect([at(7).total, at(ALL).done]).toEqual([7, 7])
  })
  it('goes once through the operations in forward mode, for each input anew', () => {
    const last = graph.nodes.length - 1
    expect(at(ALL, 'forward').total).toBe(3)
    expect(at(ALL, 'forward', 0).slopes[last]).toBeCloseTo(3 + Math.cos(2), 14)
    expect(at(ALL, 'forward', 1).slopes[last]).toBeCloseTo(2, 14)
  })
  it('is explained at each step with its numbers', () => {
    expect(explain(at(1), 'reverse', 'x')).toEqual(['{s_1} = {x} × {y} = 2 × 3 = 6'])
    expect(explain(at(4), 'reverse', 'x')).toEqual(['∂{f}/∂{f} = 1'])
    expect(explain(at(6), 'reverse', 'x')).toEqual([
      '∂{f}/∂{x} += ∂{f}/∂{s_2} × ∂{s_2}/∂{x} = 1 × (−0.416) = −0.416',
    ])
    expect(explain(at(1, 'forward'), 'forward', 'x')[1]).toBe('∂{s_1}/∂{x} = 3 × 1 + 2 × 0 = 3')
    expect(nameOf(at(1), graph.nodes.length - 1)).toBe('f')
  })
  it('says where a value is not finite', () => {
    const log = read('x + log(y)')
    const { broken } = sweepOf(log, { inputs: [1, -1], mode: 'reverse', along: 0, done: ALL })
    expect(broken === undefined ? undefined : log.nodes[broken]?.span).toEqual({ from: 4, to: 7 })
  })
  it('has finite differences beside it', () => {
    expect(differencesOf(graph, [2, 3])[0]).toBeCloseTo(3 + Math.cos(2), 8)
  })
})

describe('the picture', () => {
  it.each([
    values.expression,
    'x*y + sin(x)',
    'x*x*x',
    'x',
    '2',
    '-(x)^2/(1+x)',
    'max(x, sin(x)) * relu(x - y) / (x + y + z)',
    '((a+b)*(c+d))^(a-c) + exp(b)',
  ])('of %s puts no two nodes in one place, and each to the right of what it needs', (text) => {
    const graph = read(text)
    const places = layOut(graph)
    graph.nodes.forEach((node, index) => {
      const { column, row } = places[index] ?? { column: NaN, row: NaN }
      expect(row).toBeGreaterThanOrEqual(0)
      if (node.kind === 'operation')
        for (const input of node.inputs) expect(places[input]?.column).toBeLessThan(column)
      places.forEach((other, at) => {
        if (at !== index && other.column === column)
          expect(Math.abs(other.row - row)).toBeGreaterThanOrEqual(1 - 1e-9)
      })
    })
  })
})

it('every fault has words in both languages', () => {
  for (const text of [
    '',
    '$',
    'x +',
    '2x',
    '(x',
    'x)',
    'cos(x)',
    'sin',
    'max(x)',
    '1e999',
    'a+b+c+d+g+h+i',
    `x${'+x'.repeat(40)}`,
  ]) {
    const { problem } = parseExpression(text)
    expect(problem, text).toBeDefined()
    if (!problem) continue
    for (const locale of ['en', 'zh'] as const)
      expect(strings[locale].text[problem.code].length).toBeGreaterThan(5)
  }
})
it('the summary speaks the value and the gradients, or says that there are none', () => {
  expect(strings.en.summary({ values, members: [], step: 0 })).toContain('w: 2.587')
  expect(strings.zh.summary({ values: { ...values, expression: '2x' }, members: [], step: 0 })).toContain(
    '2x',
  )
})
