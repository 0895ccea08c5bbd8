import type { ParamProblemCode, Read } from '../param.ts'

/** A sparse array's holes become undefined, which no kind takes for a value. */
export const withoutHoles = (raw: readonly unknown[]): readonly unknown[] => Array.from(raw)

/** The problem of a value that is made of several. */
export function worst(reads: readonly Read<unknown>[]): ParamProblemCode | undefined {
  return reads.find((r) => r.problem !== undefined)?.problem
}
export const withProblem = <V>(value: V, problem: ParamProblemCode | undefined): Read<V> =>
  problem === undefined ? { value } : { value, problem }
