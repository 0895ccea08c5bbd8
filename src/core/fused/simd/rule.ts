import type { Algebra } from '../../../math/algebra.ts'
import type { Optimizer } from '../../../math/optimizer.ts'
import type { Values } from '../../../math/parameter.ts'
import { FLOAT } from './blocks.ts'
import { get, lanes, set, whole, type Code } from './instructions.ts'
import { repeat, type Writer } from './module.ts'

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
 * have: to 32 bits after each operation. What lies in the last vector behind the last weight is changed too. Throws a
 * RangeError for a rule that is not made of plain arithmetic.
 */
export function writeUpdate(
  writer: Writer,
  optimizer: Optimizer,
  hyper: Values,
  factorNames: readonly string[],
  { weights, gradients, slots, size, factors }: Update,
): Code {
  const before: number[] = []
  /** A vector that is the same in every turn of the loop. */
  const fixed = (value: Code): Code => {
    const local = writer.local('vector')
    before.push(...set(local, value))
    return get(local)
  }
  const turn: number[] = []
  const named = (value: Code): Code => {
    const local = writer.local('vector')
    turn.push(...set(local, value))
    return get(local)
  }
  const start = writer.local('whole')
  const arrays = [weights, gradients, ...slots].map((address) => address - weights)
  const load = (index: number, at: number): Code => lanes.load(4, get(at), arrays[index])

  const loop = repeat(writer, Math.ceil(size / 4), [{ from: start, step: 4 * FLOAT }], ([at]) => {
    const result = optimizer.rule(algebraOf(named, fixed), {
      weight: named(load(0, at)),
      gradient: named(load(1, at)),
      slots: Object.fromEntries(optimizer.slots.map((slot, i) => [slot, named(load(i + 2, at))])),
      factors: Object.fromEntries(
        factorNames.map((name, i) => [name, fixed(lanes.loadSplat(whole.constant(factors + FLOAT * i)))]),
      ),
      hyper,
    })
    const store = (index: number, value: Code): Code => lanes.store(4, get(at), value, arrays[index])
    return [
      ...turn,
      ...store(0, result.weight),
      ...store(1, lanes.fill(0)),
      ...optimizer.slots.flatMap((slot, i) => store(i + 2, result.slots[slot])),
    ]
  })
  return [...before, ...set(start, whole.constant(weights)), ...loop]
}

/** The algebra whose elements are vectors that have a name. */
function algebraOf(named: (value: Code) => Code, fixed: (value: Code) => Code): Algebra<Code> {
  const constants = new Map<number, Code>()
  const constant = (value: number): Code => {
    const known = constants.get(value) ?? fixed(lanes.constant(value))
    constants.set(value, known)
    return known
  }
  const one = (f: (a: Code) => Code) => (a: Code) => named(f(a))
  const two = (f: (a: Code, b: Code) => Code) => (a: Code, b: Code) => named(f(a, b))
  const greater = two((a, b) => lanes.and(lanes.greater(a, b), constant(1)))
  const missing = (): never => {
    throw new RangeError('Vectors have plain arithmetic only.')
  }
  return {
    constant,
    add: two(lanes.add),
    sub: two(lanes.sub),
    mul: two(lanes.mul),
    div: two(lanes.div),
    max: two(lanes.max),
    min: two(lanes.min),
    neg: one(lanes.neg),
    abs: one(lanes.abs),
    sign: (a) => named(lanes.sub(greater(a, constant(0)), greater(constant(0), a))),
    square: one((a) => lanes.mul(a, a)),
    sqrt: one(lanes.sqrt),
    greater,
    where: (mask, a, b) => named(lanes.choose(lanes.unequal(mask, constant(0)), a, b)),
    exp: missing,
    expm1: missing,
    log: missing,
    log1p: missing,
    tanh: missing,
    sigmoid: missing,
    softplus: missing,
    erf: missing,
  }
}
