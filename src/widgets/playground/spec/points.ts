import type { LabelledPoint } from '../../../protocol/params.ts'

/** A few points to begin with: a ring of one class around a knot of the other, by hand. */
const PLACES: readonly (readonly [x: number, y: number, label: number])[] = [
  [0.1, 0.1, 0],
  [-0.4, 0.3, 0],
  [0.5, -0.2, 0],
  [0.2, 0.6, 0],
  [-0.2, -0.5, 0],
  [0.7, 0.5, 0],
  [-0.7, -0.1, 0],
  [0.4, -0.7, 0],
  [1.6, 0.2, 1],
  [1.3, 1.2, 1],
  [0.1, 1.7, 1],
  [-1.2, 1.3, 1],
  [-1.7, 0.1, 1],
  [-1.2, -1.1, 1],
  [0, -1.7, 1],
  [1.2, -1.3, 1],
]

/** A few measurements to begin with: a hill beside a hollow, on level ground, by hand. */
const HEIGHTS: readonly (readonly [x: number, y: number, height: number])[] = [
  [-1, 0, -0.9],
  [-0.6, 0.3, -0.5],
  [-1.3, 0.4, -0.6],
  [-0.9, -0.5, -0.6],
  [-1.6, -0.2, -0.4],
  [1, 0, 0.9],
  [0.6, -0.3, 0.5],
  [1.3, -0.4, 0.6],
  [0.9, 0.5, 0.6],
  [1.6, 0.2, 0.4],
  [0, 0, 0],
  [0, 1.5, 0],
  [0.1, -1.5, 0],
  [-1.7, 1.6, 0],
  [1.7, -1.7, 0],
  [1.6, 1.7, 0],
  [-1.6, -1.7, 0],
]

export const OWN_NUMBERS: readonly LabelledPoint[] = HEIGHTS.map(([x, y, label]) => ({ x, y, label }))

export const OWN_POINTS: readonly LabelledPoint[] = PLACES.map(([x, y, label]) => ({ x, y, label }))
