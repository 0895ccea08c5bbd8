import type { Params, Values } from '../../protocol/params.ts'
import { membersOf, type AnySpec } from '../../protocol/spec.ts'
import { classifyChange } from '../../protocol/values.ts'
import type { LiveSet } from './advance.ts'

export interface Change {
  readonly restart: boolean
  readonly sets: readonly LiveSet[]
  readonly look: boolean
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What a change of the figure's values means for its members: another run, live sets, or only another look. */
export function planChange(spec: AnySpec, before: Values<Params>, after: Values<Params>): Change {
  const own = classifyChange(spec.params, before, after)
  const old = membersOf(spec, before)
  const now = membersOf(spec, after)
  const sameMembers = old.length === now.length && old.every((member, i) => member.id === now[i]?.id)
  const each = now.map((member, i) => classifyChange(spec.params, old[i]?.values ?? before, member.values))
  if (own.restart || !sameMembers || each.some((change) => change.restart))
    return { restart: true, sets: [], look: false }
  const sets = each.map((change) => change.set)
  const [first] = sets
  const all = sets.every((set) => same(set, first))
  const live = all
    ? [{ member: 'all' as const, values: first ?? {} }]
    : sets.map((values, member) => ({ member, values }))
  return {
    restart: false,
    sets: live.filter(({ values }) => Object.keys(values).length > 0),
    look: own.look,
  }
}
