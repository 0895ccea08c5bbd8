import { chooseDecadeLevels } from '../../../charts/isolines.ts'
import type { ContourLevel } from '../../../charts/Contour.tsx'
import { type Grid, type Interval, sampleGrid } from '../../../charts/pixels.ts'
import { formatDecade, formatTicks } from '../../../charts/ticks.ts'
import { getLandscape } from '../../../math/landscapes/index.ts'
import { type Point, makeTerrain } from '../../../math/landscape.ts'
import { fillIn } from '../../../math/parameter.ts'
import { settingOf, type LandscapeId } from '../spec.ts'

/** A landscape made ready for drawing: heights above its lowest point, as drawn (log₁₀ where it spans decades). */
export interface TerrainMap {
  readonly x: Interval
  readonly y: Interval
  readonly grid: Grid
  /** Lowest and highest value of the grid. */
  readonly heights: Interval
  /** A value of the grid → its tone, 0…1. */
  readonly shade: (placed: number) => number
  readonly levels: readonly ContourLevel[]
  /** The lowest points, and minima that are lower than all around only. */
  readonly minima: readonly { readonly at: Point; readonly kind: 'lowest' | 'minimum' }[]
  readonly saddles: readonly Point[]
  /** A gentle landscape, whose saddle points are part of the story. */
  readonly flat: boolean
  /** Height above the lowest point → as drawn. */
  readonly place: (height: number) => number
  readonly format: (placed: number) => string
}

const COLUMNS = 132
const ROWS = 96
/** Below this a log map would have no bottom. */
const FLOOR = 1e-3

/** Samples a landscape over its window. Pure; keep the result while id and shape stay. */
export function mapTerrain(id: LandscapeId, shape: Readonly<Record<string, number>>): TerrainMap {
  const landscape = getLandscape(id)
  const terrain = makeTerrain(landscape, shape)
  const stationary = landscape.stationary(fillIn(landscape.parameters, shape))
  const minima = stationary.flatMap(({ at, kind }) =>
    kind === 'lowest' || kind === 'minimum' ? [{ at, kind }] : [],
  )
  const lowest = Math.min(...minima.map(({ at }) => terrain.value(at)))
  const { window } = settingOf(id)
  const log = landscape.levels === 'log'
  const place = (height: number): number => (log ? Math.log10(Math.max(height, 0) + FLOOR) : height)
  const grid = sampleGrid((x, y) => place(terrain.value([x, y]) - lowest), window.x, window.y, COLUMNS, ROWS)
  const top = Array.from(grid.values).reduce((most, value) => Math.max(most, value), -Infinity)
  const low = log ? Math.log10(FLOOR) : 0
  return {
    x: window.x,
    y: window.y,
    grid,
    heights: [low, top],
    // Shades of a bowl grow with the distance from its bottom, not with the height.
    shade: (placed) =>
      log ? (placed - 0.35 * low) / (1.1 * (top - 0.35 * low)) : 0.95 * Math.sqrt(placed / top),
    levels: log ? decades(top) : roundLevels(top),
    minima,
    flat: !log,
    saddles: stationary.filter(({ kind }) => kind === 'saddle').map(({ at }) => at),
    place,
    format: (placed) => (log ? formatDecade(10 ** placed) : (formatTicks([placed], false)[0] ?? '')),
  }
}

function decades(top: number): ContourLevel[] {
  return chooseDecadeLevels(-2, top).map(({ log10, whole }) => ({
    value: Math.log10(10 ** log10 + FLOOR),
    major: whole,
    ...(whole && log10 >= -1 ? { text: formatDecade(10 ** log10) } : {}),
  }))
}

/** Lines at 1, 2, 3, 5 and 7 of each power of ten over the last two and a half: close together where paths end. */
function roundLevels(top: number): ContourLevel[] {
  const levels: ContourLevel[] = []
  for (let power = Math.floor(Math.log10(top / 300)); 10 ** power < top; power++) {
    for (const digit of [1, 2, 3, 5, 7]) {
      const value = digit * 10 ** power
      const major = digit === 1 || digit === 5
      if (value > top / 300 && value < top)
        levels.push({ value, major, ...(major ? { text: formatTicks([value], false)[0] ?? '' } : {}) })
    }
  }
  return levels
}
