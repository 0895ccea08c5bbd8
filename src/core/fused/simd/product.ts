import type { Times } from './module.ts'

/**
 * C[row, column] = Σ A[row, k] · B[k, column], again and again along `outer` loops. Columns lie side by side in B and C; all other
 * strides are given, in bytes, so that rows may overlap: a window that slides over a map is a matrix of such rows.
 */
export interface Product {
  /** Addresses. The sums begin with `bias` [columns], or with 0. */
  readonly a: number
  readonly b: number
  readonly c: number
  readonly bias?: number
  readonly outer: readonly {
    readonly times: Times
    readonly a: number
    readonly b: number
    readonly c: number
  }[]
  /** A number of rows; or what a local says, in fours. */
  readonly rows: {
    readonly times: number | { readonly fours: number }
    readonly a: number
    readonly c: number
  }
  readonly columns: number
  /** The terms of a sum, the innermost loop last. */
  readonly terms: readonly { readonly times: Times; readonly a: number; readonly b: number }[]
  /** `add` adds the sums to what C holds, row after row. */
  readonly finish: 'store' | 'add'
  /** Negative results become 0. */
  readonly rectifies?: boolean
}

/** Locals that point to the operands. */
export interface Pointers {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly bias: number
}
