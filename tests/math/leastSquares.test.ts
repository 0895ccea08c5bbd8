import { describe, expect, it } from 'vitest'
import { solveLeastSquares, type Matrix } from '../../src/math/leastSquares.ts'
import { legendreAt, legendreSum } from '../../src/math/legendre.ts'
import { makeRng } from '../../src/math/rng.ts'

const rng = makeRng(3, 'least squares')
const draw = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: Float64Array.from({ length: rows * columns }, () => rng.normal()),
})
const times = ({ rows, columns, values }: Matrix, x: ArrayLike<number>): number[] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => values[i * columns + j] * x[j]).reduce((a, b) => a + b, 0),
  )
/** Aᵀ v. */
const turned = ({ rows, columns, values }: Matrix, v: ArrayLike<number>): number[] =>
  Array.from({ length: columns }, (_, j) =>
    Array.from({ length: rows }, (_, i) => values[i * columns + j] * v[i]).reduce((a, b) => a + b, 0),
  )

describe('least squares', () => {
  it('leaves a rest at right angles to every column', () => {
    const a = draw(12, 5)
    const b = Array.from({ length: 12 }, () => rng.normal())
    const x = solveLeastSquares(a, b)
    const rest = times(a, x).map((value, i) => value - b[i])
    for (const along of turned(a, rest)) expect(along).toBeCloseTo(0, 12)
  })

  it('with more columns than rows: exact, and the shortest, which is a combination of the rows', () => {
    const a = draw(4, 9)
    const b = [1, -2, 0.5, 3]
    const x = solveLeastSquares(a, b)
    times(a, x).forEach((value, i) => expect(value).toBeCloseTo(b[i], 12))
    // x is a combination of the rows: fitting it by them leaves nothing.
    const rows: Matrix = { rows: 9, columns: 4, values: new Float64Array(36) }
    for (let i = 0; i < 4; i++) for (let j = 0; j < 9; j++) rows.values[j * 4 + i] = a.values[i * 9 + j]
    const back = times(rows, solveLeastSquares(rows, x))
    back.forEach((value, j) => expect(value).toBeCloseTo(x[j], 12))
  })

  it('a square system is solved', () => {
    const a = draw(6, 6)
    const wanted = Array.from({ length: 6 }, () => rng.normal())
    solveLeastSquares(a, times(a, wanted)).forEach((value, j) => expect(value).toBeCloseTo(wanted[j], 10))
  })

  it('a ridge: (AᵀA + λ) x = Aᵀ b, whatever the shape', () => {
    for (const [rows, columns] of [
      [10, 4],
      [4, 10],
    ]) {
      const a = draw(rows, columns)
      const b = Array.from({ length: rows }, () => rng.normal())
      const x = solveLeastSquares(a, b, 0.3)
      const left = turned(a, times(a, x)).map((value, j) => value + 0.3 * x[j])
      turned(a, b).forEach((value, j) => expect(left[j]).toBeCloseTo(value, 12))
    }
  })

  it('columns of nothing, and twice the same column, get finite numbers', () => {
    const a: Matrix = { rows: 3, columns: 3, values: Float64Array.of(1, 1, 0, 2, 2, 0, 3, 3, 0) }
    const x = solveLeastSquares(a, [1, 2, 3])
    expect(x.every(Number.isFinite)).toBe(true)
    times(a, x).forEach((value, i) => expect(value).toBeCloseTo(i + 1, 12))
  })
})

describe('Legendre polynomials', () => {
  it('are 1 at 1, ±1 at −1, and known in between', () => {
    expect([...legendreAt(1, 12)]).toEqual(Array.from({ length: 13 }, () => 1))
    legendreAt(-1, 12).forEach((value, k) => expect(value).toBe(k % 2 === 0 ? 1 : -1))
    const x = 0.3
    expect(legendreAt(x, 3)[2]).toBeCloseTo((3 * x ** 2 - 1) / 2, 14)
    expect(legendreAt(x, 3)[3]).toBeCloseTo((5 * x ** 3 - 3 * x) / 2, 14)
    expect(legendreSum([1, 2, 3], x)).toBeCloseTo(1 + 2 * x + (3 * (3 * x ** 2 - 1)) / 2, 14)
  })
})
