import { CELLS, COLUMNS, REACH, ROWS } from '../spec.ts'

/** Centres of the field's cells, row 0 at the top: [CELLS, 2]. */
export const CENTRES = Float32Array.from({ length: 2 * CELLS }, (_, i) => {
  const cell = i >> 1
  return i % 2 === 0
    ? REACH.x * ((2 * (cell % COLUMNS) + 1) / COLUMNS - 1)
    : REACH.y * (1 - (2 * Math.floor(cell / COLUMNS) + 1) / ROWS)
})
