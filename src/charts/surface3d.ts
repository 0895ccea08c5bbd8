/** A surface over a grid, turned and lit in software: pure, so that the build draws it too. */
import { colorScale, FIELD, tokenColor, writeColor, type Theme } from './palette.ts'
import type { Grid, Interval, Pixels } from './pixels.ts'

/** Where the eye stands, in degrees: azimuth round the vertical, elevation above the ground. */
export interface SurfaceView {
  readonly azimuth: number
  readonly elevation: number
}

export interface Projected {
  readonly x: number
  readonly y: number
  /** Larger is farther away. */
  readonly depth: number
}

/** Maps (u, v, h) with u, v in −1…1 (right, back) and h in 0…1 (up) to px of a picture. */
export type Project = (u: number, v: number, h: number) => Projected

/** How high the surface stands compared with half its width. */
const TALL = 0.95

/** An orthographic view that keeps its size while it turns. */
export function makeProjection({ azimuth, elevation }: SurfaceView, width: number, height: number): Project {
  const turn = (azimuth * Math.PI) / 180
  const tilt = (elevation * Math.PI) / 180
  const [cosTurn, sinTurn, cosTilt, sinTilt] = [
    Math.cos(turn),
    Math.sin(turn),
    Math.cos(tilt),
    Math.sin(tilt),
  ]
  const reach = Math.SQRT2
  const scale = Math.min(width / (2 * reach * 1.02), height / (2 * reach * sinTilt + TALL * cosTilt))
  const middle = height / 2 + (TALL * cosTilt * scale) / 2
  return (u, v, h) => {
    const right = u * cosTurn - v * sinTurn
    const back = u * sinTurn + v * cosTurn
    return {
      x: width / 2 + right * scale,
      y: middle - (back * sinTilt + h * TALL * cosTilt) * scale,
      depth: back * cosTilt - h * TALL * sinTilt,
    }
  }
}

export interface DepthBuffer {
  readonly width: number
  readonly height: number
  /** Infinity where there is no surface. */
  readonly depth: Float32Array
  /** Height 0…1 of the surface seen at each pixel. */
  readonly value: Float32Array
  /** Light 0…1 at each pixel. */
  readonly light: Float32Array
}

/** A height brought to 0…1 and kept inside; what is not a number counts as the top. */
export function unitHeight(value: number, [low, high]: Interval): number {
  const share = (value - low) / (high - low || 1)
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share))
}

/** Heights 0…1 and the light on each sample: what stays while the surface turns. */
export interface Terrain {
  readonly columns: number
  readonly rows: number
  readonly height: Float32Array
  readonly light: Float32Array
}

/** Light falls from the upper left, over the reader's shoulder. */
export function makeTerrain({ columns, rows, values }: Grid, heights: Interval): Terrain {
  const height = Float32Array.from({ length: columns * rows }, (_, index) =>
    unitHeight(values[index] ?? Number.NaN, heights),
  )
  const light = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const up = Math.max(0, row - 1) * columns
    const down = Math.min(rows - 1, row + 1) * columns
    for (let column = 0; column < columns; column++) {
      const left = row * columns + Math.max(0, column - 1)
      const right = row * columns + Math.min(columns - 1, column + 1)
      const slopeU = (((height[right] ?? 0) - (height[left] ?? 0)) * TALL * (columns - 1)) / 4
      const slopeV = (((height[up + column] ?? 0) - (height[down + column] ?? 0)) * TALL * (rows - 1)) / 4
      const lit = (0.5 * slopeU + 0.35 * slopeV + 0.8) / Math.hypot(slopeU, slopeV, 1)
      light[row * columns + column] = Math.min(1, Math.max(0, lit))
    }
  }
  return { columns, rows, height, light }
}

/** Draws the terrain's triangles into a depth buffer. */
export function renderSurface(
  terrain: Terrain,
  view: SurfaceView,
  width: number,
  height: number,
): DepthBuffer {
  const { columns, rows } = terrain
  const project = makeProjection(view, width, height)
  const count = width * height
  const buffer = {
    width,
    height,
    depth: new Float32Array(count).fill(Infinity),
    value: new Float32Array(count),
    light: new Float32Array(count),
  }
  const corners = {
    x: new Float32Array(columns * rows),
    y: new Float32Array(columns * rows),
    depth: new Float32Array(columns * rows),
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column
      const at = project(toUnit(column, columns), -toUnit(row, rows), terrain.height[index] ?? 0)
      corners.x[index] = at.x
      corners.y[index] = at.y
      corners.depth[index] = at.depth
    }
  }
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column
      fillTriangle(buffer, terrain, corners, corner, corner + 1, corner + columns)
      fillTriangle(buffer, terrain, corners, corner + 1, corner + columns + 1, corner + columns)
    }
  }
  return buffer
}

