import type { History } from '../../protocol/history.ts'
import type { BackendId, Problem, SavedSession, Status } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import type { Shot } from './kept.ts'
import type { RunMember, Start } from './port.ts'
import type { Wish } from './wishes.ts'

/** What the figure's root element publishes as `data-status`. */
export type Phase = 'idle' | 'warming' | 'running' | 'paused' | 'done' | 'problem'

/** Another order of the runs, that waits for their state. */
export interface Regroup {
  readonly start: Start
  /** For each new member the index of the old one that it goes on from. */
  readonly from: readonly number[]
  /** What was wished meanwhile, for the runs in their new order. */
  readonly then: readonly Wish[]
}

/** A figure's runs as the page knows them. Only `advance` makes a new one. */
export interface RunModel {
  /** The live session, or null before the reader's first touch. Ids never repeat, so events of a dead one are dropped. */
  readonly session: string | null
  readonly opened: number
  readonly phase: Phase
  /** The reader wants it to play; the worker may still be on its way there. */
  readonly playing: boolean
  /** A session opened ahead of the reader's touch stays behind the recorded picture until that touch. */
  readonly revealed: boolean
  readonly visible: boolean
  readonly speed: Speed
  /** The session's members with their present values. */
  readonly members: readonly RunMember[]
  /** The same with the values that they had at step 0: what a session is opened with that goes on from a saved state. */
  readonly origin: readonly RunMember[]
  /** The runs are to stand in another order, once they are saved as they are. */
  readonly regroup: Regroup | null
  readonly status: Status | null
  readonly now: Shot | null
  readonly histories: readonly History[]
  /** Measurements of an earlier pass over the same run, drawn as its future. */
  readonly future: readonly History[]
  readonly kept: readonly Shot[]
  /** A dragged scrubber: where it is, and the kept picture nearest to it. */
  readonly drag: { readonly step: number; readonly shot: Shot | null } | null
  readonly seeking: number | null
  /** Steps at which the reader acted, in order, for undo. */
  readonly acts: readonly number[]
  readonly problem: Problem | null
  /** Told once, not fatal: another backend was taken, a device was lost and replaced. */
  readonly notices: readonly Problem[]
  /** Codes of notices that were given: what holds for the device is told once, not at every run. */
  readonly told: readonly Problem['code'][]
  readonly saved: SavedSession | null
}

export function idleModel(speed: Speed): RunModel {
  return {
    session: null,
    opened: 0,
    phase: 'idle',
    playing: false,
    revealed: false,
    visible: true,
    speed,
    members: [],
    origin: [],
    regroup: null,
    status: null,
    now: null,
    histories: [],
    future: [],
    kept: [],
    drag: null,
    seeking: null,
    acts: [],
    problem: null,
    notices: [],
    told: [],
    saved: null,
  }
}

/** The picture to show: the dragged one, else the run's; null while the recorded one stands. */
export function shownShot(model: RunModel): Shot | null {
  if (!model.revealed) return null
  return model.drag?.shot ?? model.now
}

/** The step the scrubber stands at. */
export function shownStep(model: RunModel): number {
  return model.drag?.step ?? model.seeking ?? model.now?.step ?? 0
}

/** The step of the live run, as `data-step` publishes it: 0 before the first. */
export function liveStep(model: RunModel): number {
  return model.revealed ? (model.status?.step ?? 0) : 0
}

export function backendOf(model: RunModel): BackendId | 'plain' | null {
  return model.status?.backend ?? null
}
