import type { Params, Values } from '../../protocol/params.ts'
import { formatValues, parseValues } from '../../protocol/values.ts'
import type { Side } from '../run/sides.ts'
import { beginComparing, copyToA, keepOne, swapSides } from './comparing.ts'
import type { SideProblem } from './urlState.ts'

export interface FigureValues {
  /** The figure's setting, or two that are compared: A, and B on which the controls act. */
  readonly sides: readonly [Side, ...Side[]]
  /** What the controls show and change: the values of the last side. */
  readonly values: Values<Params>
  /** What an address or a typed value held that could not be used as it stood. */
  readonly problems: readonly SideProblem[]
  /** The address and this tab's memory have been read. */
  readonly loaded: boolean
  /** The values came from this tab's memory, not from the address: the reader is told. */
  readonly restored: boolean
  /** False where this tab's memory is blocked or full: what is too large for an address is lost with the page. */
  readonly kept: boolean
  /** The reader has closed the note about it. */
  readonly lossTold: boolean
}

/** What came with the page. `compared`: B, where two settings were compared. */
export interface Found {
  readonly values?: Values<Params>
  readonly compared?: Values<Params> | null
  readonly problems?: readonly SideProblem[]
  readonly restored?: boolean
}

/** What can be done with a comparison. */
export type Comparing = 'begin' | 'swap' | 'copy' | 'keep-a' | 'keep-b'

export interface ValuesStore {
  get(): FigureValues
  subscribe(listener: () => void): () => void
  /**
   * Takes over what is given, made valid, on one side: unless named, on that of the controls; what is `shared`, on both. True
   * when a new entry for undo was made.
   */
  set(given: Readonly<Record<string, unknown>>, side?: number): boolean
  /** Begins, turns or ends a comparison. True when that changed anything. */
  compare(how: Comparing): boolean
  /** Sets without undo. */
  load(found: Found): void
  undo(): boolean
  noteKept(kept: boolean): void
  dismiss(): void
}

/** Changes of the same keys within this many milliseconds are one gesture, and one undo. */
const GESTURE = 700
const UNDO_DEPTH = 100

/** A figure's settings and the way back. `clock` gives milliseconds. */
export function makeValuesStore(params: Params, base: Values<Params>, clock: () => number): ValuesStore {
  let state: FigureValues = {
    sides: [{ key: 0, values: base }],
    values: base,
    problems: [],
    loaded: false,
    restored: false,
    kept: true,
    lossTold: false,
  }
  const shared = Object.keys(params).filter((key) => params[key]?.shared)
  const past: FigureValues['sides'][] = []
  let gesture = { keys: '', at: -Infinity }
  const listeners = new Set<() => void>()
  const put = (next: FigureValues): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const putSides = (sides: FigureValues['sides'], more: Partial<FigureValues> = {}): void =>
    put({ ...state, ...more, sides, values: lastOf(sides).values })
  const remember = (): void => {
    past.push(state.sides)
    if (past.length > UNDO_DEPTH) past.shift()
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(given, side = state.sides.length - 1) {
      const old = state.sides[side]
      if (old === undefined) return false
      const { values, problems } = parseValues(params, given, old.values)
      const told = problems.length > 0 ? problems : state.problems
      if (Object.keys(formatValues(params, values, old.values)).length === 0) {
        put({ ...state, problems: told, values: { ...state.values } }) // whoever asked hears what holds
        return false
      }
      const keys = [side, ...Object.keys(given).sort()].join()
      const now = clock()
      const goesOn = keys === gesture.keys && now - gesture.at < GESTURE
      gesture = { keys, at: now }
      if (!goesOn) remember()
      putSides(share(withValues(state.sides, side, values), values, shared), { problems: told })
      return !goesOn
    },
    compare(how) {
      const sides = turned(state.sides, how)
      if (sides === null) return false
      gesture = { keys: '', at: -Infinity }
      remember()
      putSides(sides)
      return true
    },
    load({ values, compared, problems = [], restored = false }) {
      const own: FigureValues['sides'] = values ? withValues(state.sides, 0, values) : state.sides
      const sides = compared ? withValues(beginComparing([own[0]]), 1, compared) : own
      putSides(sides, { problems, restored, loaded: true })
    },
    undo() {
      const sides = past.pop()
      if (sides === undefined) return false
      gesture = { keys: '', at: -Infinity }
      putSides(sides)
      return true
    },
    noteKept(kept) {
      if (kept !== state.kept) put({ ...state, kept })
    },
    dismiss: () => put({ ...state, problems: [], restored: false, lossTold: !state.kept }),
  }
}

/** All sides take over the values of these keys. */
function share(
  [first, ...others]: FigureValues['sides'],
  from: Values<Params>,
  keys: readonly string[],
): FigureValues['sides'] {
  const own = Object.fromEntries(keys.map((key) => [key, from[key]]))
  const withOwn = (side: Side): Side => ({ ...side, values: { ...side.values, ...own } })
  return keys.length === 0 ? [first, ...others] : [withOwn(first), ...others.map(withOwn)]
}

const lastOf = (sides: FigureValues['sides']): Side => sides.at(-1) ?? sides[0]

function withValues(
  [first, ...others]: FigureValues['sides'],
  side: number,
  values: Values<Params>,
): FigureValues['sides'] {
  if (side === 0) return [{ ...first, values }, ...others]
  return [first, ...others.map((other, i) => (i + 1 === side ? { ...other, values } : other))]
}

/** Null where there is nothing to be done. */
function turned(sides: FigureValues['sides'], how: Comparing): FigureValues['sides'] | null {
  const [a, b] = sides
  if (how === 'begin') return b ? null : beginComparing([a])
  if (!b) return null
  if (how === 'swap') return swapSides([a, b])
  return how === 'copy' ? copyToA([a, b]) : keepOne([a, b], how === 'keep-a' ? 0 : 1)
}
