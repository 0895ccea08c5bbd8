import { afterAll, describe, expect, it } from 'vitest'
import { numbers } from '../../src/math/algebra.ts'
import { gaussianKl } from '../../src/math/gaussianKl.ts'
import type { Loss } from '../../src/math/loss.ts'
import { oneHot } from '../../src/math/loss.ts'
import { getLoss, losses } from '../../src/math/losses/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { flatten, lossOf, lossParameters, type LossCase, type LossReference } from '../golden/cases.ts'
import { OWN_REFERENCE, readGolden, Tally } from './golden.ts'

const { cases } = readGolden('losses') as LossReference

interface Result {
  each: number[]
  /** Of the sum of all entries. */
  gradient: number[]
}

function evaluate(loss: Loss, item: LossCase): Result {
  const { inputs, gradient_with_respect_to } = item
  const p = fillIn(loss.parameters, lossParameters(item))
  const prediction = inputs[gradient_with_respect_to]
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

function evaluateGaussianKl({ inputs, gradient_with_respect_to }: LossCase): Result {
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
    const { each, gradient } = name.startsWith('gaussian_kl')
      ? evaluateGaussianKl(item)
      : evaluate(getLoss(lossOf(name) ?? name), item)
    const sum = each.reduce((total, value) => total + value, 0)
    values.compare(name, each, flatten(expected.each))
    values.compare(name, [sum, sum / each.length], [expected.sum, expected.mean])
    gradients.compare(name, gradient, flatten(expected.grad_of_sum))
    const share = gradient.map((slope) => slope / each.length)
    gradients.compare(name, share, flatten(expected.grad_of_mean))
  })

  it.runIf(OWN_REFERENCE)('leave no loss out', () => {
    const compared = new Set(matched.map(({ name }) => lossOf(name)))
    expect([...losses.keys()].filter((id) => !compared.has(id))).toEqual([])
  })

  const clamped = cases.filter(({ name }) => name === 'bce_from_probs_saturated_pytorch_only')
  it.each(clamped)('shows a certain and wrong prediction as infinite', ({ inputs, expected }) => {
    const loss = getLoss('binary-cross-entropy') as Extract<Loss, { kind: 'elementwise' }>
    const [predictions, targets] = [flatten(inputs['pred']), flatten(inputs['target'])]
    const shown = predictions.map((p, index) => Math.abs(loss.value(numbers, p, targets[index], {})))
    expect(shown).toEqual(flatten(expected.each).map((value) => (value === 100 ? Infinity : value)))
  })
})
