import { emptyHistory, type History } from '../protocol/history.ts'
import type { Recorded } from '../protocol/recorded.ts'
import { membersOf, type AnySpec } from '../protocol/spec.ts'
import type { MemberView } from '../protocol/view.ts'
import { shownShot, shownStep, type RunModel } from './run/model.ts'
import { regroupShot } from './run/regroup.ts'
import { runsOf, type Side } from './run/sides.ts'

/** A run of the figure, and the setting it belongs to: 0, or 1 for B where two are compared. */
export interface ShownMember extends MemberView<AnySpec> {
  readonly side: number
}

/** What the figure shows now: the live run, a moment of its past, or the recorded frame. */
export interface Shown {
  /** Side after side, as the runs of the session. */
  readonly members: readonly ShownMember[]
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
  sides: readonly Side[],
  recorded: Recorded | null,
): readonly ShownMember[] {
  return sides.flatMap(({ values }, side) => {
    const members = spec.run ? membersOf(spec, values) : [{ id: 'run', values }]
    return members.map(({ id, values: own }, i) => {
      const found = recorded?.members.find((member) => member.id === id) ?? recorded?.members[i]
      return { id, side, values: own, frame: found?.frame ?? null, history: found?.history ?? emptyHistory }
    })
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
  sides: readonly Side[],
  model: RunModel,
  recorded: Recorded | null,
): Shown {
  const shot = shownShot(model)
  if (shot === null) {
    const members = recordedMembers(spec, sides, recorded)
    return {
      members,
      pictured: recorded?.step ?? 0,
      step: model.drag?.step ?? recorded?.step ?? 0,
      histories: members.map((member) => member.history),
      future: [],
      recorded: true,
    }
  }
  // Runs that are about to be put in another order are shown in it.
  const from = model.regroup?.from ?? shot.members.map((_, i) => i)
  const turned = model.regroup ? regroupShot(shot, from, model.regroup.start.members) : shot
  const runs = sides.flatMap((_, side) => runsOf(turned.members, side).map((run) => ({ side, run })))
  const of = <T>(all: readonly T[], run: number): T | undefined => all[from[run] ?? -1]
  return {
    members: runs.flatMap(({ side, run }) => {
      const member = turned.members[run]
      const history = historyUntil(of(model.histories, run) ?? emptyHistory, shot.step)
      return member ? [{ ...member, side, frame: turned.frames[run] ?? null, history }] : []
    }),
    pictured: shot.step,
    step: shownStep(model),
    histories: runs.map(({ run }) => of(model.histories, run) ?? emptyHistory),
    future: model.future.length === 0 ? [] : runs.map(({ run }) => of(model.future, run) ?? emptyHistory),
    recorded: false,
  }
}
