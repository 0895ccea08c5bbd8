import { LUMA } from './imagePatterns.ts'

/** Images that a reader brings: from pixels to the square of ink that a network for digits reads. */

/** Ink of a picture: 0 for paper … 1 for full ink, row after row. [height, width] */
export interface InkImage {
  readonly width: number
  readonly height: number
  readonly ink: Float64Array
}

/** A drawing is 20 × 20 in the middle of 28 × 28, as those of MNIST are. */
export const DIGIT_SIDE = 28
export const DIGIT_BOX = 20

/** Darkness of pixels on white paper: transparent is white. `rgba`: [height, width, 4], 0 … 255. */
export function inkOf(rgba: ArrayLike<number>, width: number, height: number): InkImage {
  const ink = Float64Array.from({ length: width * height }, (_, i) => {
    const light = LUMA.reduce((sum, share, c) => sum + (share * rgba[4 * i + c]) / 255, 0)
    return Math.min(1, Math.max(0, (1 - light) * (rgba[4 * i + 3] / 255)))
  })
  return { width, height, ink }
}

export const invertInk = (image: InkImage): InkImage => ({ ...image, ink: image.ink.map((ink) => 1 - ink) })

/** Width of the rim by which the paper is known, as a share of the shorter side. */
const RIM = 0.04

/**
 * Whether a picture is light on dark. What lies around its rim is taken for the paper: it is dark, and darker than the whole.
 */
export function isLightOnDark({ width, height, ink }: InkImage): boolean {
  const rim = Math.max(1, Math.round(RIM * Math.min(width, height)))
  const border: number[] = []
  let [sum, count] = [0, 0]
  ink.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    sum += value
    count += 1
    if (x < rim || y < rim || x >= width - rim || y >= height - rim) border.push(value)
  })
  const paper = median(border)
  return paper > 0.5 && paper > sum / count
}

/**
 * Spreads a picture from its paper (the median of the rim) to its darkest ink over 0 … 1: a photograph of paper is grey.
 * Undefined where nothing stands out.
 */
export function stretchInk(image: InkImage, least = 0.1): InkImage | undefined {
  const { width, height, ink } = image
  const border = Array.from(ink).filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    return x === 0 || y === 0 || x === width - 1 || y === height - 1
  })
  // A dot of dust must not set the scale; with few pixels each counts.
  const sorted = Float64Array.from(ink).sort()
  const darkest = sorted[Math.max(0, Math.ceil(sorted.length * 0.999) - 1)]
  const paper = Math.min(median(border), darkest)
  if (!(darkest - paper > least)) return undefined
  // What is barely darker than paper is its grain or a shadow.
  const floor = paper + 0.15 * (darkest - paper)
  return {
    ...image,
    ink: ink.map((value) => Math.min(1, Math.max(0, (value - floor) / (darkest - floor)))),
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The smallest rectangle that holds all ink above `least`; undefined for empty paper. */
export function inkBounds(
  { width, height, ink }: InkImage,
  least = 0.1,
):
  | { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1]
  ink.forEach((value, i) => {
    if (value <= least) return
    const [x, y] = [i % width, Math.floor(i / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  })
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** A rectangle of a picture, which may reach beyond it (there is paper), averaged into width × height cells. */
export function resample(
  image: InkImage,
  from: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  width: number,
  height: number,
): InkImage {
  const ink = new Float64Array(width * height)
  const across = shares(from.left, from.width, width)
  const down = shares(from.top, from.height, height)
  for (let i = 0; i < ink.length; i++) {
    for (const [y, tall] of down[Math.floor(i / width)]) {
      if (y < 0 || y >= image.height) continue
      for (const [x, wide] of across[i % width])
        if (x >= 0 && x < image.width) ink[i] += tall * wide * image.ink[y * image.width + x]
    }
  }
  return { width, height, ink }
}

/** For each of `count` equal parts of a length, the whole pixels that it touches, and each one’s share of it. */
function shares(
  start: number,
  length: number,
  count: number,
): readonly (readonly (readonly [pixel: number, share: number])[])[] {
  const part = length / count
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [start + i * part, start + (i + 1) * part]
    const touched: [number, number][] = []
    for (let pixel = Math.floor(from); pixel < to - 1e-9; pixel++)
      touched.push([pixel, (Math.min(to, pixel + 1) - Math.max(from, pixel)) / part])
    return touched
  })
}

/**
 * As MNIST’s digits were made (LeCun et al., 1998): the ink’s rectangle is fitted into 20 × 20 with its proportions kept, and
 * set into 28 × 28 so that the centre of its mass lies in the middle. [784], or undefined where there is no ink.
 */
export function toDigit(image: InkImage): Float64Array | undefined {
  const bounds = inkBounds(image)
  if (!bounds) return undefined
  const scale = DIGIT_BOX / Math.max(bounds.width, bounds.height)
  const width = Math.max(1, Math.round(bounds.width * scale))
  const height = Math.max(1, Math.round(bounds.height * scale))
  const small = resample(image, bounds, width, height)
  const [dx, dy] = [
    centre(small, (i) => i % width, width),
    centre(small, (i) => Math.floor(i / width), height),
  ]
  const digit = new Float64Array(DIGIT_SIDE * DIGIT_SIDE)
  small.ink.forEach((ink, i) => {
    const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy]
    if (x >= 0 && x < DIGIT_SIDE && y >= 0 && y < DIGIT_SIDE) digit[y * DIGIT_SIDE + x] = ink
  })
  return digit
}

/** By how many whole cells the ink moves, so that its centre of mass comes to the middle, if it stays on the paper. */
function centre({ ink }: InkImage, place: (i: number) => number, length: number): number {
  let [mass, sum] = [0, 0]
  ink.forEach((value, i) => {
    mass += value
    sum += value * (place(i) + 0.5)
  })
  const wanted = Math.round(DIGIT_SIDE / 2 - sum / mass)
  return Math.min(DIGIT_SIDE - length, Math.max(0, wanted))
}

/** The middle square of a picture, averaged into side × side cells. */
export function toSquare(image: InkImage, side: number): Float64Array {
  const edge = Math.min(image.width, image.height)
  const from = { left: (image.width - edge) / 2, top: (image.height - edge) / 2, width: edge, height: edge }
  return resample(image, from, side, side).ink
}

/** Light of one colour (0 red, 1 green, 2 blue) on white paper, in place of ink: 0 dark … 1 full light. */
export function lightOf(rgba: ArrayLike<number>, width: number, height: number, channel: number): InkImage {
  const ink = Float64Array.from({ length: width * height }, (_, i) => {
    const cover = rgba[4 * i + 3] / 255
    return (rgba[4 * i + channel] / 255) * cover + 1 - cover
  })
  return { width, height, ink }
}
