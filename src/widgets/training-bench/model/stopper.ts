import type * as tf from '../../../core/backend/tf.ts'
import { restoreVariables, saveVariables, stateOf, type SavedVariables } from '../../../core/models/model.ts'
import { CHECK_EVERY } from '../spec.ts'
import { score, type Pupil } from './pupil.ts'

/** Where early stopping stands: the best validation loss so far, and the weights that gave it. */
export interface Watch {
  readonly best: number
  readonly bestAt: number
  readonly kept: SavedVariables | null
  readonly stopped: boolean
}

export const beforeWatch: Watch = { best: Infinity, bestAt: 0, kept: null, stopped: false }

/**
 * Looks at the validation points, every so many updates. When the loss on them has found no new low for `patience`
 * updates, or the budget is spent, training stops and the best weights come back (Prechelt, 1998).
 */
export async function look(
  watch: Watch,
  pupil: Pupil,
  validation: readonly [tf.Tensor2D, tf.Tensor2D],
  { patience, budget }: { patience: number; budget: number },
): Promise<Watch> {
  const { updates } = pupil.trainer
  if (watch.stopped || updates % CHECK_EVERY !== 0) return watch
  const [{ loss }] = await score(pupil, [validation])
  const next: Watch =
    loss < watch.best
      ? { best: loss, bestAt: updates, kept: await saveVariables(stateOf(pupil.model)), stopped: false }
      : watch
  if (updates - next.bestAt < patience && updates < budget) return next
  if (next.kept) restoreVariables(stateOf(pupil.model), next.kept)
  return { ...next, stopped: true }
}
