import { SKETCHES, type SketchId } from '../../charts/sketches.ts'
import { formatPath } from '../../charts/text.tsx'
import type { Px } from '../../charts/thin.ts'
import type { History } from '../../protocol/history.ts'
import type { MetricSpec } from '../../protocol/spec.ts'

/** Which metrics the scrubber draws, and how steps and values become pixels. Pure. */

export type MetricSpecs = Readonly<Record<string, MetricSpec>>

/** The headline: the first metric that is drawn. */
export function headline(metrics: MetricSpecs): string | null {
  return Object.entries(metrics).find(([, spec]) => spec.hidden !== true)?.[0] ?? null
}

/** The headline, and what can be read on the same axis: the same scale, and both losses. */
export function drawnMetrics(metrics: MetricSpecs): readonly string[] {
  const first = headline(metrics)
  if (first === null) return []
  const isLoss = (spec: MetricSpec | undefined): boolean => spec?.role === 'train' || spec?.role === 'test'
  return Object.entries(metrics)
    .filter(
      ([id, spec]) =>
        spec.hidden !== true &&
        spec.scale === metrics[first]?.scale &&
        (id === first || (isLoss(spec) && isLoss(metrics[first]))),
    )
    .map(([id]) => id)
}

export interface Area {
  readonly width: number
  readonly height: number
  /** Room left and right for the ring. */
  readonly margin: number
  /** Room below the curve for the time line. */
  readonly foot: number
}

/** Where a step lies, in px from the left. */
export function stepToX(step: number, last: number, { width, margin }: Area): number {
  return margin + (last > 0 ? Math.min(1, Math.max(0, step / last)) : 0) * (width - 2 * margin)
}

/** The step under a place, whole. */
export function xToStep(x: number, last: number, { width, margin }: Area): number {
  const share = (x - margin) / Math.max(1, width - 2 * margin)
  return Math.round(Math.min(1, Math.max(0, share)) * last)
}

export interface Limits {
  readonly low: number
  readonly high: number
}

const plotted = (value: number, log: boolean): number => (log ? Math.log10(Math.max(value, 1e-12)) : value)

/** So many decades above the highest start a curve has blown up: its height says nothing more, and would flatten all else. */
const BLOWN_UP = 4

/** Smallest and largest finite value of some curves, on the axis' own scale. */
export function limitsOf(curves: readonly (readonly number[])[], log: boolean): Limits {
  let low = Infinity
  let high = -Infinity
  let start = -Infinity
  for (const curve of curves) {
    const first = curve.find((value) => Number.isFinite(value))
    if (first !== undefined) start = Math.max(start, plotted(first, log))
    for (const value of curve) {
      if (!Number.isFinite(value)) continue
      const y = plotted(value, log)
      if (y < low) low = y
      if (y > high) high = y
    }
  }
  if (log) high = Math.min(high, start + BLOWN_UP)
  return low <= high ? { low, high } : { low: 0, high: 1 }
}

/** Where a value lies, in px from the top; what is not finite, or beyond the limits, lies at the top. */
export function valueToY(value: number, limits: Limits, log: boolean, area: Area): number {
  const top = 8
  const room = area.height - area.foot - top - 14
  if (!Number.isFinite(value)) return top
  // Halves, because the distance of the largest numbers is no number.
  const span = limits.high / 2 - limits.low / 2
  const down = span > 0 ? (limits.high / 2 - plotted(value, log) / 2) / span : 0.5
  return top + Math.max(0, down) * room
}

/** Points of a curve between two steps, thinned to about two per px: the first, the last, the lowest and the highest of each. */
export function curvePath(
  steps: readonly number[],
  values: readonly number[],
  from: number,
  to: number,
  x: (step: number) => number,
  y: (value: number) => number,
): string {
  const points: Px[] = []
  let column = Number.NaN
  let low = 0
  let high = 0
  let lastY = 0
  const end = (): void => {
    if (Number.isNaN(column)) return
    if (high - low > 0.5) points.push([column, low], [column, high])
    points.push([column, lastY])
  }
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] ?? 0
    if (step < from) continue
    if (step > to) break
    const px = Math.round(x(step) * 2) / 2
    const py = y(values[i] ?? Number.NaN)
    if (px === column) {
      low = Math.min(low, py)
      high = Math.max(high, py)
    } else {
      end()
      column = px
      low = py
      high = py
    }
    lastY = py
  }
  end()
  return formatPath(points)
}

/** The value measured at a step, or at the last one before it. */
export function valueAtStep(
  steps: readonly number[],
  values: readonly number[],
  step: number,
): number | null {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle] ?? 0) <= step) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : (values[low - 1] ?? null)
}

/** Heights of the curves between two steps, with one point before them: what words there would cover. */
export function heightsBetween(
  histories: readonly History[],
  ids: readonly string[],
  from: number,
  to: number,
  y: (value: number) => number,
): readonly number[] {
  return histories.flatMap(({ steps, metrics }) => {
    const first = Math.max(0, steps.findIndex((step) => step >= from) - 1)
    const after = steps.findIndex((step) => step > to)
    if ((steps.at(-1) ?? -1) < from) return []
    return ids.flatMap((id) => (metrics[id] ?? []).slice(first, after < 0 ? undefined : after).map(y))
  })
}

/** A place for words: where they end or begin, and their base line, in px. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/**
 * The places for words of a width, freest first: at the end of the time line, at its beginning or in between, in rows; in
 * doubt the end. `between` gives the heights of the curves from one x to another.
 */
export function freePlaces(
  width: number,
  rows: readonly number[],
  line: number,
  area: Area,
  between: (from: number, to: number) => readonly number[],
): readonly Place[] {
  const [left, right] = [area.margin + 2, area.width - area.margin - 2]
  const inside = [0.25, 0.5].map((share) => left + share * (right - left)).filter((x) => x + width < right)
  const room = (from: number, y: number): number => {
    const [top, bottom] = [y - 0.75 * line, y + 0.25 * line]
    return Math.min(line, ...between(from, from + width).map((at) => Math.max(top - at, at - bottom)))
  }
  return rows
    .flatMap((y): { place: Place; free: number }[] => [
      { place: { x: right, y, anchor: 'end' }, free: room(right - width, y) + 2 },
      { place: { x: left, y, anchor: 'start' }, free: room(left, y) + 1 },
      ...inside.map((x) => ({ place: { x, y, anchor: 'start' as const }, free: room(x, y) })),
    ])
    .sort((one, other) => other.free - one.free)
    .map(({ place }) => place)
}

/** What the reader predicted, drawn where the curve will be. */
export function sketchPath(id: SketchId, { width, height, margin, foot }: Area): string {
  const room = height - foot - 22
  const points = Array.from({ length: 81 }, (_, i) => {
    const t = i / 80
    return [margin + t * (width - 2 * margin), 8 + (1 - SKETCHES[id](t)) * room] as const
  })
  return formatPath(points)
}
