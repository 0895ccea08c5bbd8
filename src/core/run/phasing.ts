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
  const parts = going.flatMap((track) => track.run.phases?.()[Symbol.asyncIterator]() ?? [])
  if (going.length === 0 || parts.length < going.length) return undefined

  const next = async (): Promise<string | undefined> => {
    let name: string | undefined
    for (const part of parts) {
      const result = await part.next()
      if (result.done !== true) name = result.value
    }
    if (name === undefined) for (const track of going) await track.tookStep()
    return name
  }
  return {
    next,
    async finish() {
      while ((await next()) !== undefined);
    },
    async abandon() {
      for (const part of parts) await part.return?.()
    },
  }
}
