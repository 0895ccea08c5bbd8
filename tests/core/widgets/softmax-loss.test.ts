import { expect, test } from 'vitest'
import { defaultValues } from '../../../src/protocol/values.ts'
import spec, { CLASSES, judge } from '../../../src/widgets/softmax-loss/spec.ts'

const defaults = defaultValues(spec.params)
const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((a, b) => a + b, 0)

test('the prediction block: dog 0.64, cat 0.24, bird 0.09, fish 0.03; slopes −0.76 and 0.64; loss 1.44', () => {
  const { probabilities, gradient, loss } = judge(defaults)
  expect([...probabilities].map((p) => p.toFixed(2))).toEqual(['0.24', '0.64', '0.09', '0.03'])
  expect([gradient[0]?.toFixed(2), gradient[1]?.toFixed(2)]).toEqual(['-0.76', '0.64'])
  expect(loss).toBeCloseTo(1.44, 3)
  expect(probabilities[0]).toBeCloseTo(0.237, 3)
})

test('the slope is p − t, divided by the temperature and multiplied by the weight, and sums to 0', () => {
  for (const set of [
    {},
    { temperature: 0.5 },
    { smoothing: 0.2 },
    { classWeight: 4 },
    { target: 'fish' as const },
  ]) {
    const values = { ...defaults, ...set }
    const { probabilities, target, gradient } = judge(values)
    CLASSES.forEach((_, k) => {
      const wanted = (((probabilities[k] ?? 0) - (target[k] ?? 0)) * values.classWeight) / values.temperature
      expect(gradient[k]).toBeCloseTo(wanted, 10)
    })
    expect(sum(gradient)).toBeCloseTo(0, 10)
  }
})

test('the slope is that of the loss, with every setting at once', () => {
  const values = { ...defaults, temperature: 1.7, smoothing: 0.2, classWeight: 3 }
  const row = defaults.logits[0] ?? []
  const h = 1e-5
  CLASSES.forEach((_, k) => {
    const at = (d: number) => judge({ ...values, logits: [row.map((z, i) => (i === k ? z + d : z))] }).loss
    expect(judge(values).gradient[k]).toBeCloseTo((at(h) - at(-h)) / (2 * h), 7)
  })
})

test('at T = 0.5 the loss rises to 2.15', () => {
  expect(judge({ ...defaults, temperature: 0.5 }).loss.toFixed(2)).toBe('2.15')
})

test('smoothed by 0.1, the least loss is 0.349, reached with the right logit 3.61 above the others', () => {
  const smooth = { ...defaults, smoothing: 0.1 }
  const { target, least } = judge(smooth)
  expect([...target].map((t) => t.toFixed(3))).toEqual(['0.925', '0.025', '0.025', '0.025'])
  expect(least.toFixed(3)).toBe('0.349')
  const there = judge({ ...smooth, logits: [[Math.log(37), 0, 0, 0]] })
  expect(Math.log(37).toFixed(2)).toBe('3.61')
  expect(there.loss).toBeCloseTo(least, 12)
  for (const slope of there.gradient) expect(slope).toBeCloseTo(0, 12)
  expect(judge({ ...smooth, logits: [[5, 0, 0, 0]] }).loss).toBeGreaterThan(least)
})

test('the least loss is below the loss of any logits, whatever the settings', () => {
  for (const z of [-6, -1, 0, 2, 6])
    for (const set of [{ smoothing: 0.3 }, { classWeight: 5, smoothing: 0.1 }, {}]) {
      const { loss, least } = judge({ ...defaults, ...set, logits: [[z, 1, -2, 0.5]] })
      expect(loss).toBeGreaterThanOrEqual(least)
    }
})
