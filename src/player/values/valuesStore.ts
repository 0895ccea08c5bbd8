import type { ParamProblem, Params, Values } from '../../protocol/params.ts'
import { formatValues, parseValues } from '../../protocol/values.ts'

export interface FigureValues {
  readonly values: Values<Params>
  /** What an address or a typed value held that could not be used as it stood. */
  readonly problems: readonly ParamProblem[]
  /** The address and this tab's memory have been read. */
  readonly loaded: boolean
  /** The values came from this tab's memory, not from the address: the reader is told. */
  readonly restored: boolean
  /** False where this tab's memory is blocked or full: what is too large for an address is lost with the page. */
  readonly kept: boolean
  /** The reader has closed the note about it. */
  readonly lossTold: boolean
}

export interface ValuesStore {
  get(): FigureValues
  subscribe(listener: () => void): () => void
  /** Takes over what is given, made valid. True when a new entry for undo was made. */
  set(given: Readonly<Record<string, unknown>>): boolean
  /** Sets without undo: what came with the page. */
  load(found: Partial<Omit<FigureValues, 'loaded'>>): void
  undo(): boolean
  noteKept(kept: boolean): void
  dismiss(): void
}

/** Changes of the same keys within this many milliseconds are one gesture, and one undo. */
const GESTURE = 700
const UNDO_DEPTH = 100

/** A figure's values and the way back. `clock` gives milliseconds. */
export function makeValuesStore(params: Params, base: Values<Params>, clock: () => number): ValuesStore {
  let state: FigureValues = {
    values: base,
    problems: [],
    loaded: false,
    restored: false,
    kept: true,
    lossTold: false,
  }
  const past: Values<Params>[] = []
  let gesture = { keys: '', at: -Infinity }
  const listeners = new Set<() => void>()
  const put = (next: FigureValues): void => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(given) {
      const { values, problems } = parseValues(params, given, state.values)
      const told = { ...state, values, problems: problems.length > 0 ? problems : state.problems }
      if (Object.keys(formatValues(params, values, state.values)).length === 0) {
        put(told) // whoever asked hears what holds
        return false
      }
      const keys = Object.keys(given).sort().join()
      const now = clock()
      const goesOn = keys === gesture.keys && now - gesture.at < GESTURE
      gesture = { keys, at: now }
      if (!goesOn) {
        past.push(state.values)
        if (past.length > UNDO_DEPTH) past.shift()
      }
      put(told)
      return !goesOn
    },
    load: (found) => put({ ...state, ...found, loaded: true }),
    undo() {
      const values = past.pop()
      if (values === undefined) return false
      gesture = { keys: '', at: -Infinity }
      put({ ...state, values })
      return true
    },
    noteKept(kept) {
      if (kept !== state.kept) put({ ...state, kept })
    },
    dismiss: () => put({ ...state, problems: [], restored: false, lossTold: !state.kept }),
  }
}
