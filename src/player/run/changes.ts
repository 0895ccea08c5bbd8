import type { Whom } from '../../protocol/messages.ts'
import { membersOf, type AnySpec } from '../../protocol/spec.ts'
import { classifyChange, formatValues } from '../../protocol/values.ts'
import type { Side } from './sides.ts'
import type { LiveSet } from './wishes.ts'

export interface Change {
  readonly restart: boolean
  /** The runs stand in another order, or there are more or fewer: for each new one the old one that it goes on from. */
  readonly from: readonly number[] | null
  readonly sets: readonly LiveSet[]
  readonly look: boolean
}

const RESTART: Change = { restart: true, from: null, sets: [], look: false }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What a change of the figure's sides means for their runs: new ones, another order, live sets, or only another look. */
export function planChange(spec: AnySpec, before: readonly Side[], after: readonly Side[]): Change {
  const firsts = before.map((_, i) => runCount(spec, before.slice(0, i)))
  const from: number[] = []
  const sets: (readonly LiveSet[])[] = []
  let look = false
  for (const side of after) {
    const at = sourceOf(spec, side, before)
    const source = before[at]
    if (source === undefined) return RESTART
    const own = classifyChange(spec.params, source.values, side.values)
    const old = membersOf(spec, source.values)
    const now = membersOf(spec, side.values)
    const sameMembers = old.length === now.length && old.every((member, i) => member.id === now[i]?.id)
    const each = now.map((member, i) =>
      classifyChange(spec.params, old[i]?.values ?? source.values, member.values),
    )
    if (own.restart || !sameMembers || each.some((change) => change.restart)) return RESTART
    look ||= own.look
    sets.push(
      together(
        each.map((change) => change.set),
        from.length,
        after.length === 1,
      ),
    )
    from.push(...now.map((_, i) => (firsts[at] ?? 0) + i))
  }
  const moved = from.length !== runCount(spec, before) || from.some((old, i) => old !== i)
  return { restart: false, from: moved ? from : null, sets: sets.flat(), look }
}

/** Whether something has changed that a recorded frame can't show: a parameter that `asks` the run. */
export function asksRun({ params }: AnySpec, before: readonly Side[], after: readonly Side[]): boolean {
  const asking = Object.entries(params).filter(([, { asks }]) => asks)
  return after.some(({ values }, i) => {
    const old = before[i]?.values
    return old !== undefined && asking.some(([key]) => !same(old[key], values[key]))
  })
}

const runCount = (spec: AnySpec, sides: readonly Side[]): number =>
  sides.reduce((count, { values }) => count + membersOf(spec, values).length, 0)

/** Where a side's runs come from: from itself, else from the newest side that has the same values; −1: from nowhere. */
function sourceOf(spec: AnySpec, side: Side, before: readonly Side[]): number {
  const itself = before.findIndex(({ key }) => key === side.key)
  if (itself >= 0) return itself
  return before.findLastIndex(
    ({ values }) => Object.keys(formatValues(spec.params, side.values, values)).length === 0,
  )
}

/** Live changes of one side's runs, of which the first has index `first`: those that share a change are changed together. */
function together(
  changes: readonly Readonly<Record<string, unknown>>[],
  first: number,
  only: boolean,
): readonly LiveSet[] {
  const [values = {}] = changes
  const all = changes.map((_, i) => first + i)
  const whom: Whom = only ? 'all' : all.length === 1 ? first : all
  const sets: readonly LiveSet[] = changes.every((set) => same(set, values))
    ? [{ member: whom, values }]
    : changes.map((own, i) => ({ member: first + i, values: own }))
  return sets.filter(({ values: given }) => Object.keys(given).length > 0)
}
