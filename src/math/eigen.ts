/** Eigenvalues of symmetric matrices, and how ill-conditioned a 2×2 matrix is. */

export interface Eigen {
  /** From the largest down; `[n]`. */
  readonly values: Float64Array
  /** Unit eigenvectors as rows, in the order of the values; row-major `[n, n]`. */
  readonly vectors: Float64Array
}

const MOST_SWEEPS = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, row-major `[n, n]`, by Jacobi's rotations (1846): each one
 * clears one entry off the diagonal, until nothing is left there. Throws a RangeError if the matrix is not square.
 */
export function symmetricEigen(matrix: ArrayLike<number>): Eigen {
  const n = Math.sqrt(matrix.length)
  if (!Number.isInteger(n)) throw new RangeError(`${matrix.length} entries do not make a square matrix.`)
  const a = Float64Array.from(matrix)
  const rows = Float64Array.from({ length: n * n }, (_, index) => (index % (n + 1) === 0 ? 1 : 0))
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, rows, n, p, q)
  }
  const order = Array.from({ length: n }, (_, index) => index)
  order.sort((i, j) => a[j * n + j] - a[i * n + i])
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]),
    vectors: Float64Array.from(order.flatMap((i) => [...rows.subarray(i * n, (i + 1) * n)])),
  }
}

/** Nothing off the diagonal is large enough to change what is on it. */
function isDiagonal(a: Float64Array, n: number): boolean {
  let [off, on] = [0, 0]
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) on = Math.max(on, Math.abs(a[i * n + j]))
      else off = Math.max(off, Math.abs(a[i * n + j]))
    }
  }
  return off <= 1e-17 * on || off === 0
}

/** Turns axes p and q so that the entry between them becomes 0. */
function rotate(a: Float64Array, rows: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]
  if (apq === 0) return
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  const turn = (m: Float64Array, i: number, j: number) => {
    const [x, y] = [m[i], m[j]]
    m[i] = cosine * x - sine * y
    m[j] = sine * x + cosine * y
  }
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q)
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k)
  for (let k = 0; k < n; k++) turn(rows, p * n + k, q * n + k)
  a[p * n + q] = 0
  a[q * n + p] = 0
}

/**
 * The largest over the smallest singular value of [[a, b], [c, d]]: how much longer than wide its image of a circle
 * is. Infinity for a singular matrix.
 */
export function conditionNumber(a: number, b: number, c: number, d: number): number {
  // The singular values are half the sum and half the difference of these two; their product is the determinant.
  const largest = (Math.hypot(a + d, c - b) + Math.hypot(a - d, c + b)) / 2
  return largest ** 2 / Math.abs(a * d - b * c)
}
