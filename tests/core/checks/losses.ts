import * as tf from '../../../src/core/backend/tf.ts'
import { makeLoss } from '../../../src/core/losses/loss.ts'
import { flatten, lossOf, lossParameters, type LossReference } from '../../golden/cases.ts'
import { compute, tensorOf, type Check } from './comparison.ts'

export const losses: Check = async function* (golden) {
  const { cases } = golden('losses') as LossReference
  for (const item of cases) {
    const { name, inputs, expected, gradient_with_respect_to } = item
    const id = lossOf(name)
    // PyTorch alone clamps log p at −100.
    if (!id || name.endsWith('pytorch_only')) continue
    const results = await compute(() => {
      const loss = makeLoss(id, { parameters: lossParameters(item) })
      const prediction = tensorOf(inputs[gradient_with_respect_to])
      const target = tensorOf(inputs['target'] ?? inputs['p'] ?? inputs['labels'])
      const mean = tf.valueAndGrad((x) => loss.mean(x, target))(prediction)
      const sum = tf.valueAndGrad((x) => loss.sum(x, target))(prediction)
      return {
        each: loss.each(prediction, target),
        mean: mean.value,
        sum: sum.value,
        gradOfMean: mean.grad,
        gradOfSum: sum.grad,
        gradOfEach: tf.grad((x) => loss.each(x, target))(prediction),
      }
    })
    const topic = 'losses: values'
    yield { topic, name: `${name}, each`, actual: results.each, expected: flatten(expected.each) }
    yield { topic, name: `${name}, mean`, actual: results.mean, expected: [expected.mean] }
    yield { topic, name: `${name}, sum`, actual: results.sum, expected: [expected.sum] }
    const slopes = { topic: 'losses: gradients', name }
    yield { ...slopes, actual: results.gradOfMean, expected: flatten(expected.grad_of_mean) }
    yield { ...slopes, actual: results.gradOfSum, expected: flatten(expected.grad_of_sum) }
    yield { ...slopes, actual: results.gradOfEach, expected: flatten(expected.grad_of_sum) }
  }
}
