import { emptyHistory, type History } from '../protocol/history.ts'
import type { Params, Values } from '../protocol/params.ts'
import type { Recorded } from '../protocol/recorded.ts'
import { membersOf, type AnySpec } from '../protocol/spec.ts'
import type { MemberView } from '../protocol/view.ts'
import { historyOf, shownShot, shownStep, type RunModel } from './run/model.ts'

/** What the figure shows now: the live run, a moment of its past, or the recorded frame. */
export interface Shown {
  readonly members: readonly MemberView<AnySpec>[]
  /** The step the picture belongs to. */
  readonly pictured: number
  /** Where the scrubber stands: while it is dragged, the nearest kept picture may be a few steps away. */
  readonly step: number
  /** Everything measured, also beyond the shown step. */
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

/** A picture of an earlier step knows nothing of later ones. */
export function historyUntil(history: History, step: number): History {
  if ((history.steps.at(-1) ?? -1) <= step) return history
  const end = history.steps.findIndex((at) => at > step)
  const metrics = Object.entries(history.metrics).map(([id, column]) => [id, column.slice(0, end)] as const)
  return { steps: history.steps.slice(0, end), metrics: Object.fromEntries(metrics) }
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
      pictured: recorded?.step ?? 0,
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
    history: historyUntil(historyOf(model, i), shot.step),
  }))
  return {
    members,
    pictured: shot.step,
    step: shownStep(model),
    histories: model.histories,
    future: model.future,
    recorded: false,
  }
}
