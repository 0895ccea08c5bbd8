import { createContext, useContext, useLayoutEffect, useRef, type CSSProperties } from 'react'
import type { Paint, Pixels } from './pixels.ts'
import { useTheme } from './theme.ts'

/** Turns pixels into the address of a PNG. The prerenderer provides it; in the page it is null and canvases are painted. */
export type EncodePng = (pixels: Pixels) => string
export const RasterEncoder = createContext<EncodePng | null>(null)

interface Props {
  paint: Paint
  /** Place inside the positioned parent, in percent or pixels. Default: all of it. */
  style?: CSSProperties
  /** Keep the pixels' edges: grids of numbers, small images. */
  pixelated?: boolean
}

// React would write innerHTML again on every render that brings a new object.
const NO_HTML = { __html: '' }

/**
 * A field of pixels under a picture. Prerendered as two PNGs, of which the page loads and shows the one of its theme;
 * after hydration a canvas takes their place.
 */
export function Raster({ paint, style, pixelated = false }: Props) {
  const encode = useContext(RasterEncoder)
  const slot = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  useLayoutEffect(() => {
    if (slot.current) drawRaster(slot.current, paint(theme))
  }, [paint, theme])
  return (
    <div
      ref={slot}
      className={pixelated ? 'raster pixelated' : 'raster'}
      style={{ inset: 0, ...style }}
      aria-hidden="true"
      suppressHydrationWarning
      dangerouslySetInnerHTML={encode ? { __html: formatImages(paint, encode) } : NO_HTML}
    />
  )
}

function formatImages(paint: Paint, encode: EncodePng): string {
  const image = (theme: 'light' | 'dark') =>
    `<img class="${theme}" alt="" loading="lazy" src="${encode(paint(theme))}">`
  return image('light') + image('dark')
}

/** Paints pixels on the slot's canvas, which it makes at the first call. */
export function drawRaster(slot: HTMLElement, pixels: Pixels): void {
  let canvas = slot.firstElementChild
  if (!(canvas instanceof HTMLCanvasElement)) {
    canvas = document.createElement('canvas')
    slot.replaceChildren(canvas)
  }
  if (!(canvas instanceof HTMLCanvasElement)) return
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) {
    canvas.width = pixels.width
    canvas.height = pixels.height
  }
  const context = canvas.getContext('2d')
  if (!context) return
  const image = context.createImageData(pixels.width, pixels.height)
  image.data.set(pixels.rgba)
  context.putImageData(image, 0, 0)
}