// The outermost samples lie on the rim: the half cell outside them is not drawn.
function toUnit(index: number, count: number): number {
  return count > 1 ? (2 * index) / (count - 1) - 1 : 0
}

interface Corners {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly depth: Float32Array
}

/** The hot loop: weights of the three corners go on by constants from pixel to pixel. */
function fillTriangle(
  buffer: DepthBuffer,
  terrain: Terrain,
  corners: Corners,
  a: number,
  b: number,
  c: number,
): void {
  const { width, height, depth, value, light } = buffer
  const ax = corners.x[a]
  const ay = corners.y[a]
  const bx = corners.x[b]
  const by = corners.y[b]
  const cx = corners.x[c]
  const cy = corners.y[c]
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  if (area === 0) return
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  const first = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
  const last = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
  const [da, db, dc] = [corners.depth[a], corners.depth[b], corners.depth[c]]
  const [ha, hb, hc] = [terrain.height[a], terrain.height[b], terrain.height[c]]
  const [la, lb, lc] = [terrain.light[a], terrain.light[b], terrain.light[c]]
  const stepB = (cy - ay) / area
  const stepC = -(by - ay) / area
  for (let row = top; row <= bottom; row++) {
    const px = first + 0.5 - ax
    const py = row + 0.5 - ay
    let wb = (px * (cy - ay) - py * (cx - ax)) / area
    let wc = (py * (bx - ax) - px * (by - ay)) / area
    for (let index = row * width + first; index <= row * width + last; index++) {
      const wa = 1 - wb - wc
      if (wa >= SEAM && wb >= SEAM && wc >= SEAM) {
        const z = wa * da + wb * db + wc * dc
        if (z < depth[index]) {
          depth[index] = z
          value[index] = wa * ha + wb * hb + wc * hc
          light[index] = wa * la + wb * lb + wc * lc
        }
      }
      wb += stepB
      wc += stepC
    }
  }
}

/** Neighbouring triangles overlap by this share, so that no seam shows. */
const SEAM = -1e-4

/** How many lines of equal height a surface carries. */
const LINES = 14

/**
 * Colours a depth buffer: grey by height, or by the sign of what lies above and below the height `zero`; lit, with lines of
 * equal height; transparent where there is no surface.
 */
export function colorSurface(buffer: DepthBuffer, theme: Theme, zero?: number): Pixels {
  const { width, height, depth, value, light } = buffer
  const rgba = new Uint8ClampedArray(width * height * 4)
  const scale = colorScale(theme, zero === undefined ? 'magnitude' : 'diverging')
  const [inkRed, inkGreen, inkBlue] = tokenColor(theme, 'ink')
  const bright = theme === 'light'
  const tone = (height: number): number => {
    if (zero !== undefined) return (FIELD[theme] * (height - zero)) / Math.max(zero, 1 - zero)
    return bright ? 0.15 + 0.75 * height : 0.3 + 0.6 * height
  }
  const bands = new Uint8Array(width * height)
  for (let index = 0; index < bands.length; index++) bands[index] = value[index] * LINES
  for (let index = 0; index < width * height; index++) {
    if (depth[index] === Infinity) continue
    const at = index * 4
    writeColor(rgba, at, scale, tone(value[index]))
    const lit = light[index]
    const below = index + width
    const crossed =
      ((index + 1) % width !== 0 && depth[index + 1] !== Infinity && bands[index + 1] !== bands[index]) ||
      (below < width * height && depth[below] !== Infinity && bands[below] !== bands[index])
    const share = (bright ? 0.3 * (1 - lit) : 0.22 * lit * lit) + (crossed ? 0.2 : 0)
    rgba[at] = rgba[at] * (1 - share) + inkRed * share
    rgba[at + 1] = rgba[at + 1] * (1 - share) + inkGreen * share
    rgba[at + 2] = rgba[at + 2] * (1 - share) + inkBlue * share
  }
  return { width, height, rgba }
}

/** Height of the surface above (x, y) shares of the grid (y down), between its samples. */
export function heightAt({ columns, rows, values }: Grid, x: number, y: number): number {
  const at = {
    c: Math.min(columns - 1, Math.max(0, x * (columns - 1))),
    r: Math.min(rows - 1, Math.max(0, y * (rows - 1))),
  }
  const c = Math.min(columns - 2, Math.floor(at.c))
  const r = Math.min(rows - 2, Math.floor(at.r))
  const [fc, fr] = [at.c - c, at.r - r]
  const value = (dc: number, dr: number) => values[(r + dr) * columns + c + dc] ?? Number.NaN
  return (
    (value(0, 0) * (1 - fc) + value(1, 0) * fc) * (1 - fr) + (value(0, 1) * (1 - fc) + value(1, 1) * fc) * fr
  )
}
