import { afterAll, describe, it } from 'vitest'
import { asFunctions } from '../../src/math/activation.ts'
import { getActivation } from '../../src/math/activations/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { logSoftmax, logSoftmaxJacobian, softmax, softmaxJacobian } from '../../src/math/softmax.ts'
import type { Nested } from './golden.ts'
import { flatten, readGolden, Tally } from './golden.ts'

interface Reference {
  grid: number[]
  functions: { name: string; expected: { value: number[]; derivative: number[] } }[]
  softmax: {
    inputs: { x: number[]; temperature: number }
    expected: Record<'softmax' | 'softmax_jacobian' | 'log_softmax' | 'log_softmax_jacobian', Nested>
  }[]
}

const reference = readGolden('activations') as Reference

// Reference names that are not an id with underscores, or that take one side at a corner (left out there).
const renamed: Record<string, { id: string; given?: Record<string, number>; corners?: true }> = {
  gelu_erf: { id: 'gelu' },
  relu6: { id: 'relu6', corners: true },
  hard_sigmoid_keras: { id: 'hard-sigmoid', given: { alpha: 0.2 }, corners: true },
  hard_sigmoid_torch: { id: 'hard-sigmoid', corners: true },
}

/** `leaky_relu_0.01` is leaky-relu with alpha 0.01. */
function named(name: string) {
  const [, stem, alpha] = /^(.*?)(?:_([\d.]+))?$/.exec(name)!
  return renamed[name] ?? { id: stem.replaceAll('_', '-'), ...(alpha && { given: { alpha: Number(alpha) } }) }
}

describe('activations against PyTorch', () => {
  const values = new Tally('activations: values', 1e-10)
  const derivatives = new Tally('activations: derivatives', 1e-10)
  const rows = new Tally('softmax and Jacobians', 1e-10)
  afterAll(() => {
    for (const tally of [values, derivatives, rows]) tally.print()
  })

  it.each(reference.functions)('$name', ({ name, expected }) => {
    const { id, given, corners } = named(name)
    const activation = getActivation(id)
    const { value, derivative } = asFunctions(activation, given)
    values.compare(name, reference.grid.map(value), expected.value)
    const kinks = corners ? activation.kinks(fillIn(activation.parameters, given)) : []
    const kept = reference.grid.map((_, index) => index)
    const smooth = kept.filter((index) =>
      kinks.every((kink) => Math.abs(kink - reference.grid[index]) > 1e-9),
    )
    derivatives.compare(
      name,
      smooth.map((index) => derivative(reference.grid[index])),
      smooth.map((index) => expected.derivative[index]),
    )
  })

  it.each(reference.softmax)('softmax of $inputs.x at $inputs.temperature', ({ inputs, expected }) => {
    const { x, temperature } = inputs
    rows.compare('softmax', softmax(x, temperature), flatten(expected.softmax))
    rows.compare('log softmax', logSoftmax(x, temperature), flatten(expected.log_softmax))
    rows.compare('Jacobian', softmaxJacobian(x, temperature), flatten(expected.softmax_jacobian))
    rows.compare('log Jacobian', logSoftmaxJacobian(x, temperature), flatten(expected.log_softmax_jacobian))
  })
})
