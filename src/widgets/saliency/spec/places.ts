/** Where a patch covers the image. Each place of the patch stands for a cell of the image, which it is centred on. */

/** Columns and rows of an image. */
export const SIDE = 28
export const PIXELS = SIDE * SIDE

export interface Patch {
  /** Rows and columns that it covers. */
  readonly size: number
  /** Pixels from one place to the next: rows and columns of a place's cell. */
  readonly stride: number
}

/** Places in a row, and rows of places. */
export const placesAcross = ({ stride }: Patch): number => Math.ceil(SIDE / stride)

/** The rows (or columns) from the first on, and before the second, that the patch covers at a place: those of the image. */
export function covered(place: number, { size, stride }: Patch): readonly [from: number, to: number] {
  const from = place * stride + Math.floor((stride - size) / 2)
  return [Math.max(0, from), Math.min(SIDE, from + size)]
}

/** The place whose cell holds a pixel. */
export function placeOf(row: number, column: number, patch: Patch): number {
  return Math.floor(row / patch.stride) * placesAcross(patch) + Math.floor(column / patch.stride)
}

/** A number for each place, as a number for each pixel: [784]. */
export function toPixels(places: ArrayLike<number>, patch: Patch): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: PIXELS },
    (_, pixel) => places[placeOf(Math.floor(pixel / SIDE), pixel % SIDE, patch)] ?? 0,
  )
}
