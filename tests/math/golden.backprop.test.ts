import { afterAll, describe, it } from 'vitest'
import { getActivation } from '../../src/math/activations/index.ts'
import { numbers } from '../../src/math/algebra.ts'
import type { ElementwiseLoss } from '../../src/math/loss.ts'
import { getLoss } from '../../src/math/losses/index.ts'
import type { DenseLayer } from '../../src/math/network.ts'
import { backward, forward } from '../../src/math/network.ts'
import { flatten, type Nested } from '../golden/cases.ts'
import { readGolden, Tally } from './golden.ts'

interface Case {
  name: string
  hidden_activation: string
  output_activation: string
  loss: string
  inputs: { x: number[][]; t: number[][]; W: number[][][]; b: number[][]; lr: number }
  expected: Record<'z' | 'a' | 'dL_dz' | 'dL_da' | 'dL_dW' | 'dL_db', Nested[]> & {
    loss_each: Nested
    loss: number
    dL_dx: Nested
    after_one_sgd_step: { W: Nested[]; b: Nested[]; loss: number }
  }
}

const { cases } = readGolden('backprop') as { cases: Case[] }

const lossIds: Record<string, string> = {
  half_squared_error: 'half-mse',
  bce: 'binary-cross-entropy',
  mse: 'mse',
}

/** `leaky_relu_0.01` is leaky-relu with alpha 0.01. */
function activationNamed(name: string): Pick<DenseLayer, 'activation' | 'parameters'> {
  const [, stem, alpha] = /^(.*?)(?:_([\d.]+))?$/.exec(name)!
  const activation = getActivation(stem.replaceAll('_', '-'))
  return { activation, ...(alpha && { parameters: { alpha: Number(alpha) } }) }
}

describe('back-propagation against PyTorch', () => {
  const numbersOfPass = new Tally('backprop: every number', 1e-10)
  afterAll(() => numbersOfPass.print())

  it.each(cases)('$name', (item) => {
    const { name, inputs, expected } = item
    const compare = (what: string, actual: ArrayLike<number>, reference: Nested) => {
      numbersOfPass.compare(`${name} ${what}`, actual, flatten(reference))
    }
    const loss = getLoss(lossIds[item.loss]) as ElementwiseLoss
    const x = Float64Array.from(inputs.x.flat())
    const targets = inputs.t.flat()
    const layers = inputs.W.map((rows, index) => ({
      inputs: rows[0].length,
      units: rows.length,
      weights: Float64Array.from(rows.flat()),
      bias: Float64Array.from(inputs.b[index]),
      ...activationNamed(index < inputs.W.length - 1 ? item.hidden_activation : item.output_activation),
    }))
    const evaluate = (network: DenseLayer[]) => {
      const pass = forward(network, x)
      const output = pass.a[pass.a.length - 1]
      const each = output.map((value, index) => loss.value(numbers, value, targets[index], {}))
      return { pass, output, each, total: each.reduce((sum, value) => sum + value, 0) / each.length }
    }

    const { pass, output, each, total } = evaluate(layers)
    const slope = output.map((value, i) => loss.gradient(numbers, value, targets[i], {}) / each.length)
    const back = backward(layers, x, pass, slope)
    compare('losses', each, expected.loss_each)
    compare('loss', [total], [expected.loss])
    compare('dL/dx', back.input, expected.dL_dx)
    layers.forEach((_, k) => {
      compare('z', pass.z[k], expected.z[k])
      compare('a', pass.a[k], expected.a[k])
      compare('dL/dz', back.z[k], expected.dL_dz[k])
      compare('dL/da', back.a[k], expected.dL_da[k])
      compare('dL/dW', back.weights[k], expected.dL_dW[k])
      compare('dL/db', back.bias[k], expected.dL_db[k])
    })

    const after = layers.map((layer, k) => ({
      ...layer,
      weights: layer.weights.map((weight, i) => weight - inputs.lr * back.weights[k][i]),
      bias: layer.bias.map((bias, i) => bias - inputs.lr * back.bias[k][i]),
    }))
    after.forEach((layer, k) => {
      compare('W after a step', layer.weights, expected.after_one_sgd_step.W[k])
      compare('b after a step', layer.bias, expected.after_one_sgd_step.b[k])
    })
    compare('loss after a step', [evaluate(after).total], [expected.after_one_sgd_step.loss])
  })
})
