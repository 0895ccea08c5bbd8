import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descentPath } from '../../src/math/descent.ts'
import { symmetricEigen } from '../../src/math/eigen.ts'
import { numericalDerivative, numericalGradient } from '../../src/math/finiteDifference.ts'
import type { Landscape } from '../../src/math/landscape.ts'
import { makeTerrain } from '../../src/math/landscape.ts'
import { getLandscape, landscapes } from '../../src/math/landscapes/index.ts'
import { suitableRate } from '../../src/math/optimizer.ts'
import { getOptimizer, optimizers } from '../../src/math/optimizers/index.ts'
import { fillIn } from '../../src/math/parameter.ts'

const FINITE_DIFFERENCE = 1e-7 // relative where the gradient is above 1

const all = [...landscapes.values()]
const within = ([from, to]: readonly [number, number]) => fc.double({ min: from, max: to, noNaN: true })

/** Parameters at their defaults and at both ends of each range. */
function settings({ parameters }: Landscape) {
  const ends = Object.entries(parameters).flatMap(([name, { min, max }]) => [
    { [name]: min },
    { [name]: max },
  ])
  return [{}, ...ends]
}

/** Second derivatives at a point, as differences of the gradient. */
function curvatures(landscape: Landscape, [x, y]: readonly [number, number], p: Record<string, number>) {
  const along = (axis: 0 | 1, direction: 0 | 1) =>
    direction === 0
      ? numericalDerivative((at) => landscape.gradient(at, y, p)[axis], x)
      : numericalDerivative((at) => landscape.gradient(x, at, p)[axis], y)
  return symmetricEigen([along(0, 0), along(0, 1), along(1, 0), along(1, 1)]).values
}

describe.each(all)('$id', (landscape) => {
  const { window } = landscape

  it.each(settings(landscape))('has the gradient it says with %o', (given) => {
    const { value, gradient } = makeTerrain(landscape, given)
    fc.assert(
      fc.property(within(window.x), within(window.y), (x, y) => {
        const exact = gradient([x, y])
        const scale = Math.max(1, value([x, y]), Math.abs(exact[0]), Math.abs(exact[1]))
        const numerical = numericalGradient(value, [x, y])
        for (const axis of [0, 1]) {
          expect(Math.abs(exact[axis] - numerical[axis]) / scale).toBeLessThan(FINITE_DIFFERENCE)
        }
      }),
    )
  })

  it.each(settings(landscape))('is flat where it says, in the way it says, with %o', (given) => {
    const p = fillIn(landscape.parameters, given)
    const { value } = makeTerrain(landscape, given)
    const points = landscape.stationary(p)
    const lowest = Math.min(...points.map(({ at }) => value(at)))
    for (const { at, kind } of points) {
      expect(Math.hypot(...landscape.gradient(at[0], at[1], p)), String(at)).toBeLessThan(1e-12)
      const [large, small] = curvatures(landscape, at, p)
      if (kind === 'saddle') expect(large > 1e-3 && small < -1e-3).toBe(true)
      else if (kind === 'maximum') expect(large).toBeLessThan(0)
      else expect(landscape.dimension === 1 ? large : small).toBeGreaterThan(0)
      if (kind === 'lowest') expect(value(at) - lowest).toBeLessThan(1e-12)
      if (kind === 'minimum') expect(value(at) - lowest).toBeGreaterThan(1e-3)
    }
  })

  it('starts and ends inside the window', () => {
    const points = landscape.stationary(fillIn(landscape.parameters)).map(({ at }) => at)
    for (const [x, y] of [landscape.start, ...points]) {
      expect(x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1]).toBe(true)
    }
  })

  it.each([...optimizers.keys()])('is descended by %s at the rate it suggests', (id) => {
    const terrain = makeTerrain(landscape)
    const path = descentPath(getOptimizer(id), {
      start: landscape.start,
      steps: 1000,
      rate: suitableRate(getOptimizer(id), landscape),
      gradient: terrain.seen,
    })
    const heights = path.map(terrain.value)
    const lowest = Math.min(
      ...landscape
        .stationary(fillIn(landscape.parameters))
        .filter(({ kind }) => kind === 'lowest' || kind === 'minimum')
        .map(({ at }) => Math.abs(terrain.value(at) - heights[1000])),
    )
    expect(lowest / (Math.max(...heights) - Math.min(...heights))).toBeLessThan(0.05)
    for (const [x, y] of path) {
      expect(x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1]).toBe(true)
    }
  })
})

describe('the parabola', () => {
  it('is descended below the rate 2/a, and left above it', () => {
    const end = (rate: number, curvature: number) => {
      const gradient = makeTerrain(getLandscape('parabola'), { curvature }).gradient
      return Math.abs(descentPath(getOptimizer('sgd'), { start: [1, 0], steps: 300, rate, gradient })[300][0])
    }
    for (const curvature of [0.5, 1, 4]) {
      expect(end(1.95 / curvature, curvature)).toBeLessThan(1e-3)
      expect(end(2.05 / curvature, curvature)).toBeGreaterThan(1e3)
    }
  })
})

describe('noise', () => {
  const bowl = getLandscape('noisy-bowl')

  it('depends on the step and the seed alone', () => {
    const first = makeTerrain(bowl, {}, 3)
    const noise = (terrain: typeof first, at: number[], step: number) =>
      [...terrain.seen(at, step)].map((slope, axis) => slope - terrain.gradient(at)[axis])
    first.seen([1, 1], 9)
    const expected = noise(makeTerrain(bowl, {}, 3), [0, 0], 5)
    noise(first, [2, -1], 5).forEach((value, axis) => expect(value).toBeCloseTo(expected[axis], 12))
    expect(noise(first, [0, 0], 6)).not.toEqual(expected)
    expect(noise(makeTerrain(bowl, {}, 4), [0, 0], 5)).not.toEqual(expected)
    expect(noise(makeTerrain(bowl, { noise: 0 }, 3), [1, 2], 5)).toEqual([0, 0])
  })

  it('has the size it says', () => {
    const terrain = makeTerrain(bowl, { noise: 2 })
    const steps = 20_000
    let squares = 0
    for (let step = 0; step < steps; step++)
      squares += terrain.seen([0, 0], step).reduce((s, g) => s + g * g, 0)
    expect(squares / (2 * steps)).toBeCloseTo(4, 0)
    expect(Math.abs(squares / (2 * steps) - 4)).toBeLessThan(0.12)
  })
})
