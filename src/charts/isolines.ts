import { contours } from 'd3-contour'
import type { Grid } from './pixels.ts'

export type Point = readonly [x: number, y: number]

/**
 * Lines of equal value over a grid, in shares of its width and height (0…1, y down).
 * Values are read at the cells' centres; lines are carried on to the edge.
 */
export function makeIsolines({ columns, rows, values }: Grid, level: number): Point[][] {
  const shape = contours().size([columns, rows]).smooth(true).contour(Array.from(values), level)
  const lines: Point[][] = []
  for (const polygon of shape.coordinates) {
    for (const ring of polygon) {
      for (const line of openRing(ring as [number, number][], columns, rows)) {
        lines.push(line.map(([x, y]) => [x / columns, y / rows]))
      }
    }
  }
  return lines
}

type Vertex = readonly [number, number]

/** The rings of d3-contour run along the edge of the grid; only what lies inside is a line. */
function openRing(ring: readonly Vertex[], columns: number, rows: number): Vertex[][] {
  const onEdge = ([x, y]: Vertex) => x <= 0 || y <= 0 || x >= columns || y >= rows
  const open = ring.slice(0, -1)
  const start = open.findIndex(onEdge)
  if (start < 0) return [[...ring]]
  const turned = [...open.slice(start), ...open.slice(0, start + 1)]
  const lines: Vertex[][] = []
  let line: Vertex[] = []
  for (const vertex of turned) {
    if (!onEdge(vertex)) {
      line.push(vertex)
    } else if (line.length > 0) {
      if (line.length > 1) lines.push(carryToEdge(line, columns, rows))
      line = []
    }
  }
  return lines
}

/** Both ends stop half a cell short of the edge; this carries them on in their own direction. */
function carryToEdge(line: readonly Vertex[], columns: number, rows: number): Vertex[] {
  const extend = (from: Vertex | undefined, end: Vertex | undefined): Vertex[] => {
    if (!from || !end) return []
    const [dx, dy] = [end[0] - from[0], end[1] - from[1]]
    const reach = [
      dx > 0 ? (columns - end[0]) / dx : dx < 0 ? -end[0] / dx : Infinity,
      dy > 0 ? (rows - end[1]) / dy : dy < 0 ? -end[1] / dy : Infinity,
    ]
    const share = Math.min(...reach)
    const far = share * Math.hypot(dx, dy)
    return far > 0 && far < 1.5 ? [[end[0] + share * dx, end[1] + share * dy]] : []
  }
  return [...extend(line[1], line[0]), ...line, ...extend(line.at(-2), line.at(-1))]
}

/** Levels of a log10 surface: every half decade between low and high, whole decades numbered. */
export function chooseDecadeLevels(low: number, high: number): { log10: number; whole: boolean }[] {
  const from = Math.ceil(2 * low)
  const levels: { log10: number; whole: boolean }[] = []
  for (let half = from; half / 2 <= high && levels.length < 60; half++) {
    levels.push({ log10: half / 2 || 0, whole: half % 2 === 0 })
  }
  return levels
}

/**
 * Where numbers stand: on the upright at `share` of the width, as on a map. A number needs `gap` to the next
 * number and half of it to any other line of the list, and stays off the ends. All in shares.
 */
export function placeLevelNumbers<Key>(
  levels: readonly { key: Key; lines: readonly (readonly Point[])[] }[],
  share: number,
  gap: number,
): { key: Key; x: number; y: number }[] {
  const crossings = levels.flatMap(({ key, lines }) =>
    lines.flatMap((line) => crossUpright(line, share).map((y) => ({ key, y }))),
  )
  const placed: { key: Key; x: number; y: number }[] = []
  for (const { key, y } of crossings) {
    const crowded = crossings.some((other) => other.y !== y && Math.abs(other.y - y) < gap / 2)
    const near = placed.some((other) => Math.abs(other.y - y) < gap)
    if (!crowded && !near && y > gap / 2 && y < 1 - gap / 2) placed.push({ key, x: share, y })
  }
  return placed
}

function crossUpright(line: readonly Point[], x: number): number[] {
  const heights: number[] = []
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]]
    if (!from || !to || from[0] === to[0] || from[0] < x === to[0] < x) continue
    heights.push(from[1] + ((x - from[0]) / (to[0] - from[0])) * (to[1] - from[1]))
  }
  return heights
}
