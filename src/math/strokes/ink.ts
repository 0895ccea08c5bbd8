import type { Rng } from '../rng.ts'
import { SIDE, uniform, type PenPath } from './path.ts'
import type { StrokeSettings } from './settings.ts'

const PIXELS = SIDE * SIDE
/** A digit fainter than this is not made darker. */
const LEAST_TOP = 0.3

/**
 * Inks a path: 28 × 28 numbers from 0 (paper) to 1 (black), row 0 at the top, are written at `to`. The edge of the stroke
 * is a ramp over the distance from the pen's path, so that lines are as smooth as a scan. `paper` is scratch, [784].
 * Answers by how many pixels the ink was moved, to the right and down, to centre it.
 */
export function inkPath(
  path: PenPath,
  how: StrokeSettings,
  rng: Rng,
  paper: Float64Array,
  into: Float32Array,
  to: number,
): readonly [right: number, down: number] {
  const softness = uniform(rng, how.softness)
  const darkness = uniform(rng, how.darkness)
  const drawn = stampPath(path, softness, darkness, paper)
  const [right, down] = placeInk(drawn, how, rng)
  const scale = 1 / Math.max(drawn.darkest, LEAST_TOP)
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column - right, row - down]
      const ink = x < 0 || x >= SIDE || y < 0 || y >= SIDE ? 0 : paper[y * SIDE + x] * scale
      const grain = how.noise > 0 && ink > 0 ? how.noise * rng.normal() : 0
      into[to + row * SIDE + column] = Math.min(1, Math.max(0, ink + grain))
    }
  }
  return [right, down]
}

interface Drawn {
  readonly darkest: number
  /** The centre of the ink's mass, in pixels from the image's left and top edge. */
  readonly x: number
  readonly y: number
}

/** Sets a round stamp at each sample: a pixel keeps the nearest, measured from the pen's edge. */
function stampPath(path: PenPath, softness: number, darkness: number, paper: Float64Array): Drawn {
  const { count, x, y, radius, pen } = path
  paper.fill(Infinity)
  for (let i = 0; i < count; i++) {
    const edge = radius[i] * radius[i]
    // Farther away a stamp leaves no ink.
    const reach = Math.sqrt(edge + pen * softness + (softness * softness) / 4)
    const left = Math.max(0, Math.floor(x[i] - reach))
    const right = Math.min(SIDE - 1, Math.floor(x[i] + reach))
    const bottom = Math.min(SIDE - 1, Math.floor(y[i] + reach))
    for (let row = Math.max(0, Math.floor(y[i] - reach)); row <= bottom; row++) {
      const down = row + 0.5 - y[i]
      for (let column = left; column <= right; column++) {
        const across = column + 0.5 - x[i]
        const beyond = across * across + down * down - edge
        const pixel = row * SIDE + column
        if (beyond < paper[pixel]) paper[pixel] = beyond
      }
    }
  }

  let [mass, sumX, sumY, darkest] = [0, 0, 0, 0]
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const distance = Math.sqrt(Math.max(0, paper[pixel] + pen * pen))
    const share = Math.min(1, Math.max(0, (pen - distance) / softness + 0.5))
    const ink = Math.min(1, share * darkness)
    paper[pixel] = ink
    mass += ink
    sumX += ink * ((pixel % SIDE) + 0.5)
    sumY += ink * (Math.floor(pixel / SIDE) + 0.5)
    if (ink > darkest) darkest = ink
  }
  return { darkest, x: sumX / mass, y: sumY / mass }
}

/** By how many whole pixels the ink moves, to the right and down. */
function placeInk({ x, y }: Drawn, { centring, nudged }: StrokeSettings, rng: Rng): [number, number] {
  const moves = rng.next() < nudged
  const [dx, dy] = [rng.integer(3) - 1, rng.integer(3) - 1]
  const [right, down] = centring === 'mass' ? [Math.round(SIDE / 2 - x), Math.round(SIDE / 2 - y)] : [0, 0]
  return moves ? [right + dx, down + dy] : [right, down]
}
