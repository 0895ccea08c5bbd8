import { treeBytes } from '../../protocol/frame.ts'
import type { RunMember } from './port.ts'

/** What the figure's runs looked like at one step: one frame per member. */
export interface Shot {
  readonly step: number
  readonly frames: readonly unknown[]
  readonly members: readonly RunMember[]
}

/** Enough for a drag to look like a film… */
const MOST = 160
/** …in no more memory than this. */
const MOST_BYTES = 24e6

/** How many shots of this size may be kept. */
export function roomFor(shot: Shot): number {
  return Math.min(MOST, Math.max(8, Math.floor(MOST_BYTES / (1 + treeBytes(shot.frames)))))
}

/**
 * Adds a shot, in order of steps; one of the same step is replaced. Beyond `most`, every second inner shot is dropped, so
 * that the kept ones always span the whole run evenly.
 */
export function keepShot(kept: readonly Shot[], shot: Shot, most = MOST): readonly Shot[] {
  const at = kept.findIndex((k) => k.step >= shot.step)
  const index = at < 0 ? kept.length : at
  const replaces = kept[index]?.step === shot.step
  const next = [...kept.slice(0, index), shot, ...kept.slice(replaces ? index + 1 : index)]
  if (next.length <= most) return next
  return next.filter((_, i) => i % 2 === 0 || i === next.length - 1)
}

/** The kept shot nearest to a step; undefined when nothing is kept. */
export function nearestShot(kept: readonly Shot[], step: number): Shot | undefined {
  let best: Shot | undefined
  for (const shot of kept) {
    if (best === undefined || Math.abs(shot.step - step) < Math.abs(best.step - step)) best = shot
  }
  return best
}

/** Drops what a change at `step` has made untrue: everything later. */
export function cutShots(kept: readonly Shot[], step: number): readonly Shot[] {
  return kept.filter((shot) => shot.step <= step)
}
