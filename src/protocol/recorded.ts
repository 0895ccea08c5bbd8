import { decodeTree, encodeTree } from './frame.ts'
import type { History } from './history.ts'

/**
 * A figure's recorded frame (`chapters/<slug>/frames/<figure>.json`): the static picture in the page, what is shown
 * without scripts, and a test fixture. Made on backend `cpu` by the headless runner, never by hand.
 */
export interface Recorded {
  readonly widget: string
  /** The figure's non-default values, as URL texts: a frame that no longer fits its figure is found by a test. */
  readonly values: Readonly<Record<string, string>>
  readonly step: number
  readonly members: readonly { readonly id: string; readonly frame: unknown; readonly history: History }[]
}

/** JSON text of a recorded frame. */
export function formatRecorded(recorded: Recorded): string {
  return JSON.stringify(encodeTree(recorded)) + '\n'
}

/** Inverse of `formatRecorded`, for text or an already parsed JSON value. */
export function parseRecorded(json: unknown): Recorded {
  return decodeTree(typeof json === 'string' ? JSON.parse(json) : json) as Recorded
}
