import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbers } from '../../src/math/algebra.ts'
import { numericalDerivative, numericalGradient } from '../../src/math/finiteDifference.ts'
import { gaussianKl } from '../../src/math/gaussianKl.ts'
import type { ElementwiseLoss, RowLoss } from '../../src/math/loss.ts'
import { oneHot } from '../../src/math/loss.ts'
import { getLoss, losses } from '../../src/math/losses/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import type { Values } from '../../src/math/parameter.ts'
import { softmax } from '../../src/math/softmax.ts'

const FINITE_DIFFERENCE = 1e-7 // relative where the gradient is above 1

const all = [...losses.values()]
const elementwise = all.filter((loss): loss is ElementwiseLoss => loss.kind === 'elementwise')
const rowwise = all.filter((loss): loss is RowLoss => loss.kind === 'row')

const close = (exact: number, approximate: number) =>
  Math.abs(exact - approximate) / Math.max(1, Math.abs(exact)) < FINITE_DIFFERENCE

/** Parameters anywhere in their ranges. */
function settings(loss: { parameters: Record<string, { min: number; max: number }> }): fc.Arbitrary<Values> {
  const ranges = Object.entries(loss.parameters).map(([name, { min, max }]) => [
    name,
    fc.double({ min: Math.max(min, 0.05), max, noNaN: true }),
  ])
  return fc.record(Object.fromEntries(ranges) as Record<string, fc.Arbitrary<number>>)
}

describe.each(elementwise)('$id', (loss) => {
  const predictions =
    loss.prediction === 'probability'
      ? fc.double({ min: 0.01, max: 0.99, noNaN: true })
      : fc.double({ min: -8, max: 8, noNaN: true })
  const targets =
    loss.target === 'sign'
      ? fc.constantFrom(-1, 1)
      : loss.target === 'number'
        ? fc.double({ min: -3, max: 3, noNaN: true })
        : fc.double({ min: 0, max: 1, noNaN: true })

  it('has the gradient it says', () => {
    fc.assert(
      fc.property(predictions, targets, settings(loss), (prediction, target, p) => {
        const value = (at: number) => loss.value(numbers, at, target, p)
        const gradient = (at: number) => loss.gradient(numbers, at, target, p)
        // Within a step of a corner of the loss or of its slope the difference quotient is no derivative.
        const [before, at, after] = [-1e-4, 0, 1e-4].map((shift) => gradient(prediction + shift))
        fc.pre(Math.abs(after - 2 * at + before) < 1e-5)
        expect(close(gradient(prediction), numericalDerivative(value, prediction))).toBe(true)
      }),
    )
  })

  it('is nowhere negative, and least at the target', () => {
    fc.assert(
      fc.property(predictions, targets, (prediction, target) => {
        const p = fillIn(loss.parameters)
        const value = loss.value(numbers, prediction, target, p)
        expect(value).toBeGreaterThanOrEqual(0)
        if (loss.prediction === 'logit') return
        expect(loss.value(numbers, target, target, p)).toBeLessThanOrEqual(value)
      }),
    )
  })
})

