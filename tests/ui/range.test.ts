import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber } from '../../src/i18n/number.ts'
import {
  formatValue,
  moveBy,
  type Range,
  rangeTicks,
  shareOf,
  snap,
  stepOf,
  valueAfterKey,
  valueAt,
} from '../../src/ui/range.ts'
import { readTyped } from '../../src/ui/ScrubNumber.tsx'

const rate: Range = { min: 1e-4, max: 0.1, scale: 'log' }
const momentum: Range = { min: 0, max: 1 }
const units: Range = { min: 1, max: 16, integer: true }
const ranges: fc.Arbitrary<Range> = fc.oneof(
  fc
    .record({
      min: fc.double({ min: -100, max: 100, noNaN: true }),
      span: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    })
    .map(({ min, span }) => ({ min, max: min + span })),
  fc
    .record({
      low: fc.double({ min: -8, max: 2, noNaN: true }),
      decades: fc.double({ min: 0.5, max: 8, noNaN: true }),
    })
    .map(({ low, decades }) => ({ min: 10 ** low, max: 10 ** (low + decades), scale: 'log' as const })),
  fc
    .record({ min: fc.integer({ min: -50, max: 50 }), span: fc.integer({ min: 1, max: 500 }) })
    .map(({ min, span }) => ({ min, max: min + span, integer: true })),
  fc
    .record({ low: fc.integer({ min: 1, max: 20 }), factor: fc.integer({ min: 2, max: 100 }) })
    .map(({ low, factor }) => ({ min: low, max: low * factor, scale: 'log' as const, integer: true })),
)

describe('positions', () => {
  test('a log slider spends the same length on each decade', () => {
    expect(shareOf(1e-3, rate)).toBeCloseTo(1 / 3)
    expect(valueAt(2 / 3, rate)).toBeCloseTo(0.01)
  })

  test('values are round', () => {
    expect(valueAt(0.401, rate)).toBe(0.0016)
    expect(valueAt(0.333, momentum)).toBe(0.33)
    expect(valueAt(0.333, units)).toBe(6)
  })

  test('there and back is close, always inside, in the same order', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (range, a, b) => {
          const [low, high] = [valueAt(Math.min(a, b), range), valueAt(Math.max(a, b), range)]
          expect(low).toBeLessThanOrEqual(high)
          for (const value of [low, high]) {
            expect(value).toBeGreaterThanOrEqual(range.min)
            expect(value).toBeLessThanOrEqual(range.max)
            if (range.integer) expect(Number.isInteger(value)).toBe(true)
          }
          if (!range.integer) expect(Math.abs(shareOf(valueAt(a, range), range) - a)).toBeLessThan(0.11)
        },
      ),
    )
  })

  test('a value beyond the ends stands at the end; nonsense at the start', () => {
    expect(shareOf(99, momentum)).toBe(1)
    expect(shareOf(-99, rate)).toBe(0)
    expect(shareOf(Number.NaN, momentum)).toBe(0)
  })
})

describe('keys', () => {
  test('arrows move by a step, pages by ten, home and end to the limits', () => {
    expect(valueAfterKey('ArrowRight', 0.5, momentum)).toBe(0.51)
    expect(valueAfterKey('ArrowDown', 0.5, momentum)).toBe(0.49)
    expect(valueAfterKey('PageUp', 0.5, momentum)).toBe(0.6)
    expect(valueAfterKey('Home', 0.5, momentum)).toBe(0)
    expect(valueAfterKey('End', 0.5, rate)).toBe(0.1)
    expect(valueAfterKey('ArrowUp', 6, units)).toBe(7)
    expect(valueAfterKey('x', 6, units)).toBeNull()
  })

  test('no value is a trap: a step always changes it, until the end', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(1, -1),
        (range, share, direction) => {
          const value = valueAt(share, range)
          const next = moveBy(value, direction, range)
          expect(next).toBeGreaterThanOrEqual(range.min)
          expect(next).toBeLessThanOrEqual(range.max)
          if (direction > 0 && value < range.max) expect(next).toBeGreaterThan(value)
          if (direction < 0 && value > range.min) expect(next).toBeLessThan(value)
        },
      ),
    )
  })

  test('twenty steps make a decade', () => {
    let value = 0.001
    for (let press = 0; press < 20; press++) value = moveBy(value, 1, rate)
    expect(value).toBeGreaterThan(0.008)
    expect(value).toBeLessThan(0.0125)
  })
})

describe('text', () => {
  test('shows what it is, with steady digits', () => {
    expect(formatValue(0.0016, rate)).toBe('0.0016')
    expect(formatValue(0.03, rate)).toBe('0.030')
    expect(formatValue(0.9, momentum)).toBe('0.90')
    expect(formatValue(6, units)).toBe('6')
    expect(formatValue(0.0125, rate)).toBe('0.0125')
    expect(formatValue(0.123, momentum)).toBe('0.123')
  })

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), (range, share) => {
        const value = snap(valueAt(share, range), range)
        fc.pre(value !== range.min && value !== range.max)
        const read = parseNumber(formatValue(value, range))
        expect(read).not.toBeNull()
        expect(Math.abs(read! - value)).toBeLessThanOrEqual(
          Math.max(1e-3 * Math.abs(value), stepOf(range) * 1e-3),
        )
      }),
    )
  })

  test('ticks are decades, at most six, the first at the left', () => {
    expect(rangeTicks(rate).map(({ text, exponent }) => text + exponent)).toEqual([
      '10⁻⁴',
      '10⁻³',
      '10⁻²',
      '0.1',
    ])
    expect(rangeTicks(momentum).map(({ text }) => text)).toEqual(['0', '0.5', '1'])
    expect(rangeTicks(units).map(({ text }) => text)).toEqual(['1', '16'])
    expect(rangeTicks({ min: 2, max: 60, integer: true }).map(({ text }) => text)).toEqual(['2', '60'])
    expect(rangeTicks({ min: -6, max: 6 }).map(({ text }) => text)).toEqual(['−6', '0', '6'])
    fc.assert(
      fc.property(ranges, (range) => {
        const ticks = rangeTicks(range)
        expect(ticks.length).toBeGreaterThanOrEqual(1)
        expect(ticks.length).toBeLessThanOrEqual(6)
        for (const { share } of ticks) expect(share).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('typing', () => {
  test('nonsense keeps the value and says why, in the reader’s language', () => {
    expect(readTyped('fast', rate, 'en')).toEqual({ value: null, problem: 'That is not a number.' })
    expect(readTyped('快', rate, 'zh')).toEqual({ value: null, problem: '这不是一个数。' })
  })

  test('too much goes to the limit and says so', () => {
    const outcome = readTyped('1e9', rate, 'en')
    expect(outcome.value).toBe(0.1)
    expect(outcome.problem).toContain('0.1')
  })

  test('what was typed is kept as typed', () => {
    expect(readTyped('0.0125', rate, 'en')).toEqual({ value: 0.0125, problem: null })
    expect(readTyped('10^-3', rate, 'en')).toEqual({ value: 1e-3, problem: null })
    expect(readTyped('7.6', units, 'en')).toEqual({ value: 8, problem: null })
  })
})
