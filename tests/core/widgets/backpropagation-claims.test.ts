/** What the chapter on back-propagation says its figures show, held against what they compute. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { multiply } from '../../../src/math/backprop/paths.ts'
import { evaluate, reverse } from '../../../src/math/expression/differentiate.ts'
import { parseExpression } from '../../../src/math/expression/parse.ts'
import { parseRecorded } from '../../../src/protocol/recorded.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import spec, {
  machineOf,
  PASS,
  PASSES,
  PLAN,
  type StepsFrame,
  type StepsValues,
} from '../../../src/widgets/backprop-steps/spec.ts'
import {
  differenceAt,
  pathsOf,
  relativeDifference,
} from '../../../src/widgets/backprop-steps/view/gradient.ts'
import { PARAMETERS } from '../../../src/widgets/backprop-steps/view/names.ts'
import graph from '../../../src/widgets/expression-graph/spec.ts'

const folder = new URL('../../../chapters/backpropagation/', import.meta.url)
const texts = ['en.mdx', 'zh.mdx'].map((name) => readFileSync(new URL(name, folder), 'utf8'))
function expectInBoth(...words: string[]): void {
  for (const text of texts) for (const word of words) expect(text).toContain(word)
}
const signed = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−')

/** The value and the gradients of an expression. */
function differentiate(text: string, inputs: readonly number[]): { value: number; gradients: number[] } {
  const read = parseExpression(text).graph
  if (!read) throw new Error(text)
  const values = evaluate(read, inputs)
  const slopes = reverse(read, values)
  return { value: values.at(-1) ?? NaN, gradients: read.variables.map((index) => slopes[index] ?? NaN) }
}

describe('the graphs', () => {
  it('of the neuron has the numbers of the text', () => {
    const { expression, inputs } = defaultValues(graph.params)
    const { gradients } = differentiate(expression, inputs)
    const [w = NaN, x = NaN, b = NaN, t = NaN] = gradients
    expect([w, x, b, t].map((g) => g.toFixed(3))).toEqual(['2.587', '0.647', '1.293', '-3.601'])
    expect(Math.tanh(1.1)).toBeCloseTo(0.8, 2)
    expectInBoth('3.601 \\cdot 0.359 = 1.293', '1.293 \\cdot 2 = 2.587')
    expect(1 - Math.tanh(1.1) ** 2).toBeCloseTo(0.359, 3)
  })
  it('of the shared input adds both branches', () => {
    const [x = NaN] = differentiate('x*y + sin(x)', [2, 3]).gradients
    expectInBoth(x.toFixed(3), signed(Math.cos(2), 3), signed(3 * Math.cos(2), 3))
  })
  it('answer the exercises', () => {
    expect(differentiate('1/(1 + exp(-x))', [0]).gradients).toEqual([0.25])
    expect(differentiate('(x - y)^2 * y', [3, 2]).gradients[1]).toBe(-3)
    expectInBoth('answer="0.25"', 'answer="-3"')
  })
})

/** Whole passes from a preset: the loss before each pass, and the last frame before an update. */
function train(values: StepsValues, passes = PASSES) {
  const machine = machineOf(values)
  let numbers = machine.start(values.weights)
  const losses = [machine.lossAt(numbers.parameters)]
  const slopes: Float64Array[] = []
  for (let pass = 0; pass < passes; pass++) {
    numbers = machine.start(numbers.parameters)
    for (const operation of PLAN) machine.carryOut(operation, numbers, values.learningRate)
    losses.push(machine.lossAt(numbers.parameters))
    slopes.push(numbers.parameterSlopes)
  }
  return { machine, numbers, losses, first: slopes[0] ?? new Float64Array(20) }
}
const plain = defaultValues(spec.params)
const preset = (id: string): StepsValues => ({ ...plain, ...spec.presets?.[id] })

