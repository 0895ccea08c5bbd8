/** Pictures as pixels, made without a DOM: the same functions paint canvases in the page and PNGs in the build. */
import { colorScale, fieldTone, FIELD, writeColor, type ScaleName, type Theme } from './palette.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Row 0 is the top. */
  readonly rgba: Uint8ClampedArray
}

/** Draws the picture for a theme. Keep it stable (useMemo): a new function is a new picture. */
export type Paint = (theme: Theme) => Pixels

/** Numbers on a grid, row after row. Row 0 is the top, column 0 the left; each number stands at its cell's centre. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly values: ArrayLike<number>
}

export type Interval = readonly [low: number, high: number]

/** Fills a grid from a function of the plane. `y` grows upward, so row 0 lies at the top of `yDomain`. */
export function sampleGrid(
  at: (x: number, y: number) => number,
  xDomain: Interval,
  yDomain: Interval,
  columns: number,
  rows: number,
): Grid {
  const values = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const y = yDomain[1] - ((row + 0.5) / rows) * (yDomain[1] - yDomain[0])
    for (let column = 0; column < columns; column++) {
      const x = xDomain[0] + ((column + 0.5) / columns) * (xDomain[1] - xDomain[0])
      values[row * columns + column] = at(x, y)
    }
  }
  return { columns, rows, values }
}

/** Colours a grid: `place` maps each number onto the scale (−1…1 for diverging, 0…1 for the others). */
export function paintGrid(
  grid: Grid,
  scale: ScaleName,
  place: (value: number, theme: Theme) => number,
): Paint {
  return (theme) => {
    const colors = colorScale(theme, scale)
    const rgba = new Uint8ClampedArray(grid.columns * grid.rows * 4)
    for (let index = 0; index < grid.columns * grid.rows; index++) {
      writeColor(rgba, index * 4, colors, place(grid.values[index] ?? Number.NaN, theme))
    }
    return { width: grid.columns, height: grid.rows, rgba }
  }
}

/** A decision field: logits, negative for class A and positive for B. Tone grows with the logit and never goes flat. */
export function paintField(logits: Grid): Paint {
  return paintGrid(logits, 'diverging', (logit, theme) => fieldTone(logit) * FIELD[theme])
}

/** Signed numbers over ±limit, as a field: activations of a unit, weights, gradients. */
export function paintSigned(grid: Grid, limit = 1): Paint {
  return paintGrid(grid, 'diverging', (value, theme) => (value / limit) * Math.min(1, FIELD[theme] + 0.2))
}

/** Sizes between low (plate) and high (grey): loss surfaces, attention. */
export function paintMagnitude(grid: Grid, [low, high]: Interval): Paint {
  return paintGrid(grid, 'magnitude', (value) => (value - low) / (high - low || 1))
}

/** Grey images between low (plate) and high (ink). */
export function paintImage(grid: Grid, [low, high]: Interval = [0, 1]): Paint {
  return paintGrid(grid, 'ink', (value) => (value - low) / (high - low || 1))
}
