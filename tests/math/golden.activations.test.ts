import { afterAll, describe, expect, it } from 'vitest'
import { asFunctions } from '../../src/math/activation.ts'
import { activations, getActivation } from '../../src/math/activations/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { logSoftmax, logSoftmaxJacobian, softmax, softmaxJacobian } from '../../src/math/softmax.ts'
import { activationOf, flatten, type ActivationReference } from '../golden/cases.ts'
import { OWN_REFERENCE, readGolden, Tally } from './golden.ts'

const { grid: usual, functions, softmax: rowCases } = readGolden('activations') as ActivationReference

describe('activations against PyTorch', () => {
  const values = new Tally('activations: values', 1e-10)
  const derivatives = new Tally('activations: derivatives', 1e-10)
  const rows = new Tally('softmax and Jacobians', 1e-10)
  afterAll(() => {
    for (const tally of [values, derivatives, rows]) tally.print()
  })

  it.each(functions)('$name', ({ name, grid = usual, expected }) => {
    const { id, given, corners } = activationOf(name)
    const activation = getActivation(id)
    const { value, derivative } = asFunctions(activation, given)
    values.compare(name, grid.map(value), expected.value)
    const kinks = corners ? activation.kinks(fillIn(activation.parameters, given)) : []
    const kept = grid.map((_, index) => index)
    const smooth = kept.filter((index) => kinks.every((kink) => Math.abs(kink - grid[index]) > 1e-9))
    derivatives.compare(
      name,
      smooth.map((index) => derivative(grid[index])),
      smooth.map((index) => expected.derivative[index]),
    )
  })

  it.each(rowCases)('softmax of $inputs.x at $inputs.temperature', ({ inputs, expected }) => {
    const { x, temperature } = inputs
    rows.compare('softmax', softmax(x, temperature), flatten(expected.softmax))
    rows.compare('log softmax', logSoftmax(x, temperature), flatten(expected.log_softmax))
    rows.compare('Jacobian', softmaxJacobian(x, temperature), flatten(expected.softmax_jacobian))
    rows.compare('log Jacobian', logSoftmaxJacobian(x, temperature), flatten(expected.log_softmax_jacobian))
  })

  it.runIf(OWN_REFERENCE)('leave no activation out', () => {
    const compared = new Set(functions.map(({ name }) => activationOf(name).id))
    expect([...activations.keys()].filter((id) => !compared.has(id))).toEqual([])
  })
})