describe.each(rowwise)('$id', (loss) => {
  const size = 4
  const logits = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: size, maxLength: size })
  const predictions = loss.prediction === 'probability' ? logits.map((row) => softmax(row)) : logits
  const labels = fc.integer({ min: 0, max: size - 1 }).map((label) => oneHot(label, size))
  const shares = logits.map((row) => softmax(row, 3))
  const targets =
    loss.target === 'one-hot' ? labels : loss.target === 'positive-share' ? shares : fc.oneof(labels, shares)
  const weights = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: size, maxLength: size })

  it('has the gradient it says, class weights included', () => {
    fc.assert(
      fc.property(
        predictions,
        targets,
        settings(loss),
        fc.option(weights),
        (prediction, target, p, classWeights) => {
          const given = classWeights ?? undefined
          const exact = loss.gradient(prediction, target, p, given)
          for (let k = 0; k < size; k++) {
            // The step that suits a probability is small against it.
            const step = loss.prediction === 'probability' ? prediction[k] * 1e-5 : undefined
            const along = numericalGradient((at) => loss.value(at, target, p, given), prediction, step)[k]
            // Within a step of a corner the difference quotient is no derivative.
            const slopeAt = (shift: number): number => {
              const moved = Float64Array.from(prediction)
              moved[k] += shift * (step ?? 1e-5)
              return loss.gradient(moved, target, p, given)[k]
            }
            fc.pre(Math.abs(slopeAt(1) - slopeAt(-1)) < 0.01 * Math.max(1, Math.abs(exact[k])))
            expect(close(exact[k], along), `class ${k}: ${exact[k]}, ${along}`).toBe(true)
          }
        },
      ),
    )
  })

  it('gives each class its weight', () => {
    const p = fillIn(loss.parameters)
    const row = softmax([0.4, -0.3, 0.1, 0.9])
    const weighted = (label: number) => loss.value(row, oneHot(label, size), p, [1, 2, 3, 4])
    if (!loss.weighsClasses) return
    for (let label = 0; label < size; label++) {
      expect(weighted(label)).toBeCloseTo((label + 1) * loss.value(row, oneHot(label, size), p), 12)
    }
  })
})

describe('losses from logits', () => {
  it('stay exact at ±80', () => {
    const binary = getLoss('binary-cross-entropy-logits') as ElementwiseLoss
    const p = fillIn(binary.parameters)
    expect(binary.value(numbers, -80, 1, p)).toBe(80)
    expect(binary.value(numbers, 80, 1, p)).toBeCloseTo(Math.exp(-80), 45)
    expect(binary.gradient(numbers, -80, 1, p)).toBe(-1)
    const row = getLoss('cross-entropy-logits') as RowLoss
    expect(row.value([80, -80, 0], [0, 1, 0], { smoothing: 0 })).toBe(160)
    expect([...row.gradient([80, -80, 0], [0, 1, 0], { smoothing: 0 })]).toEqual([1, -1, Math.exp(-80)])
  })

  it('agree with the losses of probabilities', () => {
    const logits = [0.3, -1.2, 2]
    const from = (id: string, row: ArrayLike<number>, target: number[]) =>
      (getLoss(id) as RowLoss).value(row, target, fillIn(getLoss(id).parameters))
    for (const target of [
      [0, 1, 0],
      [0.2, 0.3, 0.5],
    ]) {
      expect(from('cross-entropy-logits', logits, target)).toBeCloseTo(
        from('cross-entropy', softmax(logits), target),
        13,
      )
      expect(from('kl-logits', logits, target)).toBeCloseTo(from('kl', softmax(logits), target), 13)
    }
  })
})

describe('infinities', () => {
  it('are shown as such', () => {
    const row = (id: string) => getLoss(id) as RowLoss
    expect(row('kl').value([1, 0], [0.5, 0.5], {})).toBe(Infinity)
    expect(row('kl').value([0.5, 0.5], [1, 0], {})).toBeCloseTo(Math.LN2, 15)
    expect(row('cross-entropy').value([1, 0], [0, 1], {})).toBe(Infinity)
    expect(row('reverse-kl-logits').value([0, 0], [1, 0], {})).toBe(Infinity)
  })

  it('do not stop a class that does not occur', () => {
    const entropy = getLoss('cross-entropy-logits') as RowLoss
    expect(entropy.value([0, -Infinity], [1, 0], { smoothing: 0 })).toBe(0)
    expect(() => oneHot(3, 3)).toThrow(RangeError)
  })
})

describe('the divergence from a standard normal', () => {
  it('has the gradients it says, and is 0 there', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (mean, log) => {
          const byMean = numericalDerivative((at) => gaussianKl.value(numbers, at, log), mean)
          const byLog = numericalDerivative((at) => gaussianKl.value(numbers, mean, at), log)
          expect(close(gaussianKl.gradientOfMean(numbers, mean), byMean)).toBe(true)
          expect(close(gaussianKl.gradientOfLogVariance(numbers, log), byLog)).toBe(true)
        },
      ),
    )
    expect(gaussianKl.value(numbers, 0, 0)).toBe(0)
  })
})
