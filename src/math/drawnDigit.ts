/** A digit drawn with a pen: its strokes as text, and as the image that a network of digits reads. */

/** Places that the pen came through, from 0 (left, top) to 1 (right, bottom): x, y, one after the other. */
export type PenStroke = readonly number[]

/** Columns and rows of the image, and the longest side of the ink in it, as in MNIST (LeCun et al., 1998). */
const SIDE = 28
const BOX = 20
/** Places are written with two digits to the base of 36 each. */
const STEPS = 36 ** 2 - 1
const BASE = 36
const CHARACTERS = 4
/** Half the width of the pen in the image, in pixels: a small drawing's pen would swell, a large one's vanish. */
const RADIUS = [0.9, 2.2] as const
/** The grey edge of a line, in pixels. */
const SOFTNESS = 1.1

/** Begins the text of a picture: a digit to the base of 16 follows for each pixel. */
const PICTURE = '#'
const LEVELS = 15

const write = (place: number): string =>
  Math.round(Math.min(1, Math.max(0, place)) * STEPS)
    .toString(BASE)
    .padStart(2, '0')

/** `0a1z…` with a dot between strokes: 4 characters for each place. */
export function formatDrawing(strokes: readonly PenStroke[]): string {
  return strokes.map((stroke) => stroke.map(write).join('')).join('.')
}

/** Inverse of `formatDrawing`. What is no place is left out: links may be cut short. A picture has no strokes. */
export function parseDrawing(text: string): PenStroke[] {
  if (text.startsWith(PICTURE)) return []
  return text
    .split('.')
    .map((part) =>
      (part.match(/[0-9a-z]{4}/g) ?? []).flatMap((place) => [
        Number.parseInt(place.slice(0, CHARACTERS / 2), BASE) / STEPS,
        Number.parseInt(place.slice(CHARACTERS / 2), BASE) / STEPS,
      ]),
    )
    .filter((stroke) => stroke.length > 0)
}

/** An image, [784] from 0 to 1, in sixteen tones: a reader's picture takes the place of a drawing. */
export function formatPicture(image: ArrayLike<number>): string {
  const tones = Array.from(image, (ink) => Math.round(LEVELS * Math.min(1, Math.max(0, ink))).toString(16))
  return PICTURE + tones.join('')
}

/** What the network reads of a drawing or a picture written as text; undefined where there is nothing. */
export function imageOf(text: string): Float32Array<ArrayBuffer> | undefined {
  if (!text.startsWith(PICTURE)) return inkDrawing(parseDrawing(text))
  const tones = text.slice(PICTURE.length)
  if (!/^[0-9a-f]{784}$/.test(tones)) return undefined
  return Float32Array.from(tones, (tone) => Number.parseInt(tone, 16) / LEVELS)
}

/**
 * The drawing as the training data are: its longer side fitted to 20 pixels with its proportions kept, inked, and moved by
 * whole pixels so that the centre of its mass lies in the middle of 28 × 28. `pen` is the pen's width on the pad, whose side
 * is 1. [784] from 0 (paper) to 1 (ink), or undefined where nothing is drawn.
 */
export function inkDrawing(strokes: readonly PenStroke[], pen = 0.07): Float32Array<ArrayBuffer> | undefined {
  const lines = strokes.filter((stroke) => stroke.length > 1)
  if (lines.length === 0) return undefined
  const [left, right] = extent(lines, 0)
  const [top, bottom] = extent(lines, 1)
  const length = Math.max(right - left, bottom - top)
  const wanted = (pen * BOX) / (length + pen) / 2
  const radius = Math.min(RADIUS[1], Math.max(RADIUS[0], wanted))
  // A dot has no length to be enlarged.
  const scale = length > 0 ? Math.min((BOX - 2 * radius) / length, BOX / pen) : 0
  const place = (value: number, axis: number): number =>
    SIDE / 2 + scale * (value - (axis === 0 ? left + right : top + bottom) / 2)
  const placed = lines.map((stroke) => stroke.map((value, i) => place(value, i % 2)))
  return centre(inkLines(placed, radius))
}

function extent(lines: readonly PenStroke[], axis: 0 | 1): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const line of lines)
    for (let i = axis; i < line.length; i += 2) {
      low = Math.min(low, line[i])
      high = Math.max(high, line[i])
    }
  return [low, high]
}

/** Ink by the distance of a pixel's centre from the nearest line. */
function inkLines(lines: readonly PenStroke[], radius: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const x = (pixel % SIDE) + 0.5
    const y = Math.floor(pixel / SIDE) + 0.5
    let nearest = Infinity
    for (const line of lines)
      for (let i = 0; i + 1 < line.length; i += 2) {
        const next = Math.min(i + 2, line.length - 2)
        nearest = Math.min(nearest, distance(x, y, line[i], line[i + 1], line[next], line[next + 1]))
      }
    return Math.min(1, Math.max(0, (radius - nearest) / SOFTNESS + 0.5))
  })
}

/** From a point to a segment, which may have no length. */
function distance(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const square = dx * dx + dy * dy
  const along = square > 0 ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square)) : 0
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy)
}

function centre(image: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  let [mass, sumX, sumY] = [0, 0, 0]
  image.forEach((ink, pixel) => {
    mass += ink
    sumX += ink * ((pixel % SIDE) + 0.5)
    sumY += ink * (Math.floor(pixel / SIDE) + 0.5)
  })
  const right = Math.round(SIDE / 2 - sumX / mass)
  const down = Math.round(SIDE / 2 - sumY / mass)
  return image.map((_, pixel) => {
    const [x, y] = [(pixel % SIDE) - right, Math.floor(pixel / SIDE) - down]
    return x < 0 || x >= SIDE || y < 0 || y >= SIDE ? 0 : image[y * SIDE + x]
  })
}
