import type { History, HistoryUpdate } from './history.ts'
import type { Speed, Workload } from './spec.ts'

export const BACKENDS = ['webgpu', 'webgl', 'wasm', 'cpu'] as const
export type BackendId = (typeof BACKENDS)[number]

/** Everything needed to go on bit-identically: weights, optimiser slots, generators, data order, buffers. */
export type Checkpoint = object

/** One member run of a session, kept outside the worker: a lost worker costs nothing more than what came after it. */
export interface SavedSession {
  readonly step: number
  readonly members: readonly Checkpoint[]
  /** The reader's deeds so far, so that time can be replayed from the start. */
  readonly log: readonly Deed[]
  readonly histories: readonly History[]
  /** Where each member stands, when not at `step` with all its deeds done: it stopped early, or time was scrubbed back. */
  readonly places?: readonly { readonly step: number; readonly deeds: number }[]
}

/** What the reader did to a run, and before which step. */
export type Deed =
  | {
      readonly step: number
      readonly kind: 'set'
      readonly member: number | 'all'
      readonly values: Readonly<Record<string, unknown>>
      /** Deeds of several members that were one deed of the reader's share a number, and are undone together. */
      readonly batch?: number
    }
  | {
      readonly step: number
      readonly kind: 'act'
      readonly member: number | 'all'
      readonly action: unknown
      readonly batch?: number
    }

/** Whom a deed of the reader's concerns: every run of the session, one, or those of one of two compared settings. */
export type Whom = number | 'all' | readonly number[]

/** Whether the run at an index is among them. */
export const isAmong = (member: number, whom: Whom): boolean =>
  whom === 'all' || whom === member || (typeof whom === 'object' && whom.includes(member))

/**
 * Page → worker. A session is one figure's runs (its members), which share a loop; `session` is fresh for every start,
 * so events of a dead one are dropped.
 */
export type Command =
  | {
      readonly type: 'start'
      readonly session: string
      readonly widget: string
      /** Valid values of each member, in the spec's order. */
      readonly members: readonly Readonly<Record<string, unknown>>[]
      /** Where two settings are compared: each member's place among the runs of its own. Absent: their order. */
      readonly places?: readonly number[]
      /** Values of the parameters marked `look`, and the drawn size in CSS px. */
      readonly look: Look
      readonly endStep: number
      readonly saved?: SavedSession
    }
  | { readonly type: 'play'; readonly session: string; readonly speed: Speed }
  | { readonly type: 'pause'; readonly session: string }
  /** Off screen or in a hidden tab: stays "playing" but takes no steps until visible again. */
  | { readonly type: 'visible'; readonly session: string; readonly visible: boolean }
  | { readonly type: 'step'; readonly session: string; readonly count: number; readonly phase?: boolean }
  | {
      readonly type: 'set'
      readonly session: string
      readonly member: Whom
      readonly values: Readonly<Record<string, unknown>>
    }
  | {
      readonly type: 'act'
      readonly session: string
      readonly member: Whom
      readonly action: unknown
    }
  /** Takes the last act back and replays to the present step. */
  | { readonly type: 'undo'; readonly session: string }
  | { readonly type: 'look'; readonly session: string; readonly look: Look }
  | {
      readonly type: 'ask'
      readonly session: string
      readonly id: number
      readonly member: number
      readonly question: unknown
    }
  | { readonly type: 'seek'; readonly session: string; readonly step: number }
  | { readonly type: 'save'; readonly session: string }
  | { readonly type: 'ack'; readonly session: string }
  | { readonly type: 'stop'; readonly session: string }

/** What a worker computes with: one tensor backend for life, or none at all. */
export type Engine = BackendId | 'plain'

/** The first message to a worker. `forced`: the reader asked for it, so a software renderer is accepted. */
export interface OpenCommand {
  readonly type: 'open'
  readonly engine: Engine
  readonly forced: boolean
}

/** Asks an open worker how fast it trains; answered by `timed`. */
export interface TimeCommand {
  readonly type: 'time'
  readonly workload: Exclude<Workload, 'plain'>
}
export interface TimedEvent {
  readonly type: 'timed'
  readonly workload: Exclude<Workload, 'plain'>
  /** Absent: it failed. */
  readonly msPerStep?: number
}

export interface Look {
  readonly values: Readonly<Record<string, unknown>>
  readonly width: number
  /** Where two settings are compared: the values for each member of the session. */
  readonly own?: readonly Readonly<Record<string, unknown>>[]
}

export type RunState = 'warming' | 'running' | 'paused' | 'done' | 'problem'

export interface Status {
  readonly state: RunState
  readonly step: number
  readonly stepsPerSecond: number
  readonly backend: BackendId | 'plain'
  /** Live tensors of this session's runs. */
  readonly tensors: number
  /** In slow motion: the phase just finished. */
  readonly phase?: string
  /** How many acts can be undone. */
  readonly acts?: number
}

/** Codes, not sentences: the page words them in the reader's language. */
export type ProblemCode =
  | 'non-finite'
  | 'out-of-memory'
  | 'device-lost'
  | 'backend-unavailable'
  | 'backend-software'
  | 'backend-wrong'
  | 'unknown-widget'
  | 'bad-values'
  | 'bad-data'
  /** A part of the book's own code could not be fetched. */
  | 'not-loaded'
  | 'worker-blocked'
  | 'worker-lost'
  | 'crashed'

export interface Problem {
  readonly code: ProblemCode
  readonly step?: number
  readonly member?: number
  /** Where: a layer, a metric, a tensor: an id of the widget (`hidden-1.weights`). */
  readonly place?: string
  /** Likely cause: an id the page can word (`rate-too-high`, `exploding-gradients`, `log-of-zero`, `bad-input`). */
  readonly cause?: string
  /** The figure goes on all the same: another backend was taken, the worker replaced, or other runs are unharmed. */
  readonly goesOn?: true
  /** For authors; shown under "details". */
  readonly detail?: string
}

/** Worker → page. */
export type Event =
  | {
      readonly type: 'ready'
      readonly backend: Engine
      /** A GPU interface that the CPU imitates. */
      readonly software?: true
    }
  | {
      readonly type: 'frame'
      readonly session: string
      readonly status: Status
      /** One for each member; null where the last one stands, since the member's run has stopped. */
      readonly frames: readonly unknown[]
      readonly histories: readonly HistoryUpdate[]
    }
  | { readonly type: 'status'; readonly session: string; readonly status: Status }
  | {
      readonly type: 'answer'
      readonly session: string
      readonly id: number
      readonly answer?: unknown
      readonly problem?: Problem
    }
  | {
      readonly type: 'saved'
      readonly session: string
      readonly saved: SavedSession
      /** The page asked for it. */
      readonly asked?: true
      /** How many of the set, act and undo commands sent to this session the saved state includes. */
      readonly deeds?: number
    }
  | { readonly type: 'problem'; readonly session?: string; readonly problem: Problem }
