import { makeActivation } from '../../../src/core/activations.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { getActivation } from '../../../src/math/activations/index.ts'
import { fillIn } from '../../../src/math/parameter.ts'
import { activationOf, flatten, type ActivationReference } from '../../golden/cases.ts'
import { compute, tensorOf, valueAndGradients, type Check } from './comparison.ts'

export const activations: Check = async function* (golden) {
  const { grid: usual, functions, softmax } = golden('activations') as ActivationReference
  for (const { name, grid = usual, expected } of functions) {
    const { id, given, corners } = activationOf(name)
    const { value, slope } = await compute(() => {
      const f = makeActivation(id, given)
      // Of the identity alone, which is no operation, the library finds no gradient.
      const { value, gradients } = valueAndGradients((x) => tf.clone(f(x)), [tf.tensor1d([...grid])])
      return { value, slope: gradients[0] }
    })
    yield { topic: 'activations: values', name, actual: value, expected: expected.value }
    const rule = getActivation(id)
    const kinks = corners ? rule.kinks(fillIn(rule.parameters, given)) : []
    const smooth = grid.flatMap((x, i) => (kinks.every((kink) => Math.abs(kink - x) > 1e-6) ? [i] : []))
    yield {
      topic: 'activations: derivatives',
      name,
      actual: smooth.map((i) => slope[i]),
      expected: smooth.map((i) => expected.derivative[i]),
    }
  }
  for (const { inputs, expected } of softmax) {
    const { plain, log } = await compute(() => {
      const x = tf.div(tensorOf([inputs.x]), inputs.temperature)
      return { plain: tf.softmax(x), log: tf.logSoftmax(x) }
    })
    const name = `softmax of ${inputs.x.join(' ')}`
    yield { topic: 'softmax', name, actual: plain, expected: flatten(expected.softmax) }
    yield { topic: 'softmax', name: `log ${name}`, actual: log, expected: flatten(expected.log_softmax) }
  }
}
