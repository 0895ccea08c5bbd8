/** Linear least squares by Householder's reflections (Golub and Van Loan, Matrix Computations, 5.2–5.6), in double precision. */

/** A matrix of `rows` × `columns` numbers, row after row. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/**
 * The x for which ‖A x − b‖² + ridge · ‖x‖² is smallest. Without a ridge, and where several x are as good (fewer rows
 * than columns), the shortest of them. Columns that add nothing to the others get 0.
 */
export function solveLeastSquares(a: Matrix, b: ArrayLike<number>, ridge = 0): Float64Array {
  if (ridge > 0) return solveTall(withRidge(a, ridge), padded(b, a.rows + a.columns))
  return a.rows >= a.columns ? solveTall(a, b) : solveWide(a, b)
}

/** √ridge times the identity, under A: its squares are the penalty. */
function withRidge({ rows, columns, values }: Matrix, ridge: number): Matrix {
  const all = new Float64Array((rows + columns) * columns)
  all.set(values)
  for (let j = 0; j < columns; j++) all[(rows + j) * columns + j] = Math.sqrt(ridge)
  return { rows: rows + columns, columns, values: all }
}

function padded(b: ArrayLike<number>, length: number): Float64Array {
  const all = new Float64Array(length)
  all.set(Array.from(b))
  return all
}

/** At least as many rows as columns: A = Q R, then R x = Qᵀ b from below. */
function solveTall(a: Matrix, b: ArrayLike<number>): Float64Array {
  const { columns } = a
  const { r, reflections } = factor(a)
  const c = Float64Array.from(b)
  for (const reflection of reflections) reflect(c, reflection)
  const x = new Float64Array(columns)
  for (let j = columns - 1; j >= 0; j--) {
    let rest = c[j]
    for (let k = j + 1; k < columns; k++) rest -= r[j * columns + k] * x[k]
    x[j] = isNothing(r, columns, j) ? 0 : rest / r[j * columns + j]
  }
  return x
}

/** Fewer rows than columns: Aᵀ = Q R, then Rᵀ y = b from above, and x = Q y is the shortest solution. */
function solveWide(a: Matrix, b: ArrayLike<number>): Float64Array {
  const { rows, columns } = a
  const { r, reflections } = factor(transpose(a))
  const x = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    let rest = b[i]
    for (let k = 0; k < i; k++) rest -= r[k * rows + i] * x[k]
    x[i] = isNothing(r, rows, i) ? 0 : rest / r[i * rows + i]
  }
  for (let k = reflections.length - 1; k >= 0; k--) reflect(x, reflections[k])
  return x
}

function transpose({ rows, columns, values }: Matrix): Matrix {
  const turned = new Float64Array(values.length)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j]
  return { rows: columns, columns: rows, values: turned }
}

/** A unit vector v from `start` on; the reflection is x − 2 v (v · x). */
interface Reflection {
  readonly start: number
  readonly v: Float64Array
}

function reflect(x: Float64Array, { start, v }: Reflection): void {
  let along = 0
  for (let i = 0; i < v.length; i++) along += v[i] * x[start + i]
  for (let i = 0; i < v.length; i++) x[start + i] -= 2 * along * v[i]
}

/** Reflections that turn A, column by column, into an upper triangle. */
function factor({ rows, columns, values }: Matrix) {
  const r = values.slice()
  const reflections: Reflection[] = []
  for (let j = 0; j < Math.min(columns, rows - 1); j++) {
    const v = Float64Array.from({ length: rows - j }, (_, i) => r[(j + i) * columns + j])
    const size = Math.hypot(...v)
    if (size === 0) continue
    // Away from the axis, so that nothing cancels.
    v[0] += v[0] < 0 ? -size : size
    const length = Math.hypot(...v)
    for (let i = 0; i < v.length; i++) v[i] /= length
    for (let k = j; k < columns; k++) {
      let along = 0
      for (let i = 0; i < v.length; i++) along += v[i] * r[(j + i) * columns + k]
      for (let i = 0; i < v.length; i++) r[(j + i) * columns + k] -= 2 * along * v[i]
    }
    reflections.push({ start: j, v })
  }
  return { r, reflections }
}

/** Whether a diagonal entry of R is nothing but rounding, beside the largest. */
function isNothing(r: Float64Array, columns: number, j: number): boolean {
  let largest = 0
  for (let k = 0; k < columns; k++) largest = Math.max(largest, Math.abs(r[k * columns + k]))
  return Math.abs(r[j * columns + j]) <= 1e-13 * largest
}
