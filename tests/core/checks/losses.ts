import * as tf from '../../../src/core/backend/tf.ts'
import { makeLoss } from '../../../src/core/losses/loss.ts'
import type { Values } from '../../../src/math/parameter.ts'
import { compute, flatten, tensorOf, type Check, type Nested } from './comparison.ts'

interface Case {
  name: string
  gradient_with_respect_to: string
  inputs: Record<string, Nested>
  expected: { each: Nested; mean: number; sum: number; grad_of_mean: Nested; grad_of_sum: Nested }
}

// By the beginning of the reference name, longest first where one begins another.
const byName: [string, string][] = [
  ['mse_half', 'half-mse'],
  ['mse', 'mse'],
  ['mae', 'mae'],
  ['huber', 'huber'],
  ['smooth_l1', 'smooth-l1'],
  ['bce_from_probs', 'binary-cross-entropy'],
  ['bce_from_logits', 'binary-cross-entropy-logits'],
  ['cross_entropy_from_probs', 'cross-entropy'],
  ['cross_entropy', 'cross-entropy-logits'],
  ['kl_p_q_from_probs', 'kl'],
  ['kl_p_q_from_q_logits', 'kl-logits'],
  ['kl_q_p_reverse_from_q_logits', 'reverse-kl-logits'],
  ['hinge', 'hinge'],
  ['squared_hinge', 'squared-hinge'],
  ['multiclass_hinge', 'multiclass-hinge'],
]

export const losses: Check = async function* (golden) {
  const { cases } = golden('losses') as { cases: Case[] }
  for (const { name, inputs, expected, gradient_with_respect_to } of cases) {
    const id = byName.find(([beginning]) => name.startsWith(beginning))?.[1]
    // The Gaussian divergence is no loss of one prediction; PyTorch alone clamps log p at −100.
    if (!id || name.endsWith('pytorch_only')) continue
    const parameters = {
      ...(inputs as Values),
      ...('label_smoothing' in inputs && { smoothing: inputs['label_smoothing'] as number }),
    }
    const results = await compute(() => {
      const loss = makeLoss(id, { parameters })
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
