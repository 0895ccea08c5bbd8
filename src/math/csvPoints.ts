import type { CsvTable } from './csv.ts'
import { makeRng } from './rng.ts'

export interface PointChoice {
  /** Indices of columns. */
  readonly x: number
  readonly y: number
  /** Null: all points are of one class. */
  readonly label: number | null
  /** The label is a number to predict, not a class. */
  readonly measured?: boolean
}

export interface PointLimits {
  /** Points are scaled into [−reach, reach]. */
  readonly reach: number
  readonly mostPoints: number
  readonly mostClasses: number
}

export type PointsProblem = 'same-column' | 'not-numbers' | 'no-rows' | 'too-many-classes'

/** Points of a table, and everything that was done to make them. */
export interface CsvPoints {
  readonly points: readonly { readonly x: number; readonly y: number; readonly label: number }[]
  /** The value in the class column for each label. */
  readonly names: readonly string[]
  /** Rows left out because a value is missing or is no number. */
  readonly incomplete: number
  /** Rows of classes beyond the most frequent ones. */
  readonly otherClasses: number
  /** Complete rows before some were drawn at random; equal to the number of points if all are there. */
  readonly complete: number
  readonly xRange: readonly [number, number]
  readonly yRange: readonly [number, number]
  /** Of the numbers to predict, which are scaled into [−1, 1]. */
  readonly valueRange?: readonly [number, number]
}

export type CsvPointsResult =
  | { readonly found: CsvPoints; readonly problem?: never }
  | { readonly problem: PointsProblem; readonly count?: number; readonly found?: never }

/** More different values than this are measurements, not classes. */
const SENSIBLE_CLASSES = 20

/** The columns a reader most likely means: the first two of numbers, and the last that looks like classes. */
export function guessColumns({ columns }: CsvTable, mostClasses: number): PointChoice {
  const indices = columns.map((_, i) => i)
  const different = (i: number): number => new Set(columns[i].cells.filter((cell) => cell !== '')).size
  const few = indices.filter((i) => different(i) >= 2 && different(i) <= SENSIBLE_CLASSES)
  const label =
    few.findLast((i) => columns[i].kind === 'text') ??
    few.findLast((i) => different(i) <= mostClasses && i > 0) ??
    null
  const numeric = indices.filter((i) => columns[i].kind === 'number' && i !== label)
  // Three columns of measurements: the third is what the others tell of.
  if (label === null && numeric.length > 2)
    return { x: numeric[0], y: numeric[1], label: numeric[2], measured: true }
  return { x: numeric[0] ?? 0, y: numeric[1] ?? Math.min(1, columns.length - 1), label }
}

/** Makes points of a table's rows. Never throws: what can't be, it names. */
export function pointsOfTable(table: CsvTable, choice: PointChoice, limits: PointLimits): CsvPointsResult {
  const { x, y, label } = choice
  const { reach, mostPoints, mostClasses } = limits
  if (x === y) return { problem: 'same-column' }
  if (choice.measured && label !== null) return measuredPoints(table, { x, y, value: label }, limits)
  const [across, up] = [table.columns[x], table.columns[y]]
  const classes = label === null ? null : table.columns[label].cells
  const complete = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(across.numbers[row]) && !Number.isNaN(up.numbers[row]) && classes?.[row] !== '',
  )
  if (complete.length === 0)
    return { problem: across.kind === 'text' || up.kind === 'text' ? 'not-numbers' : 'no-rows' }

  const counts = new Map<string, number>()
  for (const row of complete) counts.set(classes?.[row] ?? '', (counts.get(classes?.[row] ?? '') ?? 0) + 1)
  if (counts.size > SENSIBLE_CLASSES) return { problem: 'too-many-classes', count: counts.size }
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostClasses)
  const names = frequent.map(([name]) => name).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const wanted = complete.filter((row) => names.includes(classes?.[row] ?? ''))

  const kept = wanted.length > mostPoints ? drawRows(wanted, mostPoints) : wanted
  const xRange = rangeOf(across.numbers, wanted)
  const yRange = rangeOf(up.numbers, wanted)
  const points = kept.map((row) => ({
    x: place(across.numbers[row], xRange, reach),
    y: place(up.numbers[row], yRange, reach),
    label: names.indexOf(classes?.[row] ?? ''),
  }))
  return {
    found: {
      points,
      names,
      incomplete: table.rows - complete.length,
      otherClasses: complete.length - wanted.length,
      complete: wanted.length,
      xRange,
      yRange,
    },
  }
}

/** Points with a number to predict. */
function measuredPoints(
  { columns, rows }: CsvTable,
  { x, y, value }: { readonly x: number; readonly y: number; readonly value: number },
  { reach, mostPoints }: PointLimits,
): CsvPointsResult {
  if (value === x || value === y) return { problem: 'same-column' }
  const chosen = [columns[x], columns[y], columns[value]]
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    chosen.every(({ numbers }) => !Number.isNaN(numbers[row])),
  )
  if (complete.length === 0)
    return { problem: chosen.some(({ kind }) => kind === 'text') ? 'not-numbers' : 'no-rows' }
  const kept = complete.length > mostPoints ? drawRows(complete, mostPoints) : complete
  const [xRange, yRange, valueRange] = chosen.map(({ numbers }) => rangeOf(numbers, complete))
  return {
    found: {
      points: kept.map((row) => ({
        x: place(columns[x].numbers[row], xRange, reach),
        y: place(columns[y].numbers[row], yRange, reach),
        label: place(columns[value].numbers[row], valueRange, 1),
      })),
      names: [],
      incomplete: rows - complete.length,
      otherClasses: 0,
      complete: complete.length,
      xRange,
      yRange,
      valueRange,
    },
  }
}

/** The same rows every time: a file gives the same points. */
function drawRows(rows: readonly number[], count: number): number[] {
  const order = [...rows]
  makeRng(1, 'rows of a table').shuffle(order)
  return order.slice(0, count)
}

function rangeOf(numbers: Float64Array, rows: readonly number[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const row of rows) {
    low = Math.min(low, numbers[row])
    high = Math.max(high, numbers[row])
  }
  return [low, high]
}

/** Linear from the range to [−reach, reach]; a column of one value lies in the middle. */
function place(value: number, [low, high]: readonly [number, number], reach: number): number {
  return high > low ? (((value - low) / (high - low)) * 2 - 1) * reach : 0
}
