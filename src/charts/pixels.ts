/** Pictures as pixels, made without a DOM: the same functions paint canvases in the page and PNGs in the build. */
import {
  colorScale,
  fieldTone,
  FIELD,
  tokenColor,
  writeColor,
  type ScaleName,
  type Theme,
} from './palette.ts'

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

/**
 * A finer grid through the same values, smoothly (Catmull–Rom): for lines and fields over a coarse evaluation.
 * Where a neighbour is not finite, the nearest value stands instead.
 */
export function refineGrid(grid: Grid, factor: number): Grid {
  if (factor <= 1) return grid
  const across = refineRows(grid, factor)
  return transpose(refineRows(transpose(across), factor))
}

function refineRows({ columns, rows, values }: Grid, factor: number): Grid {
  const fine = new Float64Array(columns * factor * rows)
  for (let row = 0; row < rows; row++) {
    const at = (column: number) =>
      values[row * columns + Math.min(columns - 1, Math.max(0, column))] ?? Number.NaN
    for (let place = 0; place < columns * factor; place++) {
      const x = (place + 0.5) / factor - 0.5
      const column = Math.floor(x)
      const smooth = catmullRom(at(column - 1), at(column), at(column + 1), at(column + 2), x - column)
      fine[row * columns * factor + place] = Number.isFinite(smooth) ? smooth : at(Math.round(x))
    }
  }
  return { columns: columns * factor, rows, values: fine }
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}

function transpose({ columns, rows, values }: Grid): Grid {
  const turned = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column] ?? Number.NaN
  }
  return { columns: rows, rows: columns, values: turned }
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

/**
 * Regions of classes from a score for each: `scores` holds one grid after another. Each cell takes the colour of its
 * largest score, the stronger the surer a softmax over the scores would be.
 */
export function paintClasses(scores: Grid, classes: number): Paint {
  const cells = scores.columns * scores.rows
  return (theme) => {
    const plate = tokenColor(theme, 'plate')
    const colors = CLASS_TOKENS.map((token) => tokenColor(theme, token))
    const rgba = new Uint8ClampedArray(cells * 4)
    for (let cell = 0; cell < cells; cell++) {
      let best = 0
      const at = (k: number): number => scores.values[k * cells + cell] ?? Number.NaN
      for (let k = 1; k < classes; k++) if (at(k) > at(best)) best = k
      let sum = 0
      for (let k = 0; k < classes; k++) sum += Math.exp(at(k) - at(best))
      // 0 where all are alike, 1 where one is certain.
      const sure = (1 / sum - 1 / classes) / (1 - 1 / classes)
      const color = colors[best % colors.length] ?? plate
      for (let channel = 0; channel < 3; channel++) {
        const [from, to] = [plate[channel] ?? 0, color[channel] ?? 0]
        rgba[cell * 4 + channel] = from + (to - from) * FIELD[theme] * (Number.isNaN(sure) ? 0 : sure)
      }
      rgba[cell * 4 + 3] = 255
    }
    return { width: scores.columns, height: scores.rows, rgba }
  }
}

const CLASS_TOKENS = ['class-a', 'class-b', 'class-c', 'class-d'] as const
