import type { Optimizer } from '../../../math/optimizer.ts'
import type { Values } from '../../../math/parameter.ts'
import { FLOAT } from './blocks.ts'
import { get, lanes, set, whole, type Code } from './instructions.ts'
import { repeat, type Writer } from './module.ts'
import { makeVectors } from './vectors.ts'

/** Where an optimiser's numbers stand: addresses in bytes. */
export interface Update {
  /** Weights, their gradients, and an array for each slot, all of one length. */
  readonly weights: number
  readonly gradients: number
  readonly slots: readonly number[]
  readonly size: number
  /** The numbers of this update, in the order of `factorNames`. */
  readonly factors: number
}

/**
 * Applies an optimiser's rule to all weights and clears their gradients, four weights at a time, with the rounding that tensors
 * have: to 32 bits after each operation. What lies in the last vector behind the last weight is changed too.
 */
export function writeUpdate(
  writer: Writer,
  optimizer: Optimizer,
  hyper: Values,
  factorNames: readonly string[],
  { weights, gradients, slots, size, factors }: Update,
): Code {
  const { o, name, fix, before, source } = makeVectors(writer)
  const start = writer.local('whole')
  const arrays = [weights, gradients, ...slots].map((address) => address - weights)
  const load = (index: number, at: number): Code => lanes.load(4, get(at), arrays[index])

  const loop = repeat(writer, Math.ceil(size / 4), [{ from: start, step: 4 * FLOAT }], ([at]) => {
    const result = optimizer.rule(o, {
      weight: name(load(0, at)),
      gradient: name(load(1, at)),
      slots: Object.fromEntries(optimizer.slots.map((slot, i) => [slot, name(load(i + 2, at))])),
      factors: Object.fromEntries(
        factorNames.map((factor, i) => [factor, fix(lanes.loadSplat(whole.constant(factors + FLOAT * i)))]),
      ),
      hyper,
    })
    const store = (index: number, value: Code): Code => lanes.store(4, get(at), value, arrays[index])
    return [
      ...source(),
      ...store(0, result.weight),
      ...store(1, lanes.fill(0)),
      ...optimizer.slots.flatMap((slot, i) => store(i + 2, result.slots[slot])),
    ]
  })
  return [...before(), ...set(start, whole.constant(weights)), ...loop]
}
