import { transferables } from '../../protocol/frame.ts'
import type { Event, Look, Status } from '../../protocol/messages.ts'
import { haltOrThrow } from './group.ts'
import type { Track } from './track.ts'

/**
 * Frames follow each other no closer than a screen can show them. At full speed they take about a tenth of the time, unless that
 * would keep a reader waiting longer than this; at a set speed training leaves time for them.
 */
const MIN_FRAME_MS = 15
const FRAME_REST = 9
const LONGEST_REST_MS = 250

/** How much the runs are at work: what a frame costs is time taken from them. */
export type Going = 'resting' | 'paced' | 'flat out'

/** What a session owes its reader's eyes: one frame at a time, the next only when the last was acknowledged. */
export interface Showing {
  /** Something is to be seen that was not shown yet. */
  owe(): void
  /** The reader looks at it in another way. */
  look(look: Look): void
  acknowledge(): void
  /** When the next frame may be sent (ms); Infinity where none is owed or the page has not caught up. */
  readyAt(): number
  /** Makes and sends a frame of all members. `told` is asked once the frames are made: making them may halt a run. */
  send(told: () => { readonly status: Status; readonly going: Going }): Promise<void>
}

export interface ShowingOptions {
  readonly session: string
  readonly look: Look
  readonly now: () => number
  readonly post: (event: Event, transfer: ArrayBuffer[]) => void
  readonly tracks: () => readonly Track[]
}

export function makeShowing({ session, look: first, now, post, tracks }: ShowingOptions): Showing {
  let look = first
  let owed = true
  let acknowledged = true
  let nextAt = 0

  async function frameOf(track: Track, member: number): Promise<unknown> {
    if (track.halted()) return undefined
    const values = look.own?.[member] ?? look.values
    try {
      return await track.frame({ values, width: look.width })
    } catch (error) {
      haltOrThrow(track, error)
      return undefined
    }
  }

  return {
    owe: () => void (owed = true),
    look(given) {
      look = given
      owed = true
    },
    acknowledge: () => void (acknowledged = true),
    readyAt: () => (owed && acknowledged ? nextAt : Infinity),
    async send(told) {
      const before = now()
      const frames: unknown[] = []
      for (const [i, track] of tracks().entries()) frames.push((await frameOf(track, i)) ?? null)
      owed = false
      acknowledged = false
      const { status, going } = told()
      const histories = tracks().map((track) => track.recorder.takeUpdate())
      post({ type: 'frame', session, status, frames, histories }, transferables(frames))
      const time = now()
      nextAt = Math.max(before + MIN_FRAME_MS, time + restAfter(time - before, going))
    },
  }
}

function restAfter(cost: number, going: Going): number {
  if (going === 'resting') return 0
  return going === 'flat out' ? Math.min(FRAME_REST * cost, Math.max(LONGEST_REST_MS, cost)) : cost
}
