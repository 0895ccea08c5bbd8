import { useMemo } from 'react'
import { colorScale, writeColor } from './palette.ts'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'

interface Props {
  /** Each [side²], 0 for paper and 1 for ink. */
  images: readonly Float32Array[]
  side: number
  columns: number
  width: number
  label: string
}

/** Pixels of an image between two images on the sheet. */
const GAP = 2

/** Images side by side in rows, as one picture. */
export function ImageSheet({ images, side, columns, width, label }: Props) {
  const paint = useMemo(() => paintSheet(images, side, columns), [images, side, columns])
  const rows = Math.ceil(images.length / columns)
  const ratio = `${columns * (side + GAP) - GAP} / ${rows * (side + GAP) - GAP}`
  return (
    <div className="plot" role="img" aria-label={label} style={{ width, aspectRatio: ratio }}>
      <Raster paint={paint} pixelated />
    </div>
  )
}

function paintSheet(images: readonly Float32Array[], side: number, columns: number): Paint {
  const pitch = side + GAP
  const width = columns * pitch - GAP
  const height = Math.ceil(images.length / columns) * pitch - GAP
  return (theme) => {
    const ink = colorScale(theme, 'ink')
    // Between the images the page shows through.
    const rgba = new Uint8ClampedArray(width * height * 4)
    images.forEach((image, index) => {
      const corner = Math.floor(index / columns) * pitch * width + (index % columns) * pitch
      image.forEach((value, pixel) => {
        const at = corner + Math.floor(pixel / side) * width + (pixel % side)
        writeColor(rgba, at * 4, ink, value)
      })
    })
    return { width, height, rgba }
  }
}
