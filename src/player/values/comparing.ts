import type { Side } from '../run/sides.ts'

/**
 * Two settings compared. A is held as it was, B takes what the controls change. A side that keeps its key takes its runs
 * along; one with a new key goes on from runs with the same values (`run/changes.ts`).
 */
type Pair = readonly [a: Side, b: Side]

const nextKey = (sides: readonly Side[]): number => 1 + Math.max(...sides.map(({ key }) => key))

/** The present setting is held as A; B begins as a copy of it, at the same step. */
export const beginComparing = ([side]: readonly [Side]): Pair => [side, { ...side, key: nextKey([side]) }]

export const swapSides = ([a, b]: Pair): Pair => [b, a]

/** A becomes what B is now. */
export const copyToA = ([a, b]: Pair): Pair => [{ ...b, key: nextKey([a, b]) }, b]

/** Ends the comparison; the other side is one undo away. */
export const keepOne = (pair: Pair, side: 0 | 1): readonly [Side] => [pair[side]]
