import type { Members } from './members.ts'
import { beginPhasedStep, type PhasedStep } from './phasing.ts'

/** Takes the steps of a session in their named parts, one part at a time. */
export interface SlowMotion {
  /** The part just finished, undefined between steps. */
  phase(): string | undefined
  /** Whether a step is half done: nothing may be saved, changed or sought now. */
  underWay(): boolean
  /** One part of a step, or the whole where the experiment names no parts. `end`: the step was complete. */
  take(): Promise<'part' | 'end' | 'whole'>
  /** Completes the step under way. */
  finish(): Promise<void>
  /** Leaves it where it stands: the runs are about to be disposed of. */
  abandon(): Promise<void>
}

export function makeSlowMotion(members: Members): SlowMotion {
  let phased: PhasedStep | undefined
  let phase: string | undefined

  return {
    phase: () => phase,
    underWay: () => phased !== undefined,
    async take() {
      if (phased === undefined) {
        for (const group of members.groups()) await group.advance(group.step()) // deeds logged for this very step
        phased = beginPhasedStep(members.tracks())
        if (phased === undefined) {
          for (const group of members.groups()) await group.advance(group.step() + 1)
          return 'whole'
        }
      }
      phase = await phased.next()
      if (phase !== undefined) return 'part'
      phased = undefined
      return 'end'
    },
    async finish() {
      if (phased === undefined) return
      await phased.finish()
      phased = undefined
      phase = undefined
    },
    async abandon() {
      await phased?.abandon()
    },
  }
}
