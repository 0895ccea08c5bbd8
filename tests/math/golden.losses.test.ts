import { afterAll, describe, expect, it } from 'vitest'
import { numbers } from '../../src/math/algebra.ts'
import { gaussianKl } from '../../src/math/gaussianKl.ts'
import type { Loss } from '../../src/math/loss.ts'
import { oneHot } from '../../src/math/loss.ts'
import { getLoss } from '../../src/math/losses/index.ts'
import type { Values } from '../../src/math/parameter.ts'
import { fillIn } from '../../src/math/parameter.ts'
import type { Nested } from './golden.ts'
import { flatten, readGolden, Tally } from './golden.ts'

interface Case {
  name: string
  gradient_with_respect_to?: string
  inputs: Record<string, Nested>
  expected: { each: Nested; mean: number; sum: number; grad_of_mean: Nested; grad_of_sum: Nested }
}

const { cases } = readGolden('losses') as { cases: Case[] }

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

interface Result {
  each: number[]
  /** Of the sum of all entries. */
  gradient: number[]
}

function evaluate(loss: Loss, { inputs, gradient_with_respect_to }: Case): Result {
  const p = fillIn(loss.parameters, {
    ...(inputs as Values),
    ...('label_smoothing' in inputs && { smoothing: inputs['label_smoothing'] as number }),
  })
  const prediction = inputs[gradient_with_respect_to!]
  if (loss.kind === 'elementwise') {
    const targets = flatten(inputs['target'])
    const pairs = flatten(prediction).map((value, index) => [value, targets[index]] as const)
    return {
      each: pairs.map(([value, target]) => loss.value(numbers, value, target, p)),
      gradient: pairs.map(([value, target]) => loss.gradient(numbers, value, target, p)),
    }
  }
  const rows = prediction as number[][]
  const labels = inputs['labels'] as number[] | undefined
  const targets = labels
    ? labels.map((label) => oneHot(label, rows[0].length))
    : ((inputs['target'] ?? inputs['p']) as number[][])
  return {
    each: rows.map((row, index) => loss.value(row, targets[index], p)),
    gradient: rows.flatMap((row, index) => [...loss.gradient(row, targets[index], p)]),
  }
}

function evaluateGaussianKl({ inputs, gradient_with_respect_to }: Case): Result {
  const means = flatten(inputs['mu'])
  const logVariances = flatten(inputs['logvar'])
  return {
    each: means.map((mean, index) => gaussianKl.value(numbers, mean, logVariances[index])),
    gradient:
      gradient_with_respect_to === 'mu'
        ? means.map((mean) => gaussianKl.gradientOfMean(numbers, mean))
        : logVariances.map((value) => gaussianKl.gradientOfLogVariance(numbers, value)),
  }
}

describe('losses against PyTorch', () => {
  const values = new Tally('losses: values', 1e-10)
  const gradients = new Tally('losses: gradients', 1e-10)
  afterAll(() => {
    values.print()
    gradients.print()
  })

  // PyTorch alone clamps log p at −100; the book shows the infinity.
  const matched = cases.filter(({ name }) => !name.endsWith('pytorch_only'))

  it.each(matched)('$name', (item) => {
    const { name, expected } = item
    const id = byName.find(([beginning]) => name.startsWith(beginning))?.[1]
    const { each, gradient } = name.startsWith('gaussian_kl')
      ? evaluateGaussianKl(item)
      : evaluate(getLoss(id ?? name), item)
    const sum = each.reduce((total, value) => total + value, 0)
    values.compare(name, each, flatten(expected.each))
    values.compare(name, [sum, sum / each.length], [expected.sum, expected.mean])
    gradients.compare(name, gradient, flatten(expected.grad_of_sum))
    const share = gradient.map((slope) => slope / each.length)
    gradients.compare(name, share, flatten(expected.grad_of_mean))
  })

  const clamped = cases.filter(({ name }) => name === 'bce_from_probs_saturated_pytorch_only')
  it.each(clamped)('shows a certain and wrong prediction as infinite', ({ inputs, expected }) => {
    const loss = getLoss('binary-cross-entropy') as Extract<Loss, { kind: 'elementwise' }>
    const [predictions, targets] = [flatten(inputs['pred']), flatten(inputs['target'])]
    const shown = predictions.map((p, index) => Math.abs(loss.value(numbers, p, targets[index], {})))
    expect(shown).toEqual(flatten(expected.each).map((value) => (value === 100 ? Infinity : value)))
  })
})
