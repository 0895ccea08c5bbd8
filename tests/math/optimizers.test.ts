import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbers } from '../../src/math/algebra.ts'
import { descend, descentPath, startDescent } from '../../src/math/descent.ts'
import { getOptimizer, optimizers } from '../../src/math/optimizers/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { scheduledRate } from '../../src/math/schedule.ts'
import { getSchedule, schedules } from '../../src/math/schedules/index.ts'

const all = [...optimizers.values()]
const bowl = (weights: Float64Array) => weights.map((w, i) => w * (i + 1))

describe('the registry', () => {
  it('knows the optimisers the book names', () => {
    const needed = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw']
    expect([...optimizers.keys()]).toEqual(expect.arrayContaining(needed))
    expect(() => getOptimizer('adamm')).toThrow(/no optimizer "adamm".*adamw/)
  })
})

describe.each(all)('$id', (optimizer) => {
  it('updates alike through its rule and through update', () => {
    const hyper = fillIn(optimizer.hyper)
    const slots = Object.fromEntries(optimizer.slots.map((slot, i) => [slot, 0.5 + i]))
    const input = { weight: 0.7, gradient: -0.3, slots, rate: 0.1, step: 3, hyper }
    const whole = optimizer.update(numbers, input)
    const factors = optimizer.factors(0.1, 3, hyper)
    expect(optimizer.rule(numbers, { ...input, factors })).toEqual(whole)
    expect(Object.keys(whole.slots).sort()).toEqual([...optimizer.slots].sort())
  })

  it('goes on exactly from a copied state', () => {
    const rate = optimizer.rate.default
    const go = (state: ReturnType<typeof startDescent>, updates: number) => {
      let at = state
      for (let k = 0; k < updates; k++) at = descend(optimizer, at, bowl(at.weights), rate)
      return at
    }
    const halfway = go(startDescent(optimizer, [1, -2]), 7)
    const copy = structuredClone(halfway)
    expect(go(copy, 5)).toEqual(go(halfway, 5))
    expect(halfway.step).toBe(7)
    expect(halfway).toEqual(copy)
  })

  it('goes downhill from anywhere at its own rate, and sideways nowhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 5, noNaN: true }), fc.boolean(), (size, left) => {
        const start = [left ? -size : size, 0]
        const path = descentPath(optimizer, { start, steps: 5, rate: 0.01, gradient: bowl })
        expect(Math.abs(path[5][0])).toBeLessThan(size)
        expect(path.every((point) => point[1] === 0)).toBe(true)
      }),
    )
  })

  it('is explained: labels in both languages, defaults within their ranges', () => {
    const parameters = [optimizer.rate, ...Object.values(optimizer.hyper)]
    for (const { labels, default: initial, min, max, symbol } of parameters) {
      expect(labels.en && labels.zh && symbol).toBeTruthy()
      expect(initial >= min && initial <= max).toBe(true)
    }
    expect(optimizer.formula.length).toBeGreaterThan(0)
  })
})

describe('weight decay', () => {
  it('is part of the gradient in Adam, and apart from it in AdamW', () => {
    const after = (id: string) =>
      descend(getOptimizer(id), startDescent(getOptimizer(id), [10]), [0], 0.1, { decay: 0.5 }).weights[0]
    expect(after('adamw')).toBe(10 * (1 - 0.1 * 0.5))
    expect(after('adam')).toBeCloseTo(10 - 0.1, 8) // whatever the decay, Adam's first step has the size of the rate
    expect(after('sgd')).toBe(10 - 0.1 * 0.5 * 10)
  })
})

describe('schedules', () => {
  const total = 200

  it.each([...schedules.values()])('$id stays between no movement and the base rate', (schedule) => {
    const p = fillIn(schedule.parameters)
    for (let done = 0; done <= total + 50; done++) {
      const factor = schedule.factor(done, total, p)
      expect(factor).toBeGreaterThanOrEqual(0)
      expect(factor).toBeLessThanOrEqual(1)
      if (!['linear-warmup', 'warmup-cosine'].includes(schedule.id)) {
        expect(factor).toBeLessThanOrEqual(schedule.factor(Math.max(done - 1, 0), total, p))
      }
    }
  })

  it.each([
    ['constant', {}, 0, 1],
    ['constant', {}, 150, 1],
    ['step-decay', { drop: 0.1, every: 50 }, 49, 1],
    ['step-decay', { drop: 0.1, every: 50 }, 50, 0.1],
    ['step-decay', { drop: 0.1, every: 50 }, 149, 0.01],
    ['exponential', { gamma: 0.9 }, 0, 1],
    ['exponential', { gamma: 0.9 }, 3, 0.729],
    ['inverse-time', { decay: 0.1 }, 10, 0.5],
    ['cosine', { floor: 0 }, 0, 1],
    ['cosine', { floor: 0 }, 100, 0.5],
    ['cosine', { floor: 0.2 }, 200, 0.2],
    ['cosine', { floor: 0.2 }, 300, 0.2],
    ['linear-warmup', { warmUp: 10 }, 0, 0.1],
    ['linear-warmup', { warmUp: 10 }, 9, 1],
    ['linear-warmup', { warmUp: 0 }, 0, 1],
    ['warmup-cosine', { warmUp: 100, floor: 0 }, 49, 0.5],
    ['warmup-cosine', { warmUp: 100, floor: 0 }, 100, 1],
    ['warmup-cosine', { warmUp: 100, floor: 0 }, 150, 0.5],
    ['warmup-cosine', { warmUp: 100, floor: 0 }, 200, 0],
    ['warmup-cosine', { warmUp: 500, floor: 0.1 }, 600, 0.1],
  ])('%s with %o, after %d updates', (id, given, done, factor) => {
    expect(scheduledRate(getSchedule(id), 0.3, done, total, given)).toBeCloseTo(0.3 * factor, 14)
  })

  it('lets a noisy descent settle', () => {
    const sgd = getOptimizer('sgd')
    const gradient = (w: Float64Array, step: number) => [w[0] + (step % 2 === 0 ? 3 : -3)]
    const end = (id: string) => {
      const rate = (done: number) => scheduledRate(getSchedule(id), 0.5, done, total)
      return Math.abs(descentPath(sgd, { start: [4], steps: total, gradient, rate })[total][0])
    }
    expect(end('constant')).toBeGreaterThan(0.5)
    expect(end('cosine')).toBeLessThan(0.01)
  })
})
