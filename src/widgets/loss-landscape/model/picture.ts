import type { Rng } from '../../../math/rng.ts'
import { dot, pathPlane, project, randomPlane, type Plane } from './directions.ts'

export interface Picture {
  readonly grid: Float32Array
  readonly cells: number
  readonly reach: readonly [number, number]
  readonly x: Float32Array
  readonly y: Float32Array
  readonly shares: readonly [number, number]
}

/** How far a random plane is shown: every unit's weights change by up to their own length. */
const RANDOM_REACH = 1
/** Before there is a path, a plane of it is shown this far. */
const LEAST_REACH = 0.5
/** The grid's floor and ceiling: outside them a loss says nothing on a logarithmic map. */
const FLOOR = 1e-6
const CEILING = 1e6

/**
 * The loss on a plane through the present weights, and the path so far projected onto it. In the path's own plane the frame
 * holds all of the path; in a random plane it is always the same size, and most of the path lies outside the plane.
 */
export function drawPicture(options: {
  readonly kind: 'trajectory' | 'random'
  readonly rng: Rng
  readonly weights: Float64Array
  readonly path: readonly ArrayLike<number>[]
  readonly sizes: readonly number[]
  readonly loss: (weights: ArrayLike<number>) => number
  readonly cells: number
}): Picture {
  const { kind, rng, weights, path, sizes, loss, cells } = options
  const found = kind === 'trajectory' && path.length > 2 ? pathPlane(path, weights) : undefined
  const drawn = randomPlane(rng, weights, sizes)
  const plane: Plane = found && found.shares[1] > 0 ? found : drawn
  const points = path.map((point) =>
    project(
      plane,
      weights.map((weight, i) => point[i] - weight),
    ),
  )
  const spread = (axis: 0 | 1): number =>
    points.reduce((most, point) => Math.max(most, Math.abs(point[axis])), 0)
  const reach: readonly [number, number] =
    plane === drawn
      ? [RANDOM_REACH, RANDOM_REACH]
      : [Math.max(LEAST_REACH, 1.25 * spread(0)), Math.max(LEAST_REACH, 1.25 * spread(1), 0.4 * spread(0))]

  const grid = new Float32Array(cells * cells)
  const at = new Float64Array(weights.length)
  for (let row = 0; row < cells; row++) {
    const b = reach[1] * (1 - (2 * row + 1) / cells)
    for (let column = 0; column < cells; column++) {
      const a = reach[0] * ((2 * column + 1) / cells - 1)
      for (let i = 0; i < at.length; i++) at[i] = weights[i] + a * plane.u[i] + b * plane.v[i]
      const value = loss(at)
      grid[row * cells + column] = Math.log10(
        Math.min(CEILING, Math.max(FLOOR, Number.isNaN(value) ? CEILING : value)),
      )
    }
  }
  return {
    grid,
    cells,
    reach,
    x: Float32Array.from(points, ([a]) => a),
    y: Float32Array.from(points, ([, b]) => b),
    shares: found && plane === found ? found.shares : sharesOf(plane, path, weights),
  }
}

/** How much of the path's squared extent lies along two random directions. */
function sharesOf(
  { u, v }: Plane,
  path: readonly ArrayLike<number>[],
  end: Float64Array,
): readonly [number, number] {
  let total = 0
  let alongU = 0
  let alongV = 0
  for (const point of path) {
    const moved = end.map((weight, i) => point[i] - weight)
    total += dot(moved, moved)
    alongU += dot(moved, u) ** 2 / (dot(u, u) || 1)
    alongV += dot(moved, v) ** 2 / (dot(v, v) || 1)
  }
  return total > 0 ? [alongU / total, alongV / total] : [0, 0]
}
