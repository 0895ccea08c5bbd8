import type { History, HistoryUpdate } from '../../protocol/history.ts'
import type { Metrics } from './experiment.ts'
import { isKeptRow, thinsAt } from './recording.ts'

/** The measured rows of one run, and what of them the page does not have yet. */
export interface Recorder {
  /** The last measured step, −1 before the first. */
  last(): number
  add(step: number, metrics: Metrics): void
  /** Drops what was measured after `step`: the reader changed the past. */
  cutAfter(step: number): void
  /** What changed since the last call. */
  takeUpdate(): HistoryUpdate
  /** A copy of all rows. */
  all(): History
}

/** Records rows at multiples of `every` steps, starting with those of an earlier life. */
export function makeRecorder(every: number, earlier?: History): Recorder {
  let steps: number[] = [...(earlier?.steps ?? [])]
  let metrics: Record<string, number[]> = Object.fromEntries(
    Object.entries(earlier?.metrics ?? {}).map(([id, values]) => [id, [...values]]),
  )
  let known = 0 // rows that the page has
  let from = 0

  const select = (keep: (step: number) => boolean): void => {
    const kept = steps.map(keep)
    steps = steps.filter((_, row) => kept[row])
    metrics = Object.fromEntries(
      Object.entries(metrics).map(([id, values]) => [id, values.filter((_, row) => kept[row])]),
    )
  }

  const recorder: Recorder = {
    last: () => steps.at(-1) ?? -1,
    add(step, measured) {
      if (thinsAt(step, every)) {
        select((earlierStep) => isKeptRow(earlierStep, step, every))
        known = from = 0
      }
      // A metric may appear late or be missing once: its column stays as long as the others.
      for (const id of Object.keys(measured)) metrics[id] ??= new Array<number>(steps.length).fill(NaN)
      for (const [id, values] of Object.entries(metrics)) values.push(measured[id] ?? NaN)
      steps.push(step)
    },
    cutAfter(step) {
      if (recorder.last() <= step) return
      select((row) => row <= step)
      known = Math.min(known, steps.length)
      from = Math.min(from, step + 1)
    },
    takeUpdate() {
      const rows = {
        steps: steps.slice(known),
        metrics: Object.fromEntries(Object.entries(metrics).map(([id, values]) => [id, values.slice(known)])),
      }
      const update = { from, rows }
      known = steps.length
      from = recorder.last() + 1
      return update
    },
    all: () => ({
      steps: [...steps],
      metrics: Object.fromEntries(Object.entries(metrics).map(([id, values]) => [id, [...values]])),
    }),
  }
  return recorder
}
