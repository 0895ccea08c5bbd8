import type { Rng } from '../rng.ts'
import type { StrokeSettings } from './settings.ts'
import type { Glyph } from './style.ts'

/** Columns and rows of an image. */
export const SIDE = 28

/** The pen's way over the paper: its place and radius, sample by sample, in pixels of the image. */
export interface PenPath {
  /** Samples in use; after them come so many control points, which are moved with the rest but leave no ink. */
  count: number
  controls: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly radius: Float64Array
  /** Half the pen's width, without pressure. */
  pen: number
}

const MOST_SAMPLES = 128
/** No pen is thinner or thicker than this, in pixels, whatever is drawn. */
const PEN_RANGE = [1.1, 5.2] as const
const LEAST_RADIUS = 0.45
/** Writers are tidy or sloppy: all points of a digit stray by the same factor, exp N(0, 0.4), and no more than this. */
const UNTIDINESS = 0.4
const MOST_UNTIDY = 1.5
const WAVES = 3
/** Waves per box of the slow and of the fast ones. */
const WAVE_RANGE = [0.25, 0.9] as const
/** Digits differ in proportion and in slant; these were found by comparing mean images with handwriting. */
const ASPECTS = [1.08, 0.97, 1.02, 0.94, 0.97, 1.02, 1.05, 0.97, 1, 1.02]
const SLANTS = [0.04, 0.04, -0.02, -0.1, 0.02, -0.03, -0.06, -0.03, -0.04, -0.06]

export function makePath(): PenPath {
  const numbers = (): Float64Array => new Float64Array(MOST_SAMPLES)
  return { count: 0, controls: 0, x: numbers(), y: numbers(), radius: numbers(), pen: 0 }
}

/** Draws one hand's way of following a glyph, into `path`. */
export function tracePath(
  path: PenPath,
  glyph: Glyph,
  digit: number,
  how: StrokeSettings,
  rng: Rng,
  keepControls = false,
): void {
  followGlyph(path, glyph, how.jitter, rng, keepControls)
  bendPlane(path, how.warp, rng)
  shapePath(path, digit, how, rng)
  pressPen(path, how, rng)
  fitBox(path, how.box)
}

/** Moves the control points, then samples the curve through them. */
function followGlyph(path: PenPath, glyph: Glyph, jitter: number, rng: Rng, keepControls: boolean): void {
  const { controls, looseness, from, blend } = glyph
  const stray = jitter * Math.min(MOST_UNTIDY, Math.exp(UNTIDINESS * rng.normal()))
  const moved = new Float64Array(controls.length)
  for (let i = 0; i < controls.length; i++) moved[i] = controls[i] + stray * looseness[i >> 1] * rng.normal()
  path.count = from.length / 4
  for (let i = 0; i < path.count; i++) {
    let x = 0
    let y = 0
    for (let k = 4 * i; k < 4 * i + 4; k++) {
      x += blend[k] * moved[2 * from[k]]
      y += blend[k] * moved[2 * from[k] + 1]
    }
    path.x[i] = x
    path.y[i] = y
  }
  path.controls = keepControls ? moved.length / 2 : 0
  for (let k = 0; k < path.controls; k++) {
    path.x[path.count + k] = moved[2 * k]
    path.y[path.count + k] = moved[2 * k + 1]
  }
}

/** An elastic distortion of the pen's path, not of pixels: lines stay as sharp and as wide as the pen is. */
function bendPlane({ count, controls, x, y }: PenPath, warp: number, rng: Rng): void {
  const waves = Array.from({ length: WAVES }, () => {
    const frequency = 2 * Math.PI * uniform(rng, WAVE_RANGE)
    const angle = 2 * Math.PI * rng.next()
    return {
      a: frequency * Math.cos(angle),
      b: frequency * Math.sin(angle),
      phase: 2 * Math.PI * rng.next(),
      across: warp * rng.normal(),
      down: warp * rng.normal(),
    }
  })
  for (let i = 0; i < count + controls; i++) {
    let dx = 0
    let dy = 0
    for (const { a, b, phase, across, down } of waves) {
      const at = a * x[i] + b * y[i] + phase
      dx += across * Math.sin(at)
      dy += down * Math.cos(at)
    }
    x[i] += dx
    y[i] += dy
  }
}

/** Proportions, slant and rotation. */
function shapePath({ count, controls, x, y }: PenPath, digit: number, how: StrokeSettings, rng: Rng): void {
  const waist = how.waist * rng.normal()
  const taper = how.taper * rng.normal()
  const bow = how.bow * rng.normal()
  const aspect = how.aspect * Math.exp(how.aspectSpread * rng.normal()) * ASPECTS[digit]
  const slant = how.slant + how.slantSpread * rng.normal() + SLANTS[digit]
  const angle = how.rotationSpread * rng.normal()
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let i = 0; i < count + controls; i++) {
    const v = y[i] + waist * (1 - 4 * y[i] * y[i])
    const bent = x[i] * (1 + 2 * taper * v) + bow * (4 * v * v - 1)
    const u = bent * aspect - slant * v
    x[i] = cos * u - sin * v
    y[i] = sin * u + cos * v
  }
}

function pressPen(path: PenPath, how: StrokeSettings, rng: Rng): void {
  const { count, radius } = path
  const width = how.penWidth * Math.exp(how.penSpread * rng.normal())
  path.pen = Math.min(PEN_RANGE[1], Math.max(PEN_RANGE[0], width)) / 2
  const pressure = how.pressure * rng.normal()
  const frequency = 2 * Math.PI * uniform(rng, [0.5, 2])
  const phase = 2 * Math.PI * rng.next()
  for (let i = 0; i < count; i++) {
    const swell = 1 + pressure * Math.sin((frequency * i) / (count - 1) + phase)
    radius[i] = Math.max(LEAST_RADIUS, path.pen * swell)
  }
}

/** Scales the path so that the longest side, ink included, is the box's, and puts it in the middle of the image. */
function fitBox({ count, controls, x, y, pen }: PenPath, box: number): void {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i])
    right = Math.max(right, x[i])
    top = Math.min(top, y[i])
    bottom = Math.max(bottom, y[i])
  }
  const scale = (box - 2 * pen) / Math.max(right - left, bottom - top, 1e-3)
  for (let i = 0; i < count + controls; i++) {
    x[i] = SIDE / 2 + scale * (x[i] - (left + right) / 2)
    y[i] = SIDE / 2 + scale * (y[i] - (top + bottom) / 2)
  }
}

export function uniform(rng: Rng, [least, most]: readonly [number, number]): number {
  return least + (most - least) * rng.next()
}
