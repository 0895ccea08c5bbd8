import { colorScale, writeColor } from '../../../charts/palette.ts'
import { paintGrid, paintImage, type Paint } from '../../../charts/pixels.ts'
import type { Cells } from '../../../math/convolution.ts'
import { mapOf } from '../spec/forward.ts'

/** One channel of a stage; the image itself in ink. */
export function paintMap(cells: Cells, channel: number, limit: number): Paint {
  const grid = { rows: cells.height, columns: cells.width, values: mapOf(cells, channel) }
  return limit === Infinity ? paintImage(grid) : paintGrid(grid, 'diverging', (value) => value / limit)
}

/** The limit that stands for ink. */
export const INK = Infinity

/** How the channels of a stage stand in one picture: rows and columns of squares, `gap` between them, in its pixels. */
export interface Stack {
  readonly across: number
  readonly tile: number
  readonly gap: number
}

/** All channels of a stage as one picture, each drawn as large as the others. */
export function paintStack(cells: Cells, limit: number, { across, tile, gap }: Stack): Paint {
  const { height, width, channels, values } = cells
  const down = Math.ceil(channels / across)
  const [wide, tall] = [across * (tile + gap) - gap, down * (tile + gap) - gap]
  return (theme) => {
    const colors = colorScale(theme, 'diverging')
    const rgba = new Uint8ClampedArray(wide * tall * 4)
    for (let channel = 0; channel < channels; channel++) {
      const left = (channel % across) * (tile + gap)
      const top = Math.floor(channel / across) * (tile + gap)
      for (let y = 0; y < tile; y++) {
        const row = Math.floor((y * height) / tile) * width
        for (let x = 0; x < tile; x++) {
          const cell = row + Math.floor((x * width) / tile)
          const value = (values[cell * channels + channel] ?? 0) / limit
          writeColor(rgba, 4 * ((top + y) * wide + left + x), colors, value)
        }
      }
    }
    return { width: wide, height: tall, rgba }
  }
}

/** CSS colour behind a number: pale enough that ink can be read on it. `share` from −1 to 1. */
export function tint(share: number): string {
  const strength = Math.round(38 * Math.min(1, Math.abs(share)))
  return `color-mix(in srgb, var(--${share < 0 ? 'neg' : 'pos'}) ${strength}%, var(--plate))`
}
/** The same for ink, from 0 to 1. */
export const shade = (share: number): string =>
  `color-mix(in srgb, var(--ink) ${Math.round(28 * Math.min(1, share))}%, var(--plate))`
