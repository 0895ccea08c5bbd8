import { afterAll, describe, expect, it } from 'vitest'
import { getActivation } from '../../src/math/activations/index.ts'
import { makeMachine, type Numbers, type Problem } from '../../src/math/backprop/machine.ts'
import { multiply, pathsFrom, type ParameterPlace } from '../../src/math/backprop/paths.ts'
import { planPass } from '../../src/math/backprop/plan.ts'
import { numericalGradient } from '../../src/math/finiteDifference.ts'
import type { ElementwiseLoss } from '../../src/math/loss.ts'
import { getLoss } from '../../src/math/losses/index.ts'
import { flatten, type Nested } from '../golden/cases.ts'
import { readGolden, Tally } from './golden.ts'

interface Case {
  name: string
  hidden_activation: string
  output_activation: string
  loss: string
  inputs: { x: number[][]; t: number[][]; W: number[][][]; b: number[][]; lr: number }
  expected: Record<'z' | 'a' | 'dL_dz' | 'dL_da' | 'dL_dW' | 'dL_db', Nested[]> & {
    loss: number
    after_one_sgd_step: { W: Nested[]; b: Nested[]; loss: number }
  }
}
const { cases } = readGolden('backprop') as { cases: Case[] }
const LOSSES: Record<string, string> = {
  half_squared_error: 'half-mse',
  bce: 'binary-cross-entropy',
  mse: 'mse',
}
const SIZES = [2, 3, 2, 1]

function problemOf(item: Case, row: number): Problem {
  const [, stem, alpha] = /^(.*?)(?:_([\d.]+))?$/.exec(item.hidden_activation)!
  return {
    sizes: SIZES,
    hidden: getActivation(stem.replaceAll('_', '-')),
    hiddenParameters: alpha ? { alpha: Number(alpha) } : {},
    output: getActivation(item.output_activation),
    loss: getLoss(LOSSES[item.loss]) as ElementwiseLoss,
    input: item.inputs.x[row],
    target: item.inputs.t[row],
  }
}
const parametersOf = (W: readonly Nested[], b: readonly Nested[]): number[] =>
  W.flatMap((rows, layer) => [...flatten(rows), ...flatten(b[layer])])
/** One pass without its update. */
function pass(problem: Problem, parameters: readonly number[]): Numbers {
  const machine = makeMachine(problem)
  const numbers = machine.start(parameters)
  for (const operation of machine.plan.slice(0, -1)) machine.carryOut(operation, numbers, 0)
  return numbers
}

describe('back-propagation one operation at a time, against PyTorch', () => {
  const tally = new Tally('backprop by operations', 1e-9)
  afterAll(() => tally.print())

  it.each(cases)('$name', (item) => {
    const { expected, inputs } = item
    const parameters = parametersOf(inputs.W, inputs.b)
    const rows = inputs.x.map((_, row) => pass(problemOf(item, row), parameters))
    const count = rows.length
    /** A batch's numbers stand row after row in each layer; its slopes are those of the mean. */
    const layers = (of: (numbers: Numbers) => Float64Array, share = 1): number[][] =>
      [
        [0, 3],
        [3, 5],
        [5, 6],
      ].map(([from, to]) => rows.flatMap((numbers) => [...of(numbers).slice(from, to)].map((v) => v * share)))
    const compare = (what: string, actual: number[][], reference: Nested[]) =>
      actual.forEach((list, k) => tally.compare(`${item.name} ${what} ${k}`, list, flatten(reference[k])))
    compare(
      'z',
      layers((n) => n.sums),
      expected.z,
    )
    compare(
      'a',
      layers((n) => n.activations),
      expected.a,
    )
    compare(
      'dL/dz',
      layers((n) => n.sumSlopes, 1 / count),
      expected.dL_dz,
    )
    compare(
      'dL/da',
      layers((n) => n.activationSlopes, 1 / count),
      expected.dL_da,
    )
    const mean = parameters.map((_, i) => rows.reduce((sum, n) => sum + n.parameterSlopes[i], 0) / count)
    compare('dL/dW, dL/db', [mean], [parametersOf(expected.dL_dW, expected.dL_db)])
    compare('loss', [[rows.reduce((sum, n) => sum + n.loss, 0) / count]], [expected.loss])

    if (count > 1) return
    const machine = makeMachine(problemOf(item, 0))
    machine.carryOut({ kind: 'update' }, rows[0], inputs.lr)
    const after = expected.after_one_sgd_step
    compare('after a step', [[...rows[0].parameters]], [parametersOf(after.W, after.b)])
    compare('loss after a step', [[machine.lossAt(rows[0].parameters)]], [after.loss])
  })
})

describe('the parts of a pass', () => {
  it('are 13 operations forward, 18 backward and one update for 2-3-2-1', () => {
    const kinds = planPass(SIZES).map(({ kind }) => kind)
    expect(kinds).toHaveLength(32)
    expect(kinds.indexOf('loss')).toBe(12)
    expect(kinds.indexOf('loss-slope')).toBe(13)
    expect(kinds.at(-1)).toBe('update')
  })

  const problem = problemOf(cases[0], 0)
  const machine = makeMachine(problem)
  const parameters = parametersOf(cases[0].inputs.W, cases[0].inputs.b)
  const numbers = pass(problem, parameters)
  const all: ParameterPlace[] = [1, 2, 3].flatMap((layer) =>
    Array.from({ length: SIZES[layer] }, (_, unit) => [
      ...Array.from({ length: SIZES[layer - 1] }, (__, input) => ({ layer, unit, input })),
      { layer, unit },
    ]).flat(),
  )
  const placeOf = ({ layer, unit, input }: ParameterPlace): number =>
    input === undefined ? machine.places.bias(layer, unit) : machine.places.weight(layer, unit, input)

  it('give each parameter a place of its own', () => {
    expect(all.map(placeOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })
  it.each(all)('sum over paths to the same gradient: layer $layer, unit $unit, input $input', (place) => {
    const paths = pathsFrom(problem, machine, numbers, problem.input, place)
    expect(paths).toHaveLength(place.layer === 1 ? 2 : 1)
    const sum = paths.reduce((total, path) => total + multiply(path), 0)
    expect(sum).toBeCloseTo(numbers.parameterSlopes[placeOf(place)], 14)
  })
  it('agree with finite differences', () => {
    const numeric = numericalGradient((at) => machine.lossAt(at), parameters)
    parameters.forEach((_, i) => expect(numeric[i]).toBeCloseTo(numbers.parameterSlopes[i], 9))
  })
})
