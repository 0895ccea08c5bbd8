import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBytes, massOf, sampleImage, toBytes } from '../../src/math/image.ts'
import { changeImage, drawChanges, type Change } from '../../src/math/imageTransform.ts'
import { getImageTransform, imageTransforms } from '../../src/math/imageTransforms/index.ts'
import { mirrored } from '../../src/math/imageTransforms/mirror.ts'
import { rotateBy } from '../../src/math/imageTransforms/rotation.ts'
import { scaleBy } from '../../src/math/imageTransforms/scale.ts'
import { shearBy } from '../../src/math/imageTransforms/shear.ts'
import { shiftBy } from '../../src/math/imageTransforms/shift.ts'
import { makeRng } from '../../src/math/rng.ts'
import { standardDeviation } from '../../src/math/statistics.ts'

const SIDE = 28
const MIDDLE = (SIDE - 1) / 2

/** A soft blob that looks different from every side, well inside the image. */
const image = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [x, y] = [(i % SIDE) - MIDDLE, Math.floor(i / SIDE) - MIDDLE]
  const bump = (a: number, b: number, width: number) => Math.exp(-((x - a) ** 2 + (y - b) ** 2) / width)
  return Math.min(1, 0.9 * bump(-2, -3, 8) + 0.5 * bump(3, 2, 5) + 0.3 * bump(-1, 5, 4))
})

function change(...changes: Change[]): Float32Array {
  const into = new Float32Array(SIDE * SIDE)
  changeImage(image, SIDE, changes, into)
  return into
}

const mostApart = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0)

describe('between pixels', () => {
  const square = [1, 2, 3, 4]
  it('the ink is that of the four nearest, by their nearness', () => {
    expect(sampleImage(square, 2, 0, 0)).toBe(1)
    expect(sampleImage(square, 2, 1, 1)).toBe(4)
    expect(sampleImage(square, 2, 0.5, 0.5)).toBe(2.5)
    expect(sampleImage(square, 2, 0.25, 1)).toBe(3.25)
  })
  it('and outside there is paper', () => {
    expect(sampleImage(square, 2, -0.5, 0)).toBe(0.5)
    expect(sampleImage(square, 2, 1.5, 1.5)).toBe(1)
    for (const [x, y] of [
      [-1, 0],
      [2, 0],
      [0, -3],
      [0, 2],
      [NaN, 0],
      [Infinity, 0],
    ] as const)
      expect(sampleImage(square, 2, x, y)).toBe(0)
  })
  it('reads an image that begins later in an array', () => {
    expect(sampleImage([9, 9, 9, ...square], 2, 0.5, 0.5, 3)).toBe(2.5)
  })
})

it('bytes and shares of ink are the same to half a step', () => {
  expect(mostApart(fromBytes(toBytes(image)), image)).toBeLessThanOrEqual(0.5 / 255 + 1e-7)
  expect([...toBytes([-1, 0, 0.5, 1, 7])]).toEqual([0, 0, 128, 255, 255])
})

describe('moves', () => {
  it('nothing, where there is nothing to do', () => {
    expect([...change()]).toEqual([...image])
    for (const still of [shiftBy(0, 0), rotateBy(0), scaleBy(1), shearBy(0)])
      expect(mostApart(change(still), image)).toBeLessThan(1e-6)
  })
  it('ink by whole pixels without altering it', () => {
    const moved = change(shiftBy(3, -2))
    for (let row = 0; row < SIDE - 2; row++)
      for (let column = 3; column < SIDE; column++)
        expect(moved[row * SIDE + column]).toBe(image[(row + 2) * SIDE + column - 3])
  })
  it('its centre to where they say, and keep its mass', () => {
    const before = massOf(image, SIDE)
    const [x, y] = [before.column - MIDDLE, before.row - MIDDLE]
    for (const [move, right, down, area] of [
      [shiftBy(1.3, 2.6), x + 1.3, y + 2.6, 1],
      [rotateBy(Math.PI / 2), -y, x, 1],
      [rotateBy(0.4), x * Math.cos(0.4) - y * Math.sin(0.4), x * Math.sin(0.4) + y * Math.cos(0.4), 1],
      [scaleBy(1.2), 1.2 * x, 1.2 * y, 1.44],
      [shearBy(0.3), x - 0.3 * y, y, 1],
      [mirrored, -x, y, 1],
    ] as const) {
      const after = massOf(change(move), SIDE)
      expect(after.mass / before.mass).toBeCloseTo(area, 2)
      expect(after.column - MIDDLE).toBeCloseTo(right, 1)
      expect(after.row - MIDDLE).toBeCloseTo(down, 1)
    }
  })
  it('are taken back by their opposites, and sampled once', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (s, a) => {
          for (const back of [
            [shiftBy(s, -s), shiftBy(-s, s)],
            [rotateBy(a), rotateBy(-a)],
            [scaleBy(Math.exp(a)), scaleBy(Math.exp(-a))],
            [shearBy(a), shearBy(-a)],
            [mirrored, mirrored],
          ])
            expect(mostApart(change(...back), image)).toBeLessThan(1e-5)
        },
      ),
      { numRuns: 20 },
    )
  })
  it('follow one another in their order', () => {
    const turnedThenMoved = massOf(change(rotateBy(Math.PI / 2), shiftBy(4, 0)), SIDE)
    const { column, row } = massOf(image, SIDE)
    expect(turnedThenMoved.column - MIDDLE).toBeCloseTo(4 - (row - MIDDLE), 1)
    expect(turnedThenMoved.row - MIDDLE).toBeCloseTo(column - MIDDLE, 1)
  })
})

