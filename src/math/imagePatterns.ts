import type { Cells } from './convolution.ts'
import type { Labels } from './labels.ts'

/** Red, green, blue: 0 dark … 1 full light. */
type Light = readonly [number, number, number]

/** A small picture made by formula. */
export interface ImagePattern {
  readonly labels: Labels
  /** The light of a place, x to the right and y down, both 0 … 1; `cell` is a cell’s side. */
  readonly light: (x: number, y: number, cell: number) => Light
}

const PAPER: Light = [1, 1, 1]
/** Samples along a cell’s side, over which its light is averaged. */
const SAMPLES = 4

const mix = (from: Light, to: Light, share: number): Light => {
  const part = Math.min(1, Math.max(0, share))
  return [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ]
}

/** Distance from a place to a line through points: x, y of each. */
function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Infinity
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4)
    const [dx, dy] = [bx - ax, by - ay]
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  }
  return least
}

/** A written 2: up and over, down in a slant, and its foot. */
const TWO = [
  0.27, 0.33, 0.32, 0.22, 0.42, 0.16, 0.55, 0.16, 0.66, 0.22, 0.7, 0.32, 0.67, 0.43, 0.29, 0.8, 0.74, 0.8,
]
const BLUE_INK: Light = [0.1, 0.2, 0.7]

/** Stripes and squares are whole cells wide, whatever the grid. */
const even = (place: number, cell: number, cells: number): boolean =>
  Math.floor(Math.floor(place / cell + 1e-9) / cells) % 2 === 0

const SKY: Light = [0.35, 0.6, 0.95]
const HORIZON: Light = [0.95, 0.85, 0.75]

function scene(x: number, y: number): Light {
  const ridge = 0.66 - 0.13 * Math.sin(2.2 + 4.2 * x)
  if (x > 0.18 && x < 0.44 && y > 0.58 && y < 0.8) {
    const door = x > 0.28 && x < 0.35 && y > 0.68
    return door ? [0.2, 0.15, 0.15] : [0.95, 0.92, 0.85]
  }
  if (y > 0.42 && y <= 0.58 && Math.abs(x - 0.31) < (y - 0.42) * 1.1) return [0.8, 0.2, 0.15]
  if (y > ridge) return mix([0.35, 0.6, 0.25], [0.12, 0.3, 0.12], (y - ridge) * 2.5)
  if (Math.hypot(x - 0.74, y - 0.24) < 0.11) return [1, 0.9, 0.35]
  return mix(SKY, HORIZON, y * 1.4)
}

/** By id, in the order in which they are shown. */
export const imagePatterns = {
  digit: {
    labels: { en: 'A digit', zh: '数字' },
    light: (x, y) => mix(BLUE_INK, PAPER, (distanceTo(TWO, x, y) - 0.055) / 0.05),
  },
  stripes: {
    labels: { en: 'Stripes', zh: '条纹' },
    light: (x, _, cell) => (even(x, cell, 2) ? PAPER : [0.75, 0.1, 0.1]),
  },
  checkerboard: {
    labels: { en: 'Checkerboard', zh: '棋盘格' },
    light: (x, y, cell) => (even(x, cell, 3) === even(y, cell, 3) ? PAPER : [0.05, 0.05, 0.05]),
  },
  scene: {
    labels: { en: 'A landscape', zh: '风景' },
    light: scene,
  },
} as const satisfies Record<string, ImagePattern>

export type PatternId = keyof typeof imagePatterns
export const PATTERNS = Object.keys(imagePatterns) as readonly PatternId[]

/** Weights of red, green and blue in the lightness that an eye sees (ITU-R BT.601). */
export const LUMA = [0.299, 0.587, 0.114] as const

/**
 * A pattern on side × side cells, in tenths. With one channel: ink, 0 for paper and 1 for black; the digit and the stripes in
 * full black. With three: the light of red, green and blue.
 */
export function makePattern(id: PatternId, side: number, channels: 1 | 3): Cells {
  const { light } = imagePatterns[id]
  const values = new Float64Array(side * side * channels)
  const lights = Array.from({ length: side * side }, (_, i) =>
    average(light, Math.floor(i / side), i % side, side),
  )
  const darkest = Math.min(...lights.map(luma))
  lights.forEach((own, i) => {
    const ink = (1 - luma(own)) / (id === 'scene' ? 1 : 1 - darkest || 1)
    const numbers = channels === 3 ? own : [ink]
    numbers.forEach((number, c) => (values[i * channels + c] = Math.round(number * 10) / 10))
  })
  return { height: side, width: side, channels, values }
}

const luma = (light: Light): number => LUMA[0] * light[0] + LUMA[1] * light[1] + LUMA[2] * light[2]

function average(light: ImagePattern['light'], row: number, column: number, side: number): Light {
  const sum: [number, number, number] = [0, 0, 0]
  for (let k = 0; k < SAMPLES ** 2; k++) {
    const x = (column + ((k % SAMPLES) + 0.5) / SAMPLES) / side
    const y = (row + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES) / side
    light(x, y, 1 / side).forEach((value, c) => (sum[c] += value / SAMPLES ** 2))
  }
  return sum
}

/** Tenths as one letter each, so that a drawing fits into a link: 0 … 9, then A for 1. */
export function formatTenths(values: ArrayLike<number>): string {
  return Array.from(values, (value) => Math.round(10 * Math.min(1, Math.max(0, value))).toString(11)).join('')
}

/** Undefined unless the text is of so many tenths. */
export function parseTenths(text: string, count: number): Float64Array | undefined {
  if (text.length !== count || !/^[0-9a]*$/i.test(text)) return undefined
  return Float64Array.from(text, (letter) => Number.parseInt(letter, 11) / 10)
}
