import { useMemo } from 'react'
import { paintImage } from '../../../charts/pixels.ts'
import { Raster } from '../../../charts/Raster.tsx'
import { SIDE } from '../spec.ts'

interface Props {
  /** [784], 0 … 1. */
  image: Float32Array
  size: number
  /** What it is, unless something around it says so. */
  label?: string
}

/** One image of 28 × 28 pixels, ink on paper. */
export function Picture({ image, size, label }: Props) {
  const paint = useMemo(() => paintImage({ columns: SIDE, rows: SIDE, values: image }), [image])
  return (
    <span
      className="aug-picture"
      style={{ width: size, height: size }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <Raster paint={paint} pixelated />
    </span>
  )
}
