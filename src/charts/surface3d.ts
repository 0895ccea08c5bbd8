/** A surface over a grid, turned and lit in software: pure, so that the build draws it too. */
import { colorScale, tokenColor, writeColor, type Theme } from './palette.ts'
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

/** Draws the grid's triangles into a depth buffer. */
export function renderSurface(
  grid: Grid,
  heights: Interval,
  view: SurfaceView,
  width: number,
  height: number,
): DepthBuffer {
  const { columns, rows } = grid
  const project = makeProjection(view, width, height)
  const count = width * height
  const buffer = {
    width,
    height,
    depth: new Float32Array(count).fill(Infinity),
    value: new Float32Array(count),
    light: new Float32Array(count),
  }
  const vertices: Vertex[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const h = unitHeight(grid.values[row * columns + column] ?? Number.NaN, heights)
      const at = project(toUnit(column, columns), -toUnit(row, rows), h)
      vertices.push({ ...at, h, light: lightAt(grid, heights, column, row) })
    }
  }
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column
      const [a, b, c, d] = [
        vertices[corner],
        vertices[corner + 1],
        vertices[corner + columns],
        vertices[corner + columns + 1],
      ]
      if (!a || !b || !c || !d) continue
      fillTriangle(buffer, a, b, c)
      fillTriangle(buffer, b, d, c)
    }
  }
  return buffer
}

// The outermost samples lie on the rim: the half cell outside them is not drawn.
function toUnit(index: number, count: number): number {
  return count > 1 ? (2 * index) / (count - 1) - 1 : 0
}

interface Vertex extends Projected {
  readonly h: number
  readonly light: number
}

/** Light falls from the upper left, over the reader's shoulder. */
function lightAt(grid: Grid, heights: Interval, column: number, row: number): number {
  const at = (c: number, r: number) => {
    const inside =
      Math.min(grid.rows - 1, Math.max(0, r)) * grid.columns + Math.min(grid.columns - 1, Math.max(0, c))
    return unitHeight(grid.values[inside] ?? Number.NaN, heights)
  }
  const slopeU = ((at(column + 1, row) - at(column - 1, row)) * TALL * (grid.columns - 1)) / 4
  const slopeV = ((at(column, row - 1) - at(column, row + 1)) * TALL * (grid.rows - 1)) / 4
  const length = Math.hypot(slopeU, slopeV, 1)
  return Math.min(1, Math.max(0, (0.5 * slopeU + 0.35 * slopeV + 0.8) / length))
}

function fillTriangle(buffer: DepthBuffer, a: Vertex, b: Vertex, c: Vertex): void {
  const { width, height, depth, value, light } = buffer
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  if (area === 0) return
  const top = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y) - 0.5))
  const bottom = Math.min(height - 1, Math.floor(Math.max(a.y, b.y, c.y) - 0.5))
  const first = Math.max(0, Math.ceil(Math.min(a.x, b.x, c.x) - 0.5))
  const last = Math.min(width - 1, Math.floor(Math.max(a.x, b.x, c.x) - 0.5))
  const seam = -1e-4
  for (let row = top; row <= bottom; row++) {
    for (let column = first; column <= last; column++) {
      const px = column + 0.5 - a.x
      const py = row + 0.5 - a.y
      const wb = (px * (c.y - a.y) - py * (c.x - a.x)) / area
      const wc = (py * (b.x - a.x) - px * (b.y - a.y)) / area
      const wa = 1 - wb - wc
      if (wa < seam || wb < seam || wc < seam) continue
      const index = row * width + column
      const z = wa * a.depth + wb * b.depth + wc * c.depth
      if (z >= (depth[index] ?? Infinity)) continue
      depth[index] = z
      value[index] = wa * a.h + wb * b.h + wc * c.h
      light[index] = wa * a.light + wb * b.light + wc * c.light
    }
  }
}

/** How many lines of equal height a surface carries. */
const LINES = 14

/** Colours a depth buffer: grey by height, lit, with lines of equal height; transparent where there is no surface. */
export function colorSurface(buffer: DepthBuffer, theme: Theme): Pixels {
  const { width, height, depth, value, light } = buffer
  const rgba = new Uint8ClampedArray(width * height * 4)
  const scale = colorScale(theme, 'magnitude')
  const ink = tokenColor(theme, 'ink')
  const band = (index: number) => Math.floor((value[index] ?? 0) * LINES)
  for (let index = 0; index < width * height; index++) {
    if (depth[index] === Infinity) continue
    writeColor(
      rgba,
      index * 4,
      scale,
      theme === 'light' ? 0.15 + 0.75 * (value[index] ?? 0) : 0.3 + 0.6 * (value[index] ?? 0),
    )
    const lit = light[index] ?? 0
    let share = theme === 'light' ? 0.3 * (1 - lit) : 0.22 * lit * lit
    const [right, below] = [index + 1, index + width]
    const crossed =
      ((index + 1) % width !== 0 && depth[right] !== Infinity && band(right) !== band(index)) ||
      (below < width * height && depth[below] !== Infinity && band(below) !== band(index))
    if (crossed) share += theme === 'light' ? 0.22 : 0.18
    for (let channel = 0; channel < 3; channel++) {
      const from = rgba[index * 4 + channel] ?? 0
      rgba[index * 4 + channel] = from + ((ink[channel] ?? 0) - from) * share
    }
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