describe.each([...imageTransforms.values()].map((transform) => [transform.id, transform] as const))(
  '%s',
  (id, transform) => {
    const { amount } = transform
    const draw = (seed: number, size: number) =>
      change(...drawChanges([{ transform, amount: size }], makeRng(seed), SIDE))

    it('is the same for the same seed, and another for another', () => {
      expect([...draw(1, amount.default)]).toEqual([...draw(1, amount.default)])
      const different = new Set(Array.from({ length: 8 }, (_, seed) => draw(seed, amount.default).join()))
      expect(different.size).toBeGreaterThanOrEqual(id === 'mirror' ? 2 : 7)
    })
    it('leaves everything as it is at amount 0', () => {
      for (let seed = 0; seed < 5; seed++) expect(mostApart(draw(seed, 0), image)).toBeLessThan(1e-6)
    })
    it('goes farther with a larger amount, and stays between paper and ink', () => {
      const change = (size: number): number => {
        let sum = 0
        for (let seed = 0; seed < 20; seed++) {
          const changed = draw(seed, size)
          expect(Math.min(...changed)).toBeGreaterThanOrEqual(0)
          expect(Math.max(...changed)).toBeLessThanOrEqual(1)
          sum += changed.reduce((total, ink, i) => total + (ink - image[i]) ** 2, 0)
        }
        return sum
      }
      expect(change(amount.default)).toBeGreaterThan(change(amount.default / 3))
      expect(amount.default).toBeGreaterThan(amount.min)
      expect(amount.default).toBeLessThan(amount.max)
    })
  },
)

describe('elastic distortion', () => {
  const field = (seed: number) => {
    const [drawn] = drawChanges(
      [{ transform: getImageTransform('elastic'), amount: 1.5 }],
      makeRng(seed),
      SIDE,
    )
    if (drawn?.kind !== 'move') throw new Error('Elastic distortion moves.')
    return Array.from({ length: SIDE * SIDE }, (_, i) => {
      const at = Float64Array.of((i % SIDE) - MIDDLE, Math.floor(i / SIDE) - MIDDLE)
      const [x, y] = at
      drawn.from(at)
      return [at[0] - x, at[1] - y] as const
    })
  }
  it('moves pixels by the root mean square it says, both ways alike', () => {
    const moves = Array.from({ length: 40 }, (_, seed) => field(seed)).flat()
    for (const axis of [0, 1] as const)
      expect(standardDeviation(moves.map((move) => move[axis]))).toBeCloseTo(1.5, 0)
  })
  it('moves neighbours almost alike', () => {
    const moves = field(3).map(([x]) => x)
    const steps = moves
      .slice(1)
      .map((x, i) => x - (moves[i] ?? NaN))
      .filter((_, i) => (i + 1) % SIDE !== 0)
    expect(standardDeviation(steps)).toBeLessThan(0.3 * standardDeviation(moves))
  })
})

describe('cutting out', () => {
  it('clears a square and nothing else', () => {
    const white = new Float32Array(SIDE * SIDE).fill(1)
    for (let seed = 0; seed < 20; seed++) {
      const into = new Float32Array(SIDE * SIDE)
      changeImage(
        white,
        SIDE,
        drawChanges([{ transform: getImageTransform('cutout'), amount: 8 }], makeRng(seed), SIDE),
        into,
      )
      const cleared = [...into.keys()].filter((i) => into[i] === 0)
      const columns = cleared.map((i) => i % SIDE)
      const rows = cleared.map((i) => Math.floor(i / SIDE))
      const [across, down] = [columns, rows].map((list) => Math.max(...list) - Math.min(...list) + 1)
      expect(cleared.length).toBe((across ?? 0) * (down ?? 0))
      expect(Math.max(across ?? 0, down ?? 0)).toBeLessThanOrEqual(8)
      expect(Math.min(across ?? 0, down ?? 0)).toBeGreaterThanOrEqual(4)
    }
  })
})
