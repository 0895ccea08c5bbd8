import type { LineRole } from './marks.tsx'

/** One curve of a line chart. */
export interface Line {
  readonly id: string
  /** Stands at the line's end. */
  readonly name: string
  /** Default 0, 1, 2… */
  readonly x?: ArrayLike<number>
  /** NaN is a gap; so are values ≤ 0 on a log axis. */
  readonly y: ArrayLike<number>
  /** `future` is the part not yet reached: thin and grey. `zero` and the like: a reference with a dash. */
  readonly role: LineRole | 'future'
  /** Which dash, for references. Default: its place among them. */
  readonly dash?: number
  /** The run diverged at its last point; these words stand there, in the warning colour. */
  readonly diverged?: string
  /** A colour by meaning instead of the role's: `var(--neg)`, `var(--class-c)`. */
  readonly color?: string
}

export function lineX(line: Line, index: number): number {
  return line.x ? (line.x[index] ?? Number.NaN) : index
}

/** The point nearest to an x where the line has a value; -1 where it has none. */
export function nearestIndex(line: Line, x: number): number {
  let best = -1
  let least = Infinity
  for (let index = 0; index < line.y.length; index++) {
    const distance = Math.abs(lineX(line, index) - x)
    if (distance < least && Number.isFinite(line.y[index])) {
      least = distance
      best = index
    }
  }
  return best
}

/** Moves wanted heights apart until neighbours are `gap` from each other, within limits; keeps their order. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed = wanted.map((value) => Math.min(high, Math.max(low, value)))
  for (let pass = 0; pass < 30; pass++) {
    let moved = false
    for (let place = 1; place < order.length; place++) {
      const upper = order[place - 1] ?? 0
      const lower = order[place] ?? 0
      const lack = gap - ((placed[lower] ?? 0) - (placed[upper] ?? 0))
      if (lack > 0.01) {
        placed[upper] = Math.max(low, (placed[upper] ?? 0) - lack / 2)
        placed[lower] = Math.min(high, (placed[lower] ?? 0) + lack / 2)
        moved = true
      }
    }
    if (!moved) break
  }
  return placed
}
