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

/**
 * Moves wanted heights apart until neighbours are `gap` from each other, each as little as possible, and keeps
 * their order and the limits. Where there is no room for all, the gap shrinks.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const count = wanted.length
  const pitch = Math.min(gap, count > 1 ? (high - low) / (count - 1) : gap)
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  // With the gaps taken out, heights must only not fall: the nearest such heights are means of runs that would.
  const runs: { sum: number; size: number }[] = []
  order.forEach((index, rank) => {
    let run = { sum: (wanted[index] ?? 0) - rank * pitch, size: 1 }
    for (let last = runs.at(-1); last && last.sum / last.size > run.sum / run.size; last = runs.at(-1)) {
      run = { sum: run.sum + last.sum, size: run.size + last.size }
      runs.pop()
    }
    runs.push(run)
  })
  const means = runs.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
  const placed = new Array<number>(count).fill(low)
  order.forEach((index, rank) => {
    const mean = Math.min(high - (count - 1) * pitch, Math.max(low, means[rank] ?? low))
    placed[index] = mean + rank * pitch
  })
  return placed
}
