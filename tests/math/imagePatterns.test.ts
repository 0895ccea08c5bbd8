import { describe, expect, test } from 'vitest'
import { convolve } from '../../src/math/convolution.ts'
import { formatTenths, makePattern, parseTenths, PATTERNS } from '../../src/math/imagePatterns.ts'
import { KERNELS, namedKernels } from '../../src/math/kernels.ts'

describe.each(PATTERNS)('%s', (id) => {
  test.each([
    [12, 1],
    [28, 1],
    [12, 3],
  ] as const)('on %i × %i cells: tenths between 0 and 1, and something to see', (side, channels) => {
    const { values } = makePattern(id, side, channels)
    const numbers = Array.from(values)
    expect(numbers).toHaveLength(side * side * channels)
    for (const value of numbers) expect(Math.abs(value * 10 - Math.round(value * 10))).toBeLessThan(1e-9)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(1)
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(0.5)
    expect(parseTenths(formatTenths(values), numbers.length)).toEqual(Float64Array.from(values))
  })
})

test('what is no drawing is refused', () => {
  for (const text of ['', '01', '0123x', '01234', '012 3']) expect(parseTenths(text, 4)).toBeUndefined()
  expect(parseTenths('09aA', 4)).toEqual(Float64Array.of(0, 0.9, 1, 1))
})

describe('named kernels', () => {
  const sum = (rows: readonly (readonly number[])[]) => rows.flat().reduce((total, w) => total + w, 0)
  test.each(KERNELS)('%s: 3 × 3 and 5 × 5', (id) => {
    const { small, large } = namedKernels[id]
    expect([small.length, ...small.map((row) => row.length)]).toEqual([3, 3, 3, 3])
    expect([large.length, ...large.map((row) => row.length)]).toEqual([5, 5, 5, 5, 5, 5])
    // Blurs, sharpening and embossing keep an even surface as it is; what looks for edges makes it 0.
    const level = ['sobel-x', 'sobel-y', 'laplacian', 'edge'].includes(id) ? 0 : 1
    expect(sum(small)).toBeCloseTo(level, 2)
    expect(sum(large)).toBeCloseTo(level, 1)
  })

  test('Sobel answers to the edge it is made for, and to no other', () => {
    const stripes = makePattern('stripes', 12, 1)
    const slide = { stride: 1, padding: 'valid', dilation: 1 } as const
    const most = (id: 'sobel-x' | 'sobel-y'): number => {
      const kernel = { height: 3, width: 3, channels: 1, values: namedKernels[id].small.flat() }
      return Math.max(...Array.from(convolve(stripes, kernel, slide).values, Math.abs))
    }
    expect(most('sobel-x')).toBeCloseTo(4, 12)
    expect(most('sobel-y')).toBeCloseTo(0, 12)
  })
})
