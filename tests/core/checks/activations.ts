import { makeActivation } from '../../../src/core/activations.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { getActivation } from '../../../src/math/activations/index.ts'
import { fillIn } from '../../../src/math/parameter.ts'
import { compute, flatten, tensorOf, valueAndGradients, type Check, type Nested } from './comparison.ts'

interface Reference {
  grid: number[]
  functions: { name: string; expected: { value: number[]; derivative: number[] } }[]
  softmax: {
    inputs: { x: number[]; temperature: number }
    expected: Record<'softmax' | 'log_softmax', Nested>
  }[]
}

// Reference names that are not an id with underscores, or that take one side at a corner (left out there).
const renamed: Record<string, { id: string; given?: Record<string, number>; corners?: true }> = {
  gelu_erf: { id: 'gelu' },
  relu6: { id: 'relu6', corners: true },
  hard_sigmoid_keras: { id: 'hard-sigmoid', given: { alpha: 0.2 }, corners: true },
  hard_sigmoid_torch: { id: 'hard-sigmoid', corners: true },
}

function named(name: string) {
  const [, stem, alpha] = /^(.*?)(?:_([\d.]+))?$/.exec(name)!
  return renamed[name] ?? { id: stem.replaceAll('_', '-'), ...(alpha && { given: { alpha: Number(alpha) } }) }
}

export const activations: Check = async function* (golden) {
  const { grid, functions, softmax } = golden('activations') as Reference
  for (const { name, expected } of functions) {
    const { id, given, corners } = named(name)
    const { value, slope } = await compute(() => {
      const f = makeActivation(id, given)
      const { value, gradients } = valueAndGradients((x) => f(x), [tf.tensor1d(grid)])
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
