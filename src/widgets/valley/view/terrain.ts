import { chooseDecadeLevels } from '../../../charts/isolines.ts'
import type { ContourLevel } from '../../../charts/Contour.tsx'
import { type Grid, type Interval, sampleGrid } from '../../../charts/pixels.ts'
import { chooseTicks, formatDecade, formatTicks } from '../../../charts/ticks.ts'
import { getLandscape } from '../../../math/landscapes/index.ts'
import { type Point, makeTerrain } from '../../../math/landscape.ts'
import { fillIn } from '../../../math/parameter.ts'
import { settingOf, type LandscapeId } from '../spec.ts'

/** A landscape made ready for drawing: heights above its lowest point, as drawn (log₁₀ where it spans decades). */
export interface TerrainMap {
  readonly x: Interval
  readonly y: Interval
  readonly grid: Grid
  /** What the shading runs over. */
  readonly tone: Interval
  readonly levels: readonly ContourLevel[]
  readonly minima: readonly Point[]
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
  const minima = stationary.filter(({ kind }) => kind === 'lowest' || kind === 'minimum').map(({ at }) => at)
  const lowest = Math.min(...minima.map((at) => terrain.value(at)))
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
    tone: [log ? low * 0.35 : -0.02 * top, log ? low * 0.35 + (top - low * 0.35) * 1.1 : top],
    levels: log ? decades(top) : evenLevels(top),
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

/** Lines at even heights, closer together near the bottom, where paths end; every other one numbered. */
function evenLevels(top: number): ContourLevel[] {
  const ticks = chooseTicks([0, top], 6).filter((value) => value > 0)
  const every = ticks[0] ?? top
  const texts = formatTicks(ticks, false)
  const numbered = ticks.map((value, index) => ({ value, major: true, text: texts[index] ?? '' }))
  const between = [0.02, 0.1, 0.25, 0.5, 1.5, 2.5].map((share) => ({ value: share * every }))
  return [...between.filter(({ value }) => value < top), ...numbered].sort((a, b) => a.value - b.value)
}
