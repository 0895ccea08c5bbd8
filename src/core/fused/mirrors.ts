import type { Optimizer } from '../../math/optimizer.ts'
import { liveValues, needsOwnMemory } from '../backend/live.ts'
import * as tf from '../backend/tf.ts'
import type { Weights } from '../layers/layer.ts'

/** Numbers of a plain array, in double or in single precision. */
export type Numbers = Float64Array | Float32Array

/** A net's variables and what the optimiser remembers, with arrays that stand for them while fused code trains. */
export interface Mirrors {
  /** Takes the variables' numbers over. */
  load(): void
  /** Writes the numbers into the variables. What was made of a weight before keeps the memory it was made of. */
  store(): void
}

/**
 * `weights` in their order fill W, and the optimiser's slots by "slot/path" each an array of S. Throws a RangeError if W is
 * not as long as all weights together.
 */
export function makeMirrors(
  weights: Weights,
  optimizer: Optimizer,
  slots: Weights,
  W: Numbers,
  S: readonly Numbers[],
): Mirrors {
  let offset = 0
  const mirrors = Object.keys(weights).flatMap((path) => {
    const [from, to] = [offset, (offset += weights[path].size)]
    return [
      { variable: weights[path], numbers: W.subarray(from, to), isSlot: false },
      ...optimizer.slots.map((slot, index) => ({
        variable: slots[`${slot}/${path}`],
        numbers: S[index].subarray(from, to),
        isSlot: true,
      })),
    ]
  })
  if (offset !== W.length) throw new RangeError('The variables are not those of the plan.')
  return {
    load() {
      for (const { variable, numbers } of mirrors) numbers.set(liveValues(variable))
    },
    store() {
      for (const { variable, numbers, isSlot } of mirrors) {
        // Nothing but the optimiser ever sees a slot.
        if (isSlot || !needsOwnMemory(variable)) liveValues(variable).set(numbers)
        else tf.tidy(() => variable.assign(tf.tensor(Float32Array.from(numbers), variable.shape, 'float32')))
      }
    },
  }
}
