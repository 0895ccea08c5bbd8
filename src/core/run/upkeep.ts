import type { Engine, Event } from '../../protocol/messages.ts'
import { saveSession } from './saving.ts'
import type { Track } from './track.ts'

/** Checkpoints for time travel are taken this often, and cost at most 2 % of the time. */
const KEEP_MS = 250
const KEEP_REST = 50
/** How old the page's copy may become while training; with the time of the way it stays within 2 s (5 s on a GPU). */
const SAVED_MS = 1500
const SAVED_GPU_MS = 4000
/** At rest there is little else to do: a save is followed by this many times its cost of quiet. */
const SAVE_REST = 3

/** Keeps states to come back to: in the worker for time travel, on the page for the case that the worker is lost. */
export interface Upkeep {
  /** There is something new to save. */
  owe(): void
  /** When the next save is due (ms); Infinity where there is nothing new. */
  readyAt(): number
  /** Saves or keeps what is due. */
  turn(): Promise<void>
  /** Saves since the page asks for it. */
  save(): Promise<void>
}

export interface UpkeepOptions {
  readonly session: string
  readonly engine: Engine
  readonly now: () => number
  readonly post: (event: Event) => void
  readonly tracks: () => readonly Track[]
  /** Deeds of the page that the runs include. */
  readonly obeyed: () => number
  readonly playing: () => boolean
  /** Whether steps are being taken: a save takes time from them. */
  readonly working: () => boolean
}

export function makeUpkeep(options: UpkeepOptions): Upkeep {
  const { session, engine, now, post, tracks, obeyed, playing, working } = options
  const every = engine === 'webgpu' || engine === 'webgl' ? SAVED_GPU_MS : SAVED_MS
  let owed = false
  let savedAt = -Infinity
  let cost = 0
  let nextKeep: number | undefined

  /** While training, by the clock; at rest as soon as there is something new, if saving is cheap. */
  const nextSave = (): number => savedAt + (working() ? every : Math.min(every, cost * SAVE_REST))

  async function save(asked: boolean): Promise<void> {
    const before = now()
    const saved = await saveSession(tracks())
    post({ type: 'saved', session, saved, deeds: obeyed(), ...(asked ? { asked } : {}) })
    owed = false
    savedAt = now()
    cost = savedAt - before
  }

  return {
    owe: () => void (owed = true),
    readyAt: () => (owed ? nextSave() : Infinity),
    async turn() {
      const time = now()
      nextKeep ??= time + KEEP_MS
      if ((owed || playing()) && time >= nextSave()) await save(false)
      else if (playing() && time >= nextKeep) {
        for (const track of tracks()) if (!track.halted()) await track.keep()
        nextKeep = now() + Math.max(KEEP_MS, KEEP_REST * (now() - time))
      }
    },
    save: () => save(true),
  }
}
