import { BackendProblem } from '../backend/problem.ts'
import { makeChunk, type Chunk } from './pacing.ts'
import type { Track } from './track.ts'

/** Runs that go in step: all members of a figure, or where the spec says `free` one of each compared setting. */
export interface Group {
  readonly chunk: Chunk
  /** Milliseconds worked, for a fair share among groups. */
  used: number
  /** The step that all of its runs have reached, halted and finished ones aside. */
  step(): number
  /** Whether every run of the group has halted. */
  halted(): boolean
  /** Whether every run of the group has halted or met its own end. */
  finished(): boolean
  /**
   * Brings every run to `target`, or, if `toFinish`, only to its own end. A run that throws halts and the others go on; a
   * lost device is thrown on.
   */
  advance(target: number, toFinish?: boolean): Promise<void>
}

export function makeGroup(tracks: readonly Track[]): Group {
  const going = (): readonly Track[] =>
    tracks.filter((track) => track.halted() === undefined && !track.finished())
  return {
    chunk: makeChunk(),
    used: 0,
    step() {
      const steps = going().map((track) => track.step())
      return steps.length > 0 ? Math.min(...steps) : Math.max(...tracks.map((track) => track.step()))
    },
    halted: () => tracks.every((track) => track.halted() !== undefined),
    finished: () => going().length === 0,
    async advance(target, toFinish = false) {
      for (const track of tracks) {
        try {
          await track.advance(target, toFinish)
        } catch (error) {
          haltOrThrow(track, error)
        }
      }
    },
  }
}

/** Halts the run that threw, unless the whole device is gone. */
export function haltOrThrow(track: Track, error: unknown): void {
  if (error instanceof BackendProblem) throw error
  track.haltOn(error)
}
