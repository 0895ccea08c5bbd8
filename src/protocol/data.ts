/**
 * What the reader gives and no link, log or saved run can hold: whole files. The page keeps them; values hold only their
 * names; the worker asks the page for what a name stands for.
 */

/** Worker → page: the bytes of this name are needed. */
export interface WantEvent {
  readonly type: 'want'
  readonly name: string
}

/** Page → worker: here they are. A blob is handed over without being copied. Absent: the page has none of that name. */
export interface DataCommand {
  readonly type: 'data'
  readonly name: string
  readonly blob?: Blob
}

/** Why a file of the reader's can't be used, whatever is in it; the page words it. */
export type DataProblem =
  /** Nobody here has a file of that name. */
  | { readonly code: 'absent' }
  /** The file was there, and can't be read any more. */
  | { readonly code: 'unreadable' }
  /** It is packed, and can't be unpacked. */
  | { readonly code: 'damaged' }
  /** Unpacked it would take more than this many bytes. */
  | { readonly code: 'too-large'; readonly most: number }

/** Finds what a name stands for. Never rejects. */
export type Supply = (name: string) => Promise<Blob | undefined>

/** The names in a value of a parameter of kind `data`. */
export const namesIn = (value: string): readonly string[] => (value === '' ? [] : value.split('-'))

export const joinNames = (names: readonly string[]): string => names.join('-')
