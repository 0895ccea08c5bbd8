import type { Event, Look, SavedSession, Whom } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import type { Order, RunMember, Start } from './port.ts'

/** A live change, and the runs that it is for. */
export interface LiveSet {
  readonly member: Whom
  readonly values: Readonly<Record<string, unknown>>
}

/** What the reader or the page wants. `start` describes a session to be opened if there is none. */
export type Wish =
  | { readonly type: 'warm'; readonly start: Start }
  | { readonly type: 'play'; readonly start: Start }
  | { readonly type: 'pause' }
  | { readonly type: 'step'; readonly start: Start; readonly count: number; readonly byPhase?: boolean }
  | { readonly type: 'reset'; readonly start: Start }
  /** The values ask for another run: from step 0, playing on if it played. */
  | { readonly type: 'restart'; readonly start: Start }
  /** Another backend: the same run goes on where it stands, as far as it was saved. */
  | { readonly type: 'move'; readonly start: Start }
  /** A comparison begins, turns or ends: each run goes on from the old one that `from` names for it. */
  | { readonly type: 'regroup'; readonly start: Start; readonly from: readonly number[] }
  | { readonly type: 'set'; readonly sets: readonly LiveSet[]; readonly members: readonly RunMember[] }
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'act'; readonly start: Start; readonly member: Whom; readonly action: unknown }
  | { readonly type: 'undo' }
  | { readonly type: 'drag'; readonly step: number }
  | { readonly type: 'seek'; readonly start: Start; readonly step: number }
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'dismiss' }
  | { readonly type: 'event'; readonly session: string; readonly event: Event }

export type Effect =
  | {
      readonly type: 'open'
      readonly session: string
      readonly start: Start
      readonly saved?: SavedSession
    }
  | { readonly type: 'send'; readonly order: Order }

export const send = (order: Order): Effect => ({ type: 'send', order })
