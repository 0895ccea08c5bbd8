import { makeRng, type Rng } from '../rng.ts'
import { inkPath } from './ink.ts'
import { makePath, SIDE, tracePath, type PenPath } from './path.ts'
import { STROKE_SETTINGS, type StrokeSettings } from './settings.ts'
import { makeGlyph, type Glyph, type StrokeStyles } from './style.ts'

/** Numbers of one image. */
export const PIXELS = SIDE * SIDE
export const DIGITS = 10

/** Images and what they show. */
export interface Digits {
  /** [count, 784], row after row: 0 paper, 1 black. */
  readonly images: Float32Array
  /** [count] */
  readonly labels: Uint8Array
}

/** How one image came about. */
export interface WrittenDigit {
  readonly digit: number
  /** Index of the style among its digit's. */
  readonly style: number
  /** The pen's way and radius, in pixels from the image's left and top edge: [samples]. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly radius: Float64Array
  /** The control points that it goes through: x, y of each. */
  readonly controls: Float64Array
  /** The sample with which each stroke begins. */
  readonly starts: readonly number[]
}

/** An endless series of handwritten digits. Each image depends on the seed and its number alone. */
export interface Strokes {
  readonly settings: StrokeSettings
  /** What image `index` shows. Every ten images in a row show every digit once. */
  label(index: number): number
  /** Writes image `index` at `to`: 784 numbers. */
  draw(index: number, into: Float32Array, to?: number): void
  /** `count` images from number `from` on. */
  take(from: number, count: number): Digits
  /** How image `index` was written. */
  trace(index: number): WrittenDigit
}

/** Designed weights are evened out by this power: rare styles occur more often than in life, and are learned. */
const EVENNESS = 0.6

/**
 * Writes digits in the given styles. Same styles, settings, seed and `series`: same images; another series of the same seed
 * has other images, for a test set.
 */
export function makeStrokes(
  styles: StrokeStyles,
  seed: number,
  settings: Partial<StrokeSettings> = {},
  series = 'strokes',
): Strokes {
  const how = { ...STROKE_SETTINGS, ...settings }
  const glyphs = styles.map((ways) => ways.slice(0, how.stylesPerDigit).map(makeGlyph))
  const choices = glyphs.map(makeChoice)
  const root = makeRng(seed, series)
  const path = makePath()
  const paper = new Float64Array(PIXELS)
  let decade = -1
  let order: ArrayLike<number> = []

  const label = (index: number): number => {
    const wanted = Math.floor(index / DIGITS)
    if (wanted !== decade) {
      decade = wanted
      order = root.split(`ten ${decade}`).permutation(DIGITS)
    }
    return order[index % DIGITS]
  }

  /** Chooses a style and follows it; answers what else is to be drawn from. */
  const write = (index: number, keepControls = false): { digit: number; style: number; rng: Rng } => {
    const digit = label(index)
    const rng = root.split(`image ${index}`)
    const style = choices[digit](rng)
    tracePath(path, glyphs[digit][style], digit, how, rng, keepControls)
    return { digit, style, rng }
  }

  const draw = (index: number, into: Float32Array, to = 0): void => {
    inkPath(path, how, write(index).rng, paper, into, to)
  }

  return {
    settings: how,
    label,
    draw,
    take(from, count) {
      const images = new Float32Array(count * PIXELS)
      const labels = new Uint8Array(count)
      for (let i = 0; i < count; i++) {
        labels[i] = label(from + i)
        draw(from + i, images, i * PIXELS)
      }
      return { images, labels }
    },
    trace(index) {
      const { digit, style, rng } = write(index, true)
      const moved = inkPath(path, how, rng, paper, new Float32Array(PIXELS), 0)
      return { digit, style, ...copyPath(path, moved), starts: glyphs[digit][style].starts }
    },
  }
}

type Followed = Pick<WrittenDigit, 'x' | 'y' | 'radius' | 'controls'>

function copyPath(path: PenPath, [right, down]: readonly [number, number]): Followed {
  const { count, controls, radius } = path
  const x = path.x.subarray(0, count + controls).map((at) => at + right)
  const y = path.y.subarray(0, count + controls).map((at) => at + down)
  return {
    x: x.slice(0, count),
    y: y.slice(0, count),
    radius: radius.slice(0, count),
    controls: Float64Array.from({ length: 2 * controls }, (_, i) => (i % 2 === 0 ? x : y)[count + (i >> 1)]),
  }
}

/** Draws an index with its weight. */
function makeChoice(glyphs: readonly Glyph[]): (rng: Rng) => number {
  const weights = glyphs.map(({ weight }) => weight ** EVENNESS)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return (rng) => {
    let left = rng.next() * total
    let index = 0
    while (index < weights.length - 1 && left >= weights[index]) left -= weights[index++]
    return index
  }
}
