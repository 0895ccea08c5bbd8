import type { History } from '../protocol/history.ts'
import { emptyHistory } from '../protocol/history.ts'
import type { Params, Values } from '../protocol/params.ts'
import type { Recorded } from '../protocol/recorded.ts'
import { membersOf, type AnySpec } from '../protocol/spec.ts'
import type { MemberView } from '../protocol/view.ts'
import { historyOf, shownShot, shownStep, type RunModel } from './run/model.ts'

/** What the figure shows now: the live run, a moment of its past, or the recorded frame. */
export interface Shown {
  readonly members: readonly MemberView<AnySpec>[]
  readonly step: number
  readonly histories: readonly History[]
  readonly future: readonly History[]
  /** True while the recorded frame stands. */
  readonly recorded: boolean
}

/** The recorded frame's members take the figure's values: it was recorded with them. */
function recordedMembers(
  spec: AnySpec,
  values: Values<Params>,
  recorded: Recorded | null,
): readonly MemberView<AnySpec>[] {
  const members = spec.run ? membersOf(spec, values) : [{ id: 'run', values }]
  return members.map(({ id, values: own }, i) => {
    const found = recorded?.members.find((member) => member.id === id) ?? recorded?.members[i]
    return { id, values: own, frame: found?.frame ?? null, history: found?.history ?? emptyHistory }
  })
}

export function whatIsShown(
  spec: AnySpec,
  values: Values<Params>,
  model: RunModel,
  recorded: Recorded | null,
): Shown {
  const shot = shownShot(model)
  if (shot === null) {
    const members = recordedMembers(spec, values, recorded)
    return {
      members,
      step: model.drag?.step ?? recorded?.step ?? 0,
      histories: members.map((member) => member.history),
      future: [],
      recorded: true,
    }
  }
  const members = shot.members.map(({ id, values: own }, i) => ({
    id,
    values: own,
    frame: shot.frames[i] ?? null,
    history: historyOf(model, i),
  }))
  return {
    members,
    step: shownStep(model),
    histories: model.histories,
    future: model.future,
    recorded: false,
  }
}
