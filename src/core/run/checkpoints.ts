import { eachArray, type NumberArray } from '../../protocol/frame.ts'
import type { Checkpoint } from '../../protocol/messages.ts'

/** A saved state of one run: at which step, and how many of the reader's deeds it includes. */
export interface Kept {
  readonly step: number
  readonly deeds: number
  readonly tree: Checkpoint
}

export interface CheckpointLimits {
  readonly count: number
  readonly bytes: number
}

export const CHECKPOINT_LIMITS: CheckpointLimits = { count: 64, bytes: 64 * 2 ** 20 }

/** The states of a run that time travel starts from, spread evenly over its steps. */
export interface CheckpointStore {
  add(kept: Kept): void
  /** The latest state at or before `step`. */
  atOrBefore(step: number): Kept | undefined
  latest(): Kept | undefined
  /** Drops the states after `step` or with more than the first `deeds` deeds: that future no longer exists. */
  dropBeyond(step: number, deeds: number): void
  steps(): readonly number[]
  /** Bytes of all typed arrays; one that several states share counts once. */
  bytes(): number
}

export function makeCheckpointStore(limits: CheckpointLimits = CHECKPOINT_LIMITS): CheckpointStore {
  let all: Kept[] = [] // by step, then by deeds

  const bytes = (): number => {
    const arrays = new Set<NumberArray>()
    for (const kept of all) eachArray(kept.tree, (array) => void arrays.add(array))
    let sum = 0
    for (const array of arrays) sum += array.byteLength
    return sum
  }

  // The start and the newest state stay; of the others the one goes that leaves the smallest gap.
  const dropOne = (): void => {
    let smallest = Infinity
    let drop = 1
    for (let i = 1; i < all.length - 1; i++) {
      const gap = all[i + 1].step - all[i - 1].step
      if (gap < smallest) [smallest, drop] = [gap, i]
    }
    all.splice(drop, 1)
  }

  return {
    add(kept) {
      const after = all.findIndex(
        ({ step, deeds }) => step > kept.step || (step === kept.step && deeds >= kept.deeds),
      )
      const at = after < 0 ? all.length : after
      const same = all[at]?.step === kept.step && all[at].deeds === kept.deeds
      all.splice(at, same ? 1 : 0, kept)
      while (all.length > 2 && (all.length > limits.count || bytes() > limits.bytes)) dropOne()
    },
    atOrBefore: (step) => all.findLast((kept) => kept.step <= step),
    latest: () => all.at(-1),
    dropBeyond(step, deeds) {
      all = all.filter((kept) => kept.step <= step && kept.deeds <= deeds)
    },
    steps: () => all.map(({ step }) => step),
    bytes,
  }
}
