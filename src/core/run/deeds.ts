import type { Deed } from '../../protocol/messages.ts'

/** What the reader did to a run, in order, and how much of it the run includes; the rest is a future that was scrubbed away from. */
export interface Deeds {
  all(): readonly Deed[]
  done(): readonly Deed[]
  /** How many are done. */
  count(): number
  /** The step of the next one, Infinity where all are done. */
  nextStep(): number
  /** Takes the next one that is due at `step`; it counts as done. */
  takeDue(step: number): Deed | undefined
  /** Adds one, done now. Call `cut` before. */
  add(deed: Deed): void
  /** Drops what is not done. */
  cut(): void
  /** Takes back the acts of a batch, and all that is not done. Answers where the first one was; undefined: nowhere. */
  takeBack(batch: number): { readonly step: number; readonly index: number } | undefined
  /** The run was brought to a state that includes so many. */
  setCount(count: number): void
}

export function makeDeeds(earlier: readonly Deed[]): Deeds {
  let log: readonly Deed[] = earlier
  let done = 0
  return {
    all: () => log,
    done: () => log.slice(0, done),
    count: () => done,
    nextStep: () => log[done]?.step ?? Infinity,
    takeDue(step) {
      const next = log[done]
      if (next === undefined || next.step > step) return undefined
      done++
      return next
    },
    add(deed) {
      log = [...log, deed]
      done = log.length
    },
    cut() {
      log = log.slice(0, done)
    },
    takeBack(batch) {
      const undone = (deed: Deed): boolean => deed.batch === batch && deed.kind === 'act'
      const index = log.findIndex((deed, i) => i < done && undone(deed))
      const first = log[index]
      if (first === undefined) return undefined
      log = log.slice(0, done).filter((deed) => !undone(deed))
      return { step: first.step, index }
    },
    setCount(count) {
      done = count
    },
  }
}
