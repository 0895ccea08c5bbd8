import { emptyHistory } from '../../protocol/history.ts'
import { isAmong, type SavedSession } from '../../protocol/messages.ts'
import type { Shot } from './kept.ts'
import type { RunMember } from './port.ts'

/**
 * The runs of a session as another session takes them over: `from` names for each new member the old one that it goes on
 * from. So a comparison begins (each run twice), its sides change places, and it ends (only some are kept).
 */

/** The saved state, in the new order. A copied run has done all that its original did. */
export function regroupSaved(saved: SavedSession, from: readonly number[]): SavedSession {
  const places = saved.places && from.map((old) => saved.places?.[old] ?? { step: saved.step, deeds: 0 })
  return {
    ...saved,
    step: places ? Math.max(...places.map(({ step }) => step)) : saved.step,
    members: from.map((old) => saved.members[old] ?? {}),
    log: from.flatMap((old, member) =>
      saved.log.filter((deed) => isAmong(old, deed.member)).map((deed) => ({ ...deed, member })),
    ),
    histories: from.map((old) => saved.histories[old] ?? emptyHistory),
    ...(places ? { places } : {}),
  }
}

/** A kept picture, in the new order. */
export function regroupShot(shot: Shot, from: readonly number[], members: readonly RunMember[]): Shot {
  return {
    step: shot.step,
    frames: from.map((old) => shot.frames[old] ?? null),
    members: regroupMembers(shot.members, from, members),
  }
}

/** The values that the runs had, under the names that they have now. */
export function regroupMembers(
  old: readonly RunMember[],
  from: readonly number[],
  members: readonly RunMember[],
): readonly RunMember[] {
  return members.map((member, i) => ({ ...member, values: old[from[i] ?? -1]?.values ?? member.values }))
}
