import { isAmong, type SavedSession } from '../../protocol/messages.ts'
import type { EarlierLife, Track } from './track.ts'

/** The whole session as it stands, to be held outside the worker. A halted run is saved as it last was in order. */
export async function saveSession(tracks: readonly Track[]): Promise<SavedSession> {
  const kept = []
  for (const track of tracks) {
    kept.push(track.halted() ? (track.checkpoints.latest() ?? (await track.keep())) : await track.keep())
  }
  return {
    step: Math.max(...kept.map(({ step }) => step)),
    members: kept.map(({ tree }) => tree),
    log: tracks.flatMap((track, member) => track.log().map((deed) => ({ ...deed, member }))),
    histories: tracks.map((track) => track.recorder.all()),
    places: kept.map(({ step, deeds }) => ({ step, deeds })),
  }
}

/** What one member needs to go on from a saved session; undefined where it is not in there. */
export function earlierLife(saved: SavedSession, member: number): EarlierLife | undefined {
  if (!(member in saved.members)) return undefined
  const log = saved.log.filter((deed) => isAmong(member, deed.member))
  const place = saved.places?.[member]
  const step = place?.step ?? saved.step
  return {
    checkpoint: saved.members[member],
    step,
    log,
    deeds: place?.deeds ?? log.filter((deed) => deed.step <= step).length,
    history: saved.histories[member] ?? { steps: [], metrics: {} },
  }
}
