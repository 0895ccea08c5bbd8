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

/** Smallest and largest finite value of some curves, on the axis' own scale. */
export function limitsOf(curves: readonly (readonly number[])[], log: boolean): Limits {
  let low = Infinity
  let high = -Infinity
  for (const curve of curves) {
    for (const value of curve) {
      if (!Number.isFinite(value)) continue
      const y = plotted(value, log)
      if (y < low) low = y
      if (y > high) high = y
    }
  }
  return low <= high ? { low, high } : { low: 0, high: 1 }
}

/** Where a value lies, in px from the top; what is not finite lies at the top. */
export function valueToY(value: number, limits: Limits, log: boolean, area: Area): number {
  const top = 8
  const room = area.height - area.foot - top - 14
  if (!Number.isFinite(value)) return top
  // Halves, because the distance of the largest numbers is no number.
  const span = limits.high / 2 - limits.low / 2
  return top + (span > 0 ? (limits.high / 2 - plotted(value, log) / 2) / span : 0.5) * room
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

/**
 * The base line of a line of words: the topmost that keeps clear of all heights, else the clearest. Words move by whole
 * rows, so that they stand still while a curve grows.
 */
export function placeWords(crowd: readonly number[], { height, foot }: Area, line: number): number {
  const clear = (y: number): number => Math.min(200, ...crowd.map((at) => Math.abs(at - (y - line / 4))))
  const rows = Array.from({ length: Math.floor((height - foot - 8 - line) / 6) + 1 }, (_, i) => line + 6 * i)
  const widest = Math.max(...rows.map(clear))
  return rows.find((y) => clear(y) >= Math.min(widest, line * 0.65)) ?? line
}

/** Heights of the curves where the words stand, at the end. */
export function heightsNearEnd(
  histories: readonly History[],
  ids: readonly string[],
  last: number,
  y: (value: number) => number,
): readonly number[] {
  return histories.flatMap(({ steps, metrics }) =>
    ids.flatMap((id) =>
      [0.6, 0.7, 0.8, 0.9, 1].flatMap((share) => {
        const value = valueAtStep(steps, metrics[id] ?? [], share * last)
        return value === null || (steps.at(-1) ?? -1) < share * last * 0.9 ? [] : [y(value)]
      }),
    ),
  )
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
