import type { Speed } from '../../protocol/spec.ts'

/** How long one turn of work may last before messages are heard and other figures get their turn. */
export const SLICE_MS = 10
/** Steps are taken in chunks of about this length; the clock is read between chunks. */
const CHUNK_MS = 2.5
const MAX_CHUNK = 100_000
/** A run that was held up catches up at most this much. */
const MAX_DEBT_MS = 250
/** Slow motion: one phase, long enough to be looked at. */
const PHASE_MS = 700

/** Turns a speed into the number of steps that are due. */
export interface Pace {
  /** Steps (or phases) that may be taken now. */
  due(now: number): number
  took(count: number): void
  /** When the next one will be due. */
  nextAt(now: number): number
}

/** Starts pacing at time `now` (ms); the first step is due at once. `phased`: slow motion goes by phases. */
export function makePace(speed: Speed, phased: boolean, now: number): Pace {
  if (speed === 'max') return { due: () => Infinity, took: () => undefined, nextAt: (t) => t }
  const interval = speed === 'slow' ? (phased ? PHASE_MS : 1000) : 1000 / speed
  let next = now
  return {
    due(t) {
      next = Math.max(next, t - Math.max(MAX_DEBT_MS, interval))
      return t < next ? 0 : Math.floor((t - next) / interval) + 1
    },
    took(count) {
      next += count * interval
    },
    nextAt: () => next,
  }
}

/** How many steps make a chunk, learnt from how long the last chunks took. */
export interface Chunk {
  size(): number
  learn(steps: number, elapsed: number): void
}

export function makeChunk(): Chunk {
  let size = 1
  return {
    size: () => size,
    learn(steps, elapsed) {
      // Clocks in workers tick in tenths of a millisecond: a chunk that took "no time" says only "take more".
      const wanted = elapsed > 0 ? (steps * CHUNK_MS) / elapsed : 2 * size
      size = Math.max(1, Math.floor(Math.min(wanted, 2 * Math.max(size, steps), MAX_CHUNK)))
    },
  }
}

/** Steps per second over about the last second. */
export interface Meter {
  count(steps: number, now: number): void
  rate(): number
  reset(now: number): void
}

export function makeMeter(now: number): Meter {
  let since = now
  let steps = 0
  let rate = 0
  return {
    count(taken, t) {
      steps += taken
      if (t - since < 400) return
      const fresh = (steps * 1000) / (t - since)
      rate = rate === 0 ? fresh : (rate + fresh) / 2
      since = t
      steps = 0
    },
    rate: () => rate,
    reset(t) {
      since = t
      steps = rate = 0
    },
  }
}
