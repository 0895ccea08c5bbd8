import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLogTicks, chooseTicks, formatDecade, formatTicks } from '../../src/charts/ticks.ts'

const bound = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('chooseTicks', () => {
  test('gives round values', () => {
    expect(chooseTicks([0, 2000])).toEqual([0, 500, 1000, 1500, 2000])
    expect(chooseTicks([-0.5, 4.4])).toEqual([0, 1, 2, 3, 4])
    expect(chooseTicks([-1.72, 2])).toEqual([-1, 0, 1, 2])
  })

  test('at most five, at least two, inside, ascending', () => {
    fc.assert(
      fc.property(bound, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (low, span) => {
        fc.pre(low + span > low && span > Math.abs(low) * 1e-9)
        const values = chooseTicks([low, low + span])
        expect(values.length).toBeGreaterThanOrEqual(2)
        expect(values.length).toBeLessThanOrEqual(5)
        values.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(low + span)
          if (index > 0) expect(value).toBeGreaterThan(values[index - 1])
        })
      }),
    )
  })

  test('a domain of one value has one tick, nonsense has none', () => {
    expect(chooseTicks([3, 3])).toEqual([3])
    expect(chooseTicks([Number.NaN, 1])).toEqual([])
  })
})

describe('chooseLogTicks', () => {
  test('gives decades, thinned, with 1 among them', () => {
    expect(chooseLogTicks([1e-4, 0.1])).toEqual([1e-4, 1e-3, 1e-2, 0.1])
    expect(chooseLogTicks([1e-8, 1e2])).toEqual([1e-6, 1e-3, 1])
    expect(chooseLogTicks([0.8, 40])).toEqual([1, 10])
  })

  test('goes finer inside a decade', () => {
    expect(chooseLogTicks([1.5, 8])).toEqual([2, 5])
  })

  test('at most five, inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 8, noNaN: true }),
        fc.double({ min: 0.05, max: 14, noNaN: true }),
        (low, decades) => {
          const domain = [10 ** low, 10 ** (low + decades)] as const
          const values = chooseLogTicks(domain)
          expect(values.length).toBeGreaterThanOrEqual(1)
          expect(values.length).toBeLessThanOrEqual(6)
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(domain[0] * 0.999999)
            expect(value).toBeLessThanOrEqual(domain[1] * 1.000001)
          }
        },
      ),
    )
  })
})

describe('formatTicks', () => {
  test.each([
    [[0, 0.5, 1], false, ['0', '0.5', '1.0']],
    [[-1, 0, 1], false, ['−1', '0', '1']],
    [[0, 1000, 2000], false, ['0', '1\u2009000', '2\u2009000']],
    [[1e-2, 0.1, 1], true, ['0.01', '0.1', '1']],
    [[1e-4, 1e-2, 1], true, ['10⁻⁴', '10⁻²', '1']],
    [[2, 5], true, ['2', '5']],
    [[0, 1e-5, 2e-5], false, ['0', '10⁻⁵', '2 × 10⁻⁵']],
  ])('%j', (values, log, texts) => {
    expect(formatTicks(values, log)).toEqual(texts)
  })

  test('no two ticks look alike', () => {
    fc.assert(
      fc.property(bound, fc.double({ min: 1e-4, max: 1e9, noNaN: true }), (low, span) => {
        fc.pre(span > Math.abs(low) * 1e-3)
        const texts = formatTicks(chooseTicks([low, low + span]), false)
        expect(new Set(texts).size).toBe(texts.length)
      }),
    )
  })
})

test('formatDecade', () => {
  expect([0.001, 1, 10, 100].map(formatDecade)).toEqual(['10⁻³', '1', '10', '10²'])
})