describe('the network', () => {
  const recorded = parseRecorded(readFileSync(new URL('frames/steps.json', folder), 'utf8'))
  const frame = recorded.members[0]?.frame as StepsFrame

  it('is recorded with all its numbers, and they are those of the text', () => {
    expect([recorded.step, PASS]).toEqual([31, 32])
    const machine = machineOf(plain)
    const [u11] = PARAMETERS
    if (!u11) throw new Error('no parameter')
    const products = pathsOf(machine, plain, frame, u11).map(multiply)
    expect(products.map((p) => p.toFixed(4))).toEqual(['0.4203', '0.2024'])
    expectInBoth('$0.4203 + 0.2024 = 0.6227$', frame.loss.toFixed(3), '$y - t = 1.398 + 0.5 = 1.898$')
    expect(frame.parameterSlopes[0]?.toFixed(4)).toBe('0.6227')
    expect(frame.activations[5]?.toFixed(3)).toBe('1.398')
    expect(frame.activationSlopes[5]?.toFixed(3)).toBe('1.898')
  })
  it('learns as the caption says', () => {
    const { losses } = train(plain)
    expect([losses[1]?.toFixed(3), losses[10]?.toFixed(5)]).toEqual(['0.693', '0.00003'])
    expectInBoth('0.693', '0.00003')
    expect(train({ ...plain, learningRate: 1 }).losses[10]).toBeGreaterThan(10)
    expect(train({ ...plain, learningRate: 0.2 }).losses[10]?.toExponential(0)).toBe('2e-12')
    expect(train({ ...plain, learningRate: 0.3 }).losses[10]).toBeLessThan(2e-12)
    expect(train(plain).losses[10]).toBeGreaterThan(1e-9)
  })
  it('is checked as well as the text says', () => {
    const machine = machineOf(plain)
    const at = (h: number): number => differenceAt(machine, frame.before, 0, h)
    const apart = (h: number): number => relativeDifference(at(h), frame.parameterSlopes[0] ?? NaN)
    expect(apart(0.1).toFixed(3)).toBe('0.003')
    expect(apart(1e-5).toExponential(0)).toBe('7e-11')
    expect(apart(1e-14).toFixed(2)).toBe('0.02')
    expect([at(1e-14).toFixed(3), at(1e-5).toFixed(3)]).toEqual(['0.611', '0.623'])
    expectInBoth('0.611', '0.623', '7 \\cdot 10^{-11}')
  })
  it('gives units that are alike the same gradient for ever', () => {
    const { first, numbers } = train(preset('alike'))
    expect([6, 7, 8].map((bias) => first[bias]?.toFixed(3))).toEqual(['0.111', '0.111', '0.111'])
    const u = [...numbers.parameters.slice(0, 6)].map((weight) => weight.toFixed(3))
    expect(new Set(u)).toEqual(new Set(['0.479', '0.511']))
    expect(u[0]).toBe('0.479')
    expectInBoth('0.111', '0.479', '0.511')
    expect(new Set(train(preset('alike'), 10_000).numbers.parameters.slice(0, 6)).size).toBe(2)
  })
  it('with zeros everywhere blames the last bias alone', () => {
    const { first } = train(preset('zero'))
    expect([...first].flatMap((slope, place) => (slope === 0 ? [] : [PARAMETERS[place]?.symbol]))).toEqual([
      'd',
    ])
  })
  it('with saturated sigmoids blames the first layer hardly at all', () => {
    const { first, losses, machine } = train(preset('saturated'), 1)
    expect(losses[0]?.toFixed(1)).toBe('14.9')
    const w1 = PARAMETERS.findIndex(({ symbol }) => symbol === 'w_1')
    expect(first[w1]?.toFixed(2)).toBe('5.34')
    expect(first[19]?.toFixed(2)).toBe('5.46')
    for (const slope of first.slice(0, 6)) expect(Math.abs(slope)).toBeLessThan(0.1)
    expect(machine.places.parameters).toBe(20)
    expectInBoth('14.9', '5.34', '5.46')
  })
})

it('the gradient through thirty layers is what the caption says', () => {
  const { members } = parseRecorded(readFileSync(new URL('frames/depth.json', folder), 'utf8'))
  const kept = Object.fromEntries(
    members.map(({ id, history }) => [id, history.metrics['kept']?.at(-1) ?? NaN]),
  )
  expect(kept['small']?.toExponential(0)).toBe('9e-10')
  expect([kept['xavier']?.toFixed(2), kept['he']?.toFixed(1), kept['large']?.toFixed(0)]).toEqual([
    '0.13',
    '3.2',
    '634',
  ])
  expectInBoth('9 \\cdot 10^{-10}', '0.13', '3.2', '634')
})
