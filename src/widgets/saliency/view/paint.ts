import { colorScale, tokenColor, writeColor } from '../../../charts/palette.ts'
import { paintImage, type Paint } from '../../../charts/pixels.ts'
import type { CellPlace } from '../../../charts/CellMap.tsx'
import { covered, PIXELS, SIDE, type Patch } from '../spec/places.ts'

/** How dark full ink is under a map. */
const FAINT = 0.24

/** A number for each pixel [784] over ±limit, over the faint image (bytes). Strong colours stay as they are. */
export function paintOver(values: ArrayLike<number>, limit: number, image: ArrayLike<number>): Paint {
  return (theme) => {
    const colors = colorScale(theme, 'diverging')
    const ink = tokenColor(theme, 'ink')
    const rgba = new Uint8ClampedArray(PIXELS * 4)
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      const share = (values[pixel] ?? 0) / (limit || 1)
      writeColor(rgba, 4 * pixel, colors, share)
      const tone = (FAINT * (image[pixel] ?? 0) * (1 - Math.min(1, Math.abs(share)))) / 255
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * pixel + channel
        rgba[at] = (rgba[at] ?? 0) + ((ink[channel] ?? 0) - (rgba[at] ?? 0)) * tone
      }
    }
    return { width: SIDE, height: SIDE, rgba }
  }
}

/** The pixels that the patch covers where this one is pointed at, as a frame of cells. */
export function patchAt({ row, column }: CellPlace, patch: Patch) {
  const [top, bottom] = covered(Math.floor(row / patch.stride), patch)
  const [left, right] = covered(Math.floor(column / patch.stride), patch)
  return { row: top, column: left, rows: bottom - top, columns: right - left }
}

/** The image (bytes) with the patch, of a tone from 0 to 1, where a pixel is pointed at. */
export function paintCovered(image: Uint8Array, at: CellPlace | null, patch: Patch, tone: number): Paint {
  const values = Float32Array.from(image, (byte) => byte / 255)
  if (at) {
    const { row, column, rows, columns } = patchAt(at, patch)
    for (let y = row; y < row + rows; y++) values.fill(tone, y * SIDE + column, y * SIDE + column + columns)
  }
  return paintImage({ rows: SIDE, columns: SIDE, values })
}

/** The largest size among them. */
export const largestSize = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
