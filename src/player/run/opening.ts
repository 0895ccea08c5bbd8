import { emptyHistory, type History } from '../../protocol/history.ts'
import type { SavedSession } from '../../protocol/messages.ts'
import { idleModel, type RunModel } from './model.ts'
import type { RunMember, Start } from './port.ts'
import { regroupMembers, regroupSaved, regroupShot } from './regroup.ts'
import { send, type Effect } from './wishes.ts'

/** A model, and what is to be done on the way to it. */
export type Next = readonly [RunModel, readonly Effect[]]

export const andThen = ([model, effects]: Next, next: (model: RunModel) => Next): Next => {
  const [after, more] = next(model)
  return [after, [...effects, ...more]]
}

export const playOrder = (model: RunModel): Effect => send({ type: 'play', speed: model.speed })

/** What a session goes on from. `origin`: its members as they were at step 0. */
export interface Earlier {
  readonly saved: SavedSession
  readonly origin: readonly RunMember[]
}

/** Opens a fresh session in place of the present one. What the reader asked of the old one is gone with it. */
export function open(model: RunModel, start: Start, earlier?: Earlier): Next {
  const opened = model.opened + 1
  const session = `s${opened}`
  const origin = earlier?.origin ?? start.members
  const fresh: RunModel = {
    ...idleModel(model.speed),
    session,
    opened,
    phase: 'warming',
    revealed: true,
    members: start.members,
    origin,
    visible: model.visible,
    // The last picture stands until the new run's first one comes: no blank between two runs.
    now: model.now,
    told: model.told,
    ...(earlier ? { histories: earlier.saved.histories, acts: model.acts, kept: model.kept } : {}),
  }
  const effects: Effect[] = [
    {
      type: 'open',
      session,
      start: { ...start, members: origin },
      ...(earlier ? { saved: earlier.saved } : {}),
    },
  ]
  if (!model.visible) effects.push(send({ type: 'visible', visible: false }))
  return [fresh, effects]
}

/** Plays on if the session before did. */
export const goOn = (next: Next, playing: boolean): Next =>
  andThen(next, (m) => (playing ? [{ ...m, playing }, [playOrder(m)]] : [m, []]))

const lastStep = (history: History): number => history.steps.at(-1) ?? -1

/** Of each run the longer of what was known of its future and what is known now. */
export function widest(known: readonly History[], now: readonly History[]): readonly History[] {
  return Array.from({ length: Math.max(known.length, now.length) }, (_, i) => {
    const [before, after] = [known[i] ?? emptyHistory, now[i] ?? emptyHistory]
    return lastStep(before) > lastStep(after) ? before : after
  })
}

const same = (a: RunMember | undefined, b: RunMember): boolean =>
  a?.id === b.id && a.side === b.side && JSON.stringify(a.values) === JSON.stringify(b.values)

/** New runs from step 0. One whose values are not touched will do again what it did: that stays as its future. */
export function restart(model: RunModel, start: Start): Next {
  const known = widest(model.future, model.histories)
  const compared = start.members.some(({ side }) => side !== undefined)
  const future = start.members.map((member, i) =>
    same(model.members[i], member) ? (known[i] ?? emptyHistory) : emptyHistory,
  )
  const opened = open(model, start)
  return goOn(compared ? andThen(opened, (m) => [{ ...m, future }, []]) : opened, model.playing)
}

/** The session as it was saved, with its runs in another order: all that is known of them goes along. */
export function openRegrouped(
  model: RunModel,
  start: Start,
  from: readonly number[],
  saved: SavedSession,
): Next {
  const turned: RunModel = {
    ...model,
    now: model.now && regroupShot(model.now, from, start.members),
    kept: model.kept.map((shot) => regroupShot(shot, from, start.members)),
  }
  const origin = regroupMembers(model.origin, from, start.members)
  const future = model.future.length === 0 ? [] : from.map((old) => model.future[old] ?? emptyHistory)
  const { status, revealed } = model
  return andThen(open(turned, start, { saved: regroupSaved(saved, from), origin }), (m) =>
    goOn([{ ...m, future, status, revealed, phase: revealed ? m.phase : 'idle' }, []], model.playing),
  )
}
