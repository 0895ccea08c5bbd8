import type { Interval } from './pixels.ts'

/**
 * Thins a long series to what a picture of `columns` pixels can show: in each column the first, smallest,
 * largest and last value, in order, so that no peak is lost. Gaps (NaN) stay gaps. Short series pass as they are.
 */
export function decimate(
  x: (index: number) => number,
  y: ArrayLike<number>,
  domain: Interval,
  columns: number,
): number[] {
  const indices: number[] = []
  if (y.length <= columns * 4) {
    for (let index = 0; index < y.length; index++) indices.push(index)
    return indices
  }
  const columnOf = (index: number) =>
    Math.floor(((x(index) - domain[0]) / (domain[1] - domain[0] || 1)) * columns)
  let start = 0
  while (start < y.length) {
    const column = columnOf(start)
    let end = start
    let least = start
    let most = start
    let gap = -1
    while (end < y.length && columnOf(end) === column) {
      const value = y[end] ?? Number.NaN
      if (!Number.isFinite(value)) gap = end
      if (!(value >= (y[least] ?? Number.NaN))) least = Number.isFinite(value) ? end : least
      if (!(value <= (y[most] ?? Number.NaN))) most = Number.isFinite(value) ? end : most
      end++
    }
    // An x that is not a number belongs to no column; step over it.
    if (end === start) end++
    const kept = new Set([start, least, most, end - 1])
    if (gap >= 0) kept.add(gap)
    indices.push(...[...kept].sort((a, b) => a - b))
    start = end
  }
  return indices
}

/** Smallest and largest finite value of several series; null where there is none. Log: only positive values count. */
export function extentOf(series: readonly ArrayLike<number>[], log = false): Interval | null {
  let low = Infinity
  let high = -Infinity
  for (const values of series) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? Number.NaN
      if (!Number.isFinite(value) || (log && value <= 0)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low <= high ? [low, high] : null
}

/** Room around an extent, so that curves do not lie on the frame: 6 % on each side, in decades when log. */
export function padDomain([low, high]: Interval, log: boolean): Interval {
  if (log) {
    const room = Math.max(0.06 * Math.log10(high / low), 0.05)
    return [low / 10 ** room, high * 10 ** room]
  }
  const room = 0.06 * (high - low) || Math.abs(low) * 0.1 || 1
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room]
}
