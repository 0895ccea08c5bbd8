import type { Problem } from '../../protocol/messages.ts'

/** Where a run's line of time ends: where it halted on a problem, and where it met its own end. Both hold until time branches before. */
export interface Ends {
  /** Why the run can't go on from where it stands. */
  halted(): Problem | undefined
  finished(step: number): boolean
  /** The run, standing at `step`, can't go on. */
  halt(step: number, problem: Problem): void
  /** The run, standing at `step`, has met its own end. */
  finish(step: number): void
  /** The run came to `step`, forward or by restoring: coming back to where it halted, it halts again. */
  arrive(step: number, anew?: boolean): void
  /** On the way from `step`, where to stop at the latest. */
  nextStop(step: number, toFinish: boolean): number
  /** Time branches at `step`: what lay beyond is dropped; with it the run's own end, if it stands there. */
  forgetBeyond(step: number): void
}

/** `report` is told whenever the run halts. */
export function makeEnds(report: (problem: Problem) => void): Ends {
  let halted: Problem | undefined
  let end: { readonly step: number; readonly problem: Problem } | undefined
  let finish: number | undefined

  const arrive = (step: number, anew = false): void => {
    if (anew) halted = undefined
    if (end === undefined || step < end.step || halted === end.problem) return
    halted = end.problem
    report(halted)
  }
  return {
    halted: () => halted,
    finished: (step) => step === finish,
    halt(step, problem) {
      end = { step, problem }
      arrive(step)
    },
    finish(step) {
      finish ??= step
    },
    arrive,
    nextStop(step, toFinish) {
      const own = toFinish && finish !== undefined && finish > step ? finish : Infinity
      return Math.min(end?.step ?? Infinity, own)
    },
    forgetBeyond(step) {
      if (end !== undefined && end.step > step) end = undefined
      if (finish !== undefined && finish >= step) finish = undefined
    },
  }
}
