import type { BackendId } from '../../protocol/messages.ts'

/** Why a backend can't be used. Codes, not sentences: the page words them in the reader's language. */
export type BackendReason =
  | 'unavailable'
  | 'software-only'
  | 'initialisation-failed'
  | 'self-test-failed'
  /** The device or context went away, or no longer answers. */
  | 'lost'

/** A backend that can't be opened or has stopped working; the next candidate may do. */
export class BackendProblem extends Error {
  constructor(
    readonly backend: BackendId,
    readonly reason: BackendReason,
    /** For the problem panel and bug reports: adapter, renderer, failing checks. Not translated. */
    readonly details: string,
  ) {
    super(`${backend}: ${reason} (${details})`)
    this.name = 'BackendProblem'
  }
}
