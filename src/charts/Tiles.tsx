import { useMemo } from 'react'
import { colorScale, writeColor } from './palette.ts'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'

interface Props {
  /** [count, height, width], one image after the other. */
  values: ArrayLike<number>
  count: number
  height: number
  width: number
  /** The value at the deep end of the scale; with `ink`, of full ink. */
  limit: number
  /** What stands for zero: 128 where bytes are signed. */
  zero?: number
  scale: 'diverging' | 'ink'
  columns: number
  /** Pixels of the page for one cell. */
  cell: number
  label: string
}

/** Cells between two images. */
const GAP = 1

/** Small images in rows, as one picture. */
export function Tiles(props: Props) {
  const { values, count, height, width, limit, zero = 0, scale, columns, cell, label } = props
  const across = Math.min(columns, count)
  const rows = Math.ceil(count / across)
  const [wide, tall] = [across * (width + GAP) - GAP, rows * (height + GAP) - GAP]
  const paint = useMemo((): Paint => {
    return (theme) => {
      const colors = colorScale(theme, scale)
      const rgba = new Uint8ClampedArray(wide * tall * 4)
      for (let i = 0; i < count * height * width; i++) {
        const [image, pixel] = [Math.floor(i / (height * width)), i % (height * width)]
        const x = (image % across) * (width + GAP) + (pixel % width)
        const y = Math.floor(image / across) * (height + GAP) + Math.floor(pixel / width)
        writeColor(rgba, 4 * (y * wide + x), colors, ((values[i] ?? 0) - zero) / (limit || 1))
      }
      return { width: wide, height: tall, rgba }
    }
  }, [values, count, height, width, limit, zero, scale, across, wide, tall])
  return (
    <div
      className="tiles"
      role="img"
      aria-label={label}
      style={{ width: wide * cell, aspectRatio: `${wide} / ${tall}` }}
    >
      <Raster paint={paint} pixelated />
    </div>
  )
}
