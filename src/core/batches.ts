import type { Rng } from '../math/rng.ts'

/** Which examples each update reads. */
export interface Batches {
  /** Examples per update. */
  readonly size: number
  /** Every update reads all examples, in their own order. */
  readonly full: boolean
  /** The examples of the update after so many others, [size]. The same array at every call, filled anew. */
  rows(updates: number): Int32Array
}

/**
 * Cuts an endless sequence of epochs, each a fresh permutation of `count` examples, into batches. Follows from the
 * generator and the number of the update alone.
 */
export function makeBatches(rng: Rng, count: number, wanted: number): Batches {
  const size = Math.min(wanted, count)
  const full = size === count
  const rows = Int32Array.from({ length: size }, (_, i) => i)
  let epoch = -1
  let order: Int32Array = rows
  return {
    size,
    full,
    rows(updates) {
      if (full) return rows
      for (let i = 0, position = updates * size; i < size; i++, position++) {
        const wantedEpoch = Math.floor(position / count)
        if (wantedEpoch !== epoch) {
          epoch = wantedEpoch
          order = rng.split(`epoch ${epoch}`).permutation(count)
        }
        rows[i] = order[position - epoch * count]
      }
      return rows
    },
  }
}
