import { useMemo } from 'react'
import type { Paint } from '../../../charts/pixels.ts'
import { colorScale, writeColor } from '../../../charts/palette.ts'
import { Raster } from '../../../charts/Raster.tsx'
import { SIDE } from '../spec.ts'

interface Props {
  images: readonly Float32Array[]
  columns: number
  width: number
  label: string
}

/** Pixels of an image between two images on the sheet. */
const GAP = 2

/** Images side by side in rows, as one picture. */
export function Sheet({ images, columns, width, label }: Props) {
  const paint = useMemo(() => paintSheet(images, columns), [images, columns])
  const rows = Math.ceil(images.length / columns)
  const ratio = `${columns * (SIDE + GAP) - GAP} / ${rows * (SIDE + GAP) - GAP}`
  return (
    <div className="aug-sheet" role="img" aria-label={label} style={{ width, aspectRatio: ratio }}>
      <Raster paint={paint} pixelated />
    </div>
  )
}

function paintSheet(images: readonly Float32Array[], columns: number): Paint {
  const pitch = SIDE + GAP
  const width = columns * pitch - GAP
  const height = Math.ceil(images.length / columns) * pitch - GAP
  return (theme) => {
    const ink = colorScale(theme, 'ink')
    // Between the images the page shows through.
    const rgba = new Uint8ClampedArray(width * height * 4)
    images.forEach((image, index) => {
      const corner = Math.floor(index / columns) * pitch * width + (index % columns) * pitch
      image.forEach((value, pixel) => {
        const at = corner + Math.floor(pixel / SIDE) * width + (pixel % SIDE)
        writeColor(rgba, at * 4, ink, value)
      })
    })
    return { width, height, rgba }
  }
}
