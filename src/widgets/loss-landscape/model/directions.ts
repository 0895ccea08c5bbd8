import type { Rng } from '../../../math/rng.ts'
import { spansOf } from './net.ts'

/** Two directions in the space of all weights that span the plane of a picture. */
export interface Plane {
  readonly u: Float64Array
  readonly v: Float64Array
}

/**
 * Two random directions, filter-normalised (Li et al., 2018): each unit's incoming weights are drawn from a normal distribution and
 * scaled to the length of the unit's own; biases stay where they are. Moving by 1 changes every unit by its own size,
 * so that networks of different scale can be compared.
 */
export function randomPlane(rng: Rng, weights: ArrayLike<number>, sizes: readonly number[]): Plane {
  return {
    u: filterNormalised(rng.split('u'), weights, sizes),
    v: filterNormalised(rng.split('v'), weights, sizes),
  }
}

function filterNormalised(rng: Rng, weights: ArrayLike<number>, sizes: readonly number[]): Float64Array {
  const direction = new Float64Array(weights.length)
  for (const { inputs, units, kernel } of spansOf(sizes)) {
    for (let unit = 0; unit < units; unit++) {
      let own = 0
      let drawn = 0
      for (let row = 0; row < inputs; row++) {
        const at = kernel + row * units + unit
        direction[at] = rng.normal()
        own += weights[at] ** 2
        drawn += direction[at] ** 2
      }
      const scale = drawn > 0 ? Math.sqrt(own / drawn) : 0
      for (let row = 0; row < inputs; row++) direction[kernel + row * units + unit] *= scale
    }
  }
  return direction
}

/**
 * The plane in which a path extends most, seen from its end: the two principal directions of the path's points less
 * the last one (Li et al., 2018, section 7), of unit length, found by power iteration on the points' Gram matrix.
 * `shares` says how much of the squared extent each holds.
 */
export function pathPlane(
  path: readonly ArrayLike<number>[],
  end: ArrayLike<number>,
): Plane & { readonly shares: readonly [number, number] } {
  const n = end.length
  const moved = path.map((point) => Float64Array.from({ length: n }, (_, i) => point[i] - end[i]))
  const gram = moved.map((a) => Float64Array.from(moved, (b) => dot(a, b)))
  const total = gram.reduce((sum, row, i) => sum + row[i], 0)
  const first = leading(gram)
  const second = leading(gram, first.vector)
  const direction = ({ vector }: Leading): Float64Array => {
    const out = new Float64Array(n)
    moved.forEach((point, k) => {
      for (let i = 0; i < n; i++) out[i] += vector[k] * point[i]
    })
    const length = Math.sqrt(dot(out, out))
    // The path begins on the positive side, so that the picture does not flip from frame to frame.
    const sign = moved.length > 0 && dot(out, moved[0]) < 0 ? -1 : 1
    return length > 0 ? out.map((x) => (sign * x) / length) : out
  }
  return {
    u: direction(first),
    v: direction(second),
    shares: total > 0 ? [first.value / total, second.value / total] : [0, 0],
  }
}

interface Leading {
  readonly vector: Float64Array
  readonly value: number
}

const ITERATIONS = 60

/** The leading eigenvector of a symmetric matrix, at right angles to `not`. */
function leading(matrix: readonly Float64Array[], not?: Float64Array): Leading {
  const n = matrix.length
  let vector = Float64Array.from({ length: n }, (_, i) => 1 + (i % 7) / 7 - (2 * i) / n)
  let value = 0
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    if (not) {
      const shared = dot(vector, not)
      vector = vector.map((x, i) => x - shared * not[i])
    }
    const next = Float64Array.from(matrix, (row) => dot(row, vector))
    value = Math.sqrt(dot(next, next))
    if (!(value > 0)) return { vector: new Float64Array(n), value: 0 }
    vector = next.map((x) => x / value)
  }
  if (not) {
    const shared = dot(vector, not)
    vector = vector.map((x, i) => x - shared * not[i])
  }
  return { vector, value }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

/** Coordinates of a displacement in a plane whose directions need not be at right angles (least squares). */
export function project({ u, v }: Plane, displacement: ArrayLike<number>): [number, number] {
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)]
  const [du, dv] = [dot(u, displacement), dot(v, displacement)]
  const determinant = uu * vv - uv * uv
  if (!(determinant > 1e-12 * uu * vv)) return uu > 0 ? [du / uu, 0] : [0, 0]
  return [(du * vv - dv * uv) / determinant, (dv * uu - du * uv) / determinant]
}
