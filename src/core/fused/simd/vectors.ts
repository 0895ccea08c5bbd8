import type { Algebra } from '../../../math/algebra.ts'
import { makeFunctions } from './functions.ts'
import { get, lanes, set, type Code } from './instructions.ts'
import type { Writer } from './module.ts'

/** Vectors being computed, and the algebra whose elements are they. */
export interface Vectors {
  readonly o: Algebra<Code>
  /** Gives a vector a name, or the name that it has. */
  name(value: Code): Code
  /** The same for one that does not change in a loop. */
  fix(value: Code): Code
  /** What has to stand before the loop. */
  before(): Code
  /** What computes all vectors named so far. */
  source(): Code
}

/**
 * Starts a block of vector code. A rule of `math/` that is run over `o` becomes a kernel that works on four numbers at a time
 * in single precision; an operation that was written before is not written again.
 */
export function makeVectors(writer: Writer): Vectors {
  const place = (): { readonly code: number[]; name(value: Code): Code } => {
    const names = new Map<string, Code>()
    const code: number[] = []
    return {
      code,
      name(value) {
        const known = names.get(value.join())
        if (known) return known
        const local = writer.local('vector')
        code.push(...set(local, value))
        names.set(value.join(), get(local))
        return get(local)
      },
    }
  }
  const [outside, inside] = [place(), place()]
  const one = (f: (a: Code) => Code) => (a: Code) => inside.name(f(a))
  const two = (f: (a: Code, b: Code) => Code) => (a: Code, b: Code) => inside.name(f(a, b))
  const constant = (value: number): Code => outside.name(lanes.constant(value))
  const greater = two((a, b) => lanes.and(lanes.greater(a, b), constant(1)))
  const plain = {
    constant,
    add: two(lanes.add),
    sub: two(lanes.sub),
    mul: two(lanes.mul),
    div: two(lanes.div),
    max: two(lanes.max),
    min: two(lanes.min),
    neg: one(lanes.neg),
    abs: one(lanes.abs),
    sign: (a: Code) => two(lanes.sub)(greater(a, constant(0)), greater(constant(0), a)),
    square: one((a) => lanes.mul(a, a)),
    sqrt: one(lanes.sqrt),
    greater,
    where: (mask: Code, a: Code, b: Code) =>
      inside.name(lanes.choose(lanes.unequal(mask, constant(0)), a, b)),
  }
  const bits = {
    nearest: one(lanes.nearest),
    /** The float with these bits, given as a whole number in a float, and the other way round. */
    fromBits: one(lanes.truncate),
    toBits: one(lanes.convert),
  }
  return {
    o: { ...plain, ...makeFunctions(plain, bits) },
    name: inside.name,
    fix: outside.name,
    before: () => outside.code,
    source: () => inside.code,
  }
}
