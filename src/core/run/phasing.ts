import { haltOrThrow } from './group.ts'
import type { Track } from './track.ts'

/** One step under way in slow motion: every member goes through the same named parts. */
export interface PhasedStep {
  /** Goes through the next part. Answers its name, or undefined when the step is complete. */
  next(): Promise<string | undefined>
  /** Goes through all that remain. */
  finish(): Promise<void>
  /** Leaves it where it stands: the run is about to be disposed of. */
  abandon(): Promise<void>
}

/** Begins a step of all runs that can go on. Undefined where the experiment names no phases. */
export function beginPhasedStep(tracks: readonly Track[]): PhasedStep | undefined {
  const going = tracks.filter((track) => track.halted() === undefined)
  const steps = going.flatMap((track) => {
    const parts = track.run.phases?.()[Symbol.asyncIterator]()
    return parts ? [{ track, parts }] : []
  })
  if (going.length === 0 || steps.length < going.length) return undefined

  /** For those that have not halted on the way: one that throws halts, and the others go on. */
  const each = async (go: (step: (typeof steps)[number]) => Promise<void>): Promise<void> => {
    for (const step of steps) {
      if (step.track.halted() !== undefined) {
        await step.parts.return?.()
        continue
      }
      try {
        await go(step)
      } catch (error) {
        haltOrThrow(step.track, error)
      }
    }
  }
  const next = async (): Promise<string | undefined> => {
    let name: string | undefined
    await each(async ({ parts }) => {
      const result = await parts.next()
      if (result.done !== true) name = result.value
    })
    if (name === undefined) await each(({ track }) => track.tookStep())
    return name
  }
  return {
    next,
    async finish() {
      while ((await next()) !== undefined);
    },
    async abandon() {
      for (const { parts } of steps) await parts.return?.()
    },
  }
}
