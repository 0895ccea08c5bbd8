import type { Look } from '../../protocol/messages.ts'
import type { Params, Values } from '../../protocol/params.ts'
import { membersOf, type AnySpec } from '../../protocol/spec.ts'
import type { RunMember } from './port.ts'

/**
 * One setting of the figure. There is one, or two that are compared: A and B. The key is its identity: a setting whose
 * values change stays the same side, and takes its runs along when the two change places.
 */
export interface Side {
  readonly key: number
  readonly values: Values<Params>
}

/** The runs of all sides, side after side. A figure that compares nothing has but its own members. */
export function membersOfSides(spec: AnySpec, sides: readonly Side[]): readonly RunMember[] {
  if (sides.length === 1) return sides.flatMap(({ values }) => membersOf(spec, values))
  return sides.flatMap(({ values }, side) => membersOf(spec, values).map((member) => ({ ...member, side })))
}

/** Indices of the runs of one side. Where a picture is older than the comparison, its only side stands for both. */
export function runsOf(members: readonly RunMember[], side: number): readonly number[] {
  const of = (wanted: number): readonly number[] =>
    members.flatMap((member, i) => ((member.side ?? 0) === wanted ? [i] : []))
  const own = of(side)
  return own.length > 0 ? own : of(0)
}

/** Each member's index among the runs of its own side. */
export const placesOf = (members: readonly RunMember[]): readonly number[] =>
  members.map((member, i) => i - members.findIndex(({ side }) => side === member.side))

const lookValues = (spec: AnySpec, values: Values<Params>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => spec.params[key]?.look))

/** How the runs are looked at: each with the values of its own side. */
export function lookOfSides(spec: AnySpec, sides: readonly Side[], width: number): Look {
  const each = sides.map(({ values }) => lookValues(spec, values))
  const look = { values: each.at(-1) ?? {}, width }
  if (sides.length === 1) return look
  const own = membersOfSides(spec, sides).map(({ side }) => each[side ?? 0] ?? {})
  return { ...look, own }
}
