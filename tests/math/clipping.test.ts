import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbers } from '../../src/math/algebra.ts'
import { clipByNorm, clipByValue, clipFactor, globalNorm } from '../../src/math/clipping.ts'

const lists = fc.array(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 5 }), {
  maxLength: 4,
})

describe('clipping', () => {
  it('by norm keeps the direction and the limit, and leaves small gradients alone', () => {
    fc.assert(
      fc.property(lists, fc.double({ min: 0.1, max: 100, noNaN: true }), (gradients, limit) => {
        const clipped = clipByNorm(gradients, limit)
        const norm = globalNorm(gradients)
        if (norm <= limit) expect(clipped.map((list) => [...list])).toEqual(gradients)
        else {
          expect(globalNorm(clipped) / limit).toBeCloseTo(1, 12)
          gradients.flat().forEach((value, i) => {
            expect(clipped.flatMap((list) => [...list])[i]).toBeCloseTo((value * limit) / norm, 10)
          })
        }
      }),
    )
  })

  it('measures several arrays as one, without overflow or underflow', () => {
    expect(globalNorm([[3], [0, 4]])).toBe(5)
    expect(globalNorm([[3e200], [4e200]]) / 5e200).toBeCloseTo(1, 14)
    expect(globalNorm([[3e-200], [4e-200]]) / 5e-200).toBeCloseTo(1, 14)
    expect(globalNorm([])).toBe(0)
  })

  it('does not hide what is not finite', () => {
    expect(globalNorm([[1], [NaN, 2]])).toBeNaN()
    expect(globalNorm([[1], [-Infinity, 2]])).toBe(Infinity)
    expect(clipFactor(NaN, 1)).toBe(1)
    expect(clipByNorm([[Infinity, 1]], 1)[0][0]).toBeNaN()
  })

  it('by value cuts each entry off', () => {
    expect([-9, -1, 0.5, 9].map((value) => clipByValue(numbers, value, 2))).toEqual([-2, -1, 0.5, 2])
  })
})
