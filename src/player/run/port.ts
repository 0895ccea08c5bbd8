import type { BackendId, Command, Event, Look, SavedSession } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'

/** One run of the session: its id (for labels and colours) and its own values. */
export interface RunMember {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  /** Which of two compared settings it belongs to: 0 is A, 1 is B. Absent where nothing is compared. */
  readonly side?: number
}

/** Everything a fresh session is opened with. */
export interface Start {
  readonly widget: string
  readonly workload: Workload
  readonly members: readonly RunMember[]
  readonly look: Look
  readonly endStep: number
  /** The reader's choice; absent: the best the device has for this workload. */
  readonly backend?: BackendId
}

type Unaddressed<C> = C extends { readonly session: string } ? Omit<C, 'session'> : never
/** A command to an open session; the session's own id is added on the way. */
export type Order = Unaddressed<Exclude<Command, { type: 'start' }>>

/** An open session, seen from the page. After `close` no more events come. */
export interface SessionPort {
  send(order: Order): void
  close(): void
}

/** Opens a session: the worker, its backend and the runs. Events may come at any later moment, never during the call. */
export type OpenSession = (
  start: Start & { readonly saved?: SavedSession },
  listen: (event: Event) => void,
) => SessionPort
