import type { Correction } from '../corrections.ts'
import { overrideGradient } from '../overrides.ts'
import * as tf from '../tf.ts'

const COMPARISONS = ['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual']

/**
 * Comparisons have no gradient, so that `where(greater(x, 0), …)` can't be differentiated by x, although the choice of
 * a branch is constant almost everywhere. Their gradient is 0; so is that of `where` by its condition.
 */
export const correction: Correction = {
  backends: 'all',
  apply() {
    const undo = COMPARISONS.map((name) =>
      overrideGradient(name, {
        inputsToSave: ['a', 'b'],
        gradFunc: (_, [a, b]) => ({ a: () => tf.zeros(a.shape), b: () => tf.zeros(b.shape) }),
      }),
    )
    return () => undo.forEach((step) => step())
  },
}
