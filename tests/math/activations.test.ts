import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asFunctions, constants } from '../../src/math/activation.ts'
import { activations, getActivation } from '../../src/math/activations/index.ts'
import { numbers } from '../../src/math/algebra.ts'
import { numericalDerivative, numericalGradient } from '../../src/math/finiteDifference.ts'
import { fillIn } from '../../src/math/parameter.ts'
import type { Values } from '../../src/math/parameter.ts'
import { logSoftmax, logSoftmaxJacobian, softmax, softmaxJacobian } from '../../src/math/softmax.ts'

const FINITE_DIFFERENCE = 1e-8 // relative where the derivative is above 1

const all = [...activations.values()]
const grid = Array.from({ length: 401 }, (_, index) => (index - 200) / 20 + 0.0137)

/** Default parameters, and each one at both ends of its range. */
function settings(id: string): Partial<Values>[] {
  const parameters = Object.entries(getActivation(id).parameters)
  return [{}, ...parameters.flatMap(([name, { min, max }]) => [{ [name]: min }, { [name]: max }])]
}

describe('the registry', () => {
  it('knows what the chapter needs, and names it when asked for something else', () => {
    const needed =
      'linear step sigmoid tanh relu leaky-relu prelu elu selu gelu silu softplus softsign'.split(' ')
    expect([...activations.keys()]).toEqual(expect.arrayContaining(needed))
    expect(() => getActivation('rleu')).toThrow(/no activation "rleu".*leaky-relu/)
  })

  it('turns parameters into elements of the algebra', () => {
    expect(constants(numbers, getActivation('prelu'))).toEqual({ alpha: 0.25 })
    expect(constants(numbers, getActivation('prelu'), { alpha: 0.5, other: 3 })).toEqual({ alpha: 0.5 })
  })
})

describe.each(all)('$id', ({ id, parameters, kinks, saturates, monotone, labels }) => {
  it.each(settings(id))('has the slope it says with %o', (given) => {
    const { value, derivative } = asFunctions(getActivation(id), given)
    const corners = kinks(fillIn(parameters, given))
    const smooth = grid.filter((x) => corners.every((corner) => Math.abs(x - corner) > 1e-3))
    for (const x of smooth) {
      const exact = derivative(x)
      const error = Math.abs(exact - numericalDerivative(value, x)) / Math.max(1, Math.abs(exact))
      expect(error, `at ${x}`).toBeLessThan(FINITE_DIFFERENCE)
    }
  })

  it('is kinked exactly where it says', () => {
    const { derivative, value } = asFunctions(getActivation(id))
    const corners = kinks(fillIn(parameters))
    const apart = (f: (x: number) => number, x: number) => Math.abs(f(x + 1e-7) - f(x - 1e-7))
    const jumps = (x: number) => apart(derivative, x) > 1e-3 || apart(value, x) > 1e-3
    for (const x of [-6, -3, -2.5, 0, 2.5, 3, 6]) {
      const expected = corners.some((corner) => Math.abs(corner - x) < 1e-9)
      expect(jumps(x), `at ${x}`).toBe(expected)
    }
  })

  it('saturates and grows as it says, and stays finite far out', () => {
    const { value, derivative } = asFunctions(getActivation(id))
    expect(Math.abs(derivative(-300)) < 1e-4).toBe(saturates.left)
    expect(Math.abs(derivative(300)) < 1e-4).toBe(saturates.right)
    expect(grid.every((x) => value(x + 0.05) >= value(x))).toBe(monotone)
    for (const x of [-1e4, -710, -80, 80, 710, 1e4]) {
      expect(Number.isFinite(value(x)) && Number.isFinite(derivative(x)), `at ${x}`).toBe(true)
    }
  })

  it('is named in both languages', () => {
    expect(labels.en && labels.zh).toBeTruthy()
  })
})

describe('float64 arithmetic', () => {
  it.each([
    [0, 0],
    [1e-300, 1.1283791670955126e-300],
    [1e-9, 1.1283791670955127e-9],
    [0.5, 0.5204998778130465],
    [1.25, 0.9229001282564583],
    [1.96875, 0.9946345516338942],
    [2.03125, 0.995929182294753],
    [3, 0.9999779095030014],
    [4, 0.9999999845827421],
    [6, 1],
  ])('erf(%d) is right to the last digits', (x, exact) => {
    expect(Math.abs(numbers.erf(x) - exact)).toBeLessThanOrEqual(4e-16 * exact)
    expect(numbers.erf(-x)).toBe(-numbers.erf(x))
  })

  it('keeps sigmoid and softplus exact far out', () => {
    for (const x of [30, 80, 700]) {
      expect(numbers.softplus(x)).toBe(x + Math.exp(-x))
      expect(numbers.softplus(-x) / Math.exp(-x)).toBeCloseTo(1, 12)
      expect(numbers.sigmoid(-x) / Math.exp(-x)).toBeCloseTo(1, 12)
      expect(numbers.sigmoid(x)).toBeCloseTo(1, 12)
    }
    expect(numbers.sigmoid(-1e4)).toBe(0)
    expect(numbers.erf(NaN)).toBeNaN()
  })
})

describe('softmax', () => {
  const rows = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 6 })
  const temperatures = fc.double({ min: 0.5, max: 5, noNaN: true })

  it('sums to 1 and ignores a common shift', () => {
    fc.assert(
      fc.property(rows, temperatures, fc.integer({ min: -900, max: 900 }), (row, temperature, shift) => {
        const plain = softmax(row, temperature)
        const shifted = softmax(
          row.map((value) => value + shift),
          temperature,
        )
        expect(plain.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12)
        for (let i = 0; i < row.length; i++) expect(shifted[i]).toBeCloseTo(plain[i], 10)
      }),
    )
  })

  it('has the Jacobians it says', () => {
    fc.assert(
      fc.property(rows, temperatures, (row, temperature) => {
        for (const [f, jacobian] of [
          [softmax, softmaxJacobian],
          [logSoftmax, logSoftmaxJacobian],
        ] as const) {
          const exact = jacobian(row, temperature)
          for (let i = 0; i < row.length; i++) {
            const slopes = numericalGradient((x) => f(x, temperature)[i], row)
            for (let j = 0; j < row.length; j++) {
              expect(Math.abs(exact[i * row.length + j] - slopes[j])).toBeLessThan(1e-7)
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('refuses a temperature that is not above 0', () => {
    for (const wrong of [0, -1, NaN]) expect(() => softmax([1, 2], wrong)).toThrow(RangeError)
  })
})
