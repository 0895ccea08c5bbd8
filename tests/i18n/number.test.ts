import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, formatNumber, parseNumber, splitPower } from '../../src/i18n/number.ts'

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.0016, '0.0016'],
    [-1.5, '−1.5'],
    [2000, '2\u2009000'],
    [1234567, '1\u2009234\u2009567'],
    [0.1 + 0.2, '0.3'],
    [1e-4, '0.0001'],
    [1e-5, '10⁻⁵'],
    [1.6e-5, '1.6 × 10⁻⁵'],
    [-3e12, '−3 × 10¹²'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, '—'],
  ])('%s is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  test('keeps the zeros that were asked for', () => {
    expect(formatNumber(0.9, { digits: 2 })).toBe('0.90')
    expect(formatNumber(0.03, { significant: 2 })).toBe('0.030')
    expect(formatNumber(0.9996, { significant: 3 })).toBe('1.00')
    expect(formatNumber(9.99, { significant: 2 })).toBe('10')
    expect(formatNumber(1.6e-5, { significant: 3 })).toBe('1.60 × 10⁻⁵')
  })

  test('a value too small for its decimals is not shown as zero', () => {
    expect(formatNumber(0.00002, { digits: 3 })).toBe('2 × 10⁻⁵')
    expect(formatNumber(0.0004, { digits: 3 })).toBe('0.000')
  })

  test('says in words that a value is not a number', () => {
    expect(formatNumber(Number.NaN, { nan: 'words' })).toBe('not a number')
    expect(formatNumber(Number.NaN, { nan: 'words', locale: 'zh' })).toBe('不是数')
  })
})

describe('parseNumber', () => {
  test.each([
    ['−0.5', -0.5],
    ['1 000', 1000],
    ['1,000', 1000],
    ['0,5', 0.5],
    ['1e-3', 1e-3],
    ['1E3', 1000],
    ['10^-3', 1e-3],
    ['10⁻³', 1e-3],
    ['-10^2', -100],
    ['1.6 × 10⁻⁴', 1.6e-4],
    ['1.6x10^-4', 1.6e-4],
    ['２．５', 2.5],
    ['－１，０００', -1000],
    ['5%', 0.05],
    ['.5', 0.5],
    ['5.', 5],
    ['∞', Infinity],
    ['−∞', -Infinity],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBeCloseTo(value, 12)
  })

  test.each(['', ' ', 'abc', '1.2.3', '--1', '1e', '0x10', '1,00,0', 'NaN', '10^', '1 of 2', '—'])(
    '%j is no number',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseNumber(text)
        expect(value === null || typeof value === 'number').toBe(true)
      }),
    )
  })

  test('reads back what formatNumber writes', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 })
    fc.assert(
      fc.property(finite, fc.integer({ min: 2, max: 9 }), fc.boolean(), (value, significant, trim) => {
        const read = parseNumber(formatNumber(value, { significant, trim }))
        expect(read).not.toBeNull()
        expect(Math.abs(read! - value)).toBeLessThanOrEqual(
          0.5001 * 10 ** (1 - significant) * Math.abs(value),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('reads back infinities', () => {
    expect(parseNumber(formatNumber(Infinity))).toBe(Infinity)
    expect(parseNumber(formatNumber(-Infinity))).toBe(-Infinity)
  })
})

test('splitPower parts the exponent', () => {
  expect(splitPower('1.6 × 10⁻⁴')).toEqual({ base: '1.6 × 10', exponent: '−4' })
  expect(splitPower('0.5')).toEqual({ base: '0.5', exponent: '' })
})

test.each([
  [1, 0],
  [0.5, 1],
  [0.05, 2],
  [0.001, 3],
])('a step of %s needs %s decimals', (step, decimals) => {
  expect(decimalsOf(step)).toBe(decimals)
})
