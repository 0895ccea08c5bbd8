import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionNumber, symmetricEigen } from '../../src/math/eigen.ts'
import { numericalDerivative, numericalGradient } from '../../src/math/finiteDifference.ts'
import * as statistics from '../../src/math/statistics.ts'

const { histogram, linearFit, mean, noStatistics, quantile, standardDeviation, takeIn, variance } = statistics
const value = fc.double({ min: -100, max: 100, noNaN: true })
const lists = fc.array(value, { minLength: 1, maxLength: 30 })

describe('summaries', () => {
  it('are the textbook ones', () => {
    const list = [2, 4, 4, 4, 5, 5, 7, 9]
    expect([mean(list), variance(list), standardDeviation(list)]).toEqual([5, 4, 2])
    expect(variance(list, true)).toBeCloseTo(32 / 7, 14)
    expect(mean([])).toBeNaN()
  })

  it('run: the same as all at once', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const running = list.reduce(takeIn, noStatistics)
        expect(running.count).toBe(list.length)
        expect(running.mean).toBeCloseTo(mean(list), 9)
        expect(running.squares / running.count).toBeCloseTo(variance(list), 7)
      }),
    )
  })

  it('take quantiles linearly between neighbours', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile([4, 1, 3, 2], q))).toEqual([1, 1.75, 2.5, 3.25, 4])
    expect(quantile([1, Infinity], 1)).toBe(Infinity)
    expect(quantile([1, NaN], 0)).toBeNaN()
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('count every value once', () => {
    const values = fc.array(fc.oneof(value, fc.constantFrom(NaN, Infinity, -Infinity, -10, 10)))
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (list, bins) => {
        const { counts, below, above, notFinite } = histogram(list, -10, 10, bins)
        const binned = counts.reduce((sum, count) => sum + count, 0)
        expect(binned).toBe(list.filter((x) => x >= -10 && x <= 10).length)
        expect(notFinite).toBe(list.filter((x) => !Number.isFinite(x)).length)
        expect(binned + below + above + notFinite).toBe(list.length)
      }),
    )
    const { counts, below, above } = histogram([0, 0.5, 1, 1.5, 2, 2.1, -3], 0, 2, 2)
    expect([[...counts], below, above]).toEqual([[2, 3], 1, 1])
    expect(() => histogram([], 1, 1, 3)).toThrow(RangeError)
  })

  it('find the least-squares line', () => {
    const { slope, intercept } = linearFit([0, 1, 2, 3], [1, 3, 2, 6])
    expect(slope).toBeCloseTo(1.4, 14)
    expect(intercept).toBeCloseTo(0.9, 14)
    expect(linearFit([1, 1], [0, 2]).slope).toBeNaN()
  })
})

describe('symmetricEigen', () => {
  it('finds the values of matrices whose values are known', () => {
    expect([...symmetricEigen([2, 1, 1, 2]).values]).toEqual([expect.closeTo(3, 14), expect.closeTo(1, 14)])
    const n = 6 // the second-difference matrix: 2 − 2 cos(kπ / (n + 1))
    const chain = Array.from({ length: n * n }, (_, i) => [2, -1][Math.abs(Math.floor(i / n) - (i % n))] ?? 0)
    symmetricEigen(chain).values.forEach((found, k) => {
      expect(found).toBeCloseTo(2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)), 13)
    })
    expect(symmetricEigen([]).values.length).toBe(0)
    expect(() => symmetricEigen([1, 2, 3])).toThrow(RangeError)
  })

  it('takes any symmetric matrix apart, and gives it back', () => {
    const matrices = fc
      .integer({ min: 1, max: 7 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(value, { minLength: n * n, maxLength: n * n })))
    fc.assert(
      fc.property(matrices, ([n, entries]) => {
        const at = (i: number, j: number) => entries[Math.min(i, j) * n + Math.max(i, j)]
        const matrix = entries.map((_, index) => at(Math.floor(index / n), index % n))
        const { values, vectors } = symmetricEigen(matrix)
        const sum = (f: (k: number) => number) => values.reduce((total, _, k) => total + f(k), 0)
        for (let i = 0; i < n; i++) {
          if (i > 0) expect(values[i]).toBeLessThanOrEqual(values[i - 1])
          for (let j = 0; j < n; j++) {
            const rebuilt = sum((k) => values[k] * vectors[k * n + i] * vectors[k * n + j])
            expect(rebuilt).toBeCloseTo(at(i, j), 9)
            expect(sum((k) => vectors[i * n + k] * vectors[j * n + k])).toBeCloseTo(i === j ? 1 : 0, 12)
          }
        }
      }),
    )
  })
})

describe('conditionNumber', () => {
  it('is the ratio of the singular values', () => {
    expect(conditionNumber(1, 0, 0, 1)).toBe(1)
    expect(conditionNumber(0, -30, 1, 0)).toBeCloseTo(30, 12)
    expect(conditionNumber(1, 2, 2, 4)).toBe(Infinity)
    // A stretch by `long` and `wide` between two turns.
    const size = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(value, value, size, size, (turn, back, long, wide) => {
        const [c, s, k, l] = [Math.cos(turn), Math.sin(turn), Math.cos(back), Math.sin(back)]
        const [p, q, r, t] = [c * long, -s * wide, s * long, c * wide]
        const found = conditionNumber(p * k - q * l, p * l + q * k, r * k - t * l, r * l + t * k)
        expect((found * Math.min(long, wide)) / Math.max(long, wide)).toBeCloseTo(1, 8)
      }),
    )
  })
})

describe('finite differences', () => {
  it('find the slope of functions whose slope is known', () => {
    for (const x of [-30, -1, 0, 0.3, 7]) {
      expect(numericalDerivative(Math.sin, x)).toBeCloseTo(Math.cos(x), 8)
      expect(numericalDerivative((at) => at ** 2, x)).toBeCloseTo(2 * x, 8)
    }
    const slope = numericalGradient(([a, b]) => a * a * b, [3, -2])
    expect(slope[0]).toBeCloseTo(-12, 8)
    expect(slope[1]).toBeCloseTo(9, 8)
  })
})
