/** Square grey images: side × side numbers, row after row from the top, 0 for paper and 1 for ink. */

/** 0 … 1 → 0 … 255, rounded. */
export function toBytes(image: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(image, (ink) => Math.round(255 * Math.min(1, Math.max(0, ink))))
}

/** 0 … 255 → 0 … 1. */
export function fromBytes(bytes: ArrayLike<number>): Float32Array<ArrayBuffer> {
  return Float32Array.from(bytes, (byte) => byte / 255)
}

/**
 * The ink between pixels: bilinear between the four nearest, whose centres lie at whole numbers. Outside the image there is
 * paper. `from` is where the image begins in `images`.
 */
export function sampleImage(
  images: ArrayLike<number>,
  side: number,
  column: number,
  row: number,
  from = 0,
): number {
  const left = Math.floor(column)
  const top = Math.floor(row)
  // Also true where a coordinate is no number.
  if (!(left >= -1 && top >= -1 && left < side && top < side)) return 0
  const across = column - left
  const down = row - top
  const at = from + top * side + left
  const west = left >= 0
  const east = left < side - 1
  let upper = 0
  if (top >= 0) upper = (west ? images[at] * (1 - across) : 0) + (east ? images[at + 1] * across : 0)
  if (top >= side - 1) return upper * (1 - down)
  const below = at + side
  const lower = (west ? images[below] * (1 - across) : 0) + (east ? images[below + 1] * across : 0)
  return upper * (1 - down) + lower * down
}

/** How much ink there is, and its centre in pixels, from the centre of the first pixel. NaN where there is none. */
export function massOf(
  image: ArrayLike<number>,
  side: number,
): { readonly mass: number; readonly column: number; readonly row: number } {
  let [mass, column, row] = [0, 0, 0]
  for (let i = 0; i < side * side; i++) {
    mass += image[i]
    column += image[i] * (i % side)
    row += image[i] * Math.floor(i / side)
  }
  return { mass, column: column / mass, row: row / mass }
}
