import { isAmong, type Deed, type Problem } from '../../protocol/messages.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { parseValues } from '../../protocol/values.ts'
import type { Env, Experiment } from './experiment.ts'
import { haltOrThrow, makeGroup, type Group } from './group.ts'
import type { Queued, Start } from './inbox.ts'
import { earlierLife } from './saving.ts'
import { makeTrack, type Track } from './track.ts'

/** The runs of one session: created, changed and disposed of together. */
export interface Members {
  /** Makes the runs. Throws what an experiment throws, leaving none behind. */
  create(): Promise<void>
  created(): boolean
  tracks(): readonly Track[]
  groups(): readonly Group[]
  /** The step that the furthest group has reached. */
  step(): number
  allHalted(): boolean
  /** Whether each has halted, met its own end or reached step `end`. An `end` of Infinity disregards their own. */
  finished(end: number): boolean
  /** How many acts of the reader could be undone. */
  acts(): number
  /** Does a deed of the reader. Answers whether it concerned anyone. */
  change(command: Extract<Queued, { type: 'set' | 'act' }>): Promise<boolean>
  /** Takes the last act back, for all that it was done to, and goes back before it. Answers whether there was one. */
  undo(): Promise<boolean>
  /** Goes back to the kept states nearest to step `target`. */
  approach(target: number): Promise<void>
  dispose(): void
}

/** `report` is told of each run that halts. */
export function makeMembers(
  start: Start,
  experiment: Experiment<AnySpec>,
  { backend, data }: { readonly backend: Env['backend']; readonly data: Env['data'] | undefined },
  report: (problem: Problem) => void,
): Members {
  const { spec } = experiment
  let tracks: Track[] = []
  let groups: Group[] = []
  let created = false
  let batch = 1 + (start.saved?.log.reduce((most, deed) => Math.max(most, deed.batch ?? 0), 0) ?? 0)

  /** Which runs go in step: all, or where each is free those that stand for the same in two compared settings. */
  const inStep = (): readonly (readonly Track[])[] => {
    if (!spec.run?.free) return [tracks]
    const placed = new Map<number, Track[]>()
    for (const [i, track] of tracks.entries()) {
      const place = start.places?.[i] ?? i
      placed.set(place, [...(placed.get(place) ?? []), track])
    }
    return [...placed.values()]
  }

  const lastAct = (track: Track): number =>
    track.done().findLast((deed) => deed.kind === 'act')?.batch ?? -Infinity

  const dispose = (): void => {
    const leaving = tracks
    tracks = []
    groups = []
    // One that throws must not keep the others alive.
    const thrown = leaving.flatMap(({ run }): unknown[] => {
      try {
        run.dispose()
        return []
      } catch (error) {
        return [error]
      }
    })
    if (thrown.length > 0) throw thrown[0]
  }

  return {
    async create() {
      try {
        for (const [member, given] of start.members.entries()) {
          const { values } = parseValues(spec.params, given)
          const earlier = start.saved && earlierLife(start.saved, member)
          const place = start.places?.[member] ?? member
          const options = { experiment, values, member, place, backend, report, ...(data ? { data } : {}) }
          tracks.push(await makeTrack(earlier ? { ...options, earlier } : options))
        }
      } catch (error) {
        dispose()
        throw error
      }
      groups = inStep().map(makeGroup)
      created = true
    },
    created: () => created,
    tracks: () => tracks,
    groups: () => groups,
    step: () => groups.reduce((most, group) => Math.max(most, group.step()), 0),
    allHalted: () => groups.length > 0 && groups.every((group) => group.halted()),
    finished: (end) =>
      groups.every(
        (group) => group.halted() || group.step() >= end || (end !== Infinity && group.finished()),
      ),
    acts() {
      const acts = tracks.flatMap((track) => track.done()).filter((deed) => deed.kind === 'act')
      return new Set(acts.map((deed) => deed.batch)).size
    },
    async change(command) {
      const concerned = tracks.filter((_, i) => isAmong(i, command.member))
      const does = command.type === 'set' ? setting(spec, command.values) : acting(command.action)
      if (concerned.length === 0 || does === undefined) return false
      batch++
      for (const track of concerned) {
        const deed: Deed = { step: track.step(), member: tracks.indexOf(track), batch, ...does }
        try {
          await track.act(deed)
        } catch (error) {
          haltOrThrow(track, error)
        }
      }
      // In lockstep a change to one member after scrubbing back makes a new future for all.
      if (!spec.run?.free) for (const track of tracks) if (!concerned.includes(track)) track.branch()
      return true
    },
    async undo() {
      const last = Math.max(...tracks.map(lastAct))
      if (last === -Infinity) return false
      for (const track of tracks) {
        track.branch()
        await track.undo(last)
      }
      return true
    },
    async approach(target) {
      for (const track of tracks) await track.approach(target)
    },
    dispose,
  }
}

const acting = (action: unknown) => ({ kind: 'act', action }) as const

/** Of what was given, the valid values of live parameters; undefined where there is none. */
function setting(spec: AnySpec, given: Readonly<Record<string, unknown>>) {
  const values: Record<string, unknown> = {}
  for (const [key, raw] of Object.entries(given)) {
    const param = spec.params[key]
    if (param?.live !== true) continue
    const read = param.read(raw)
    if (read.problem !== 'wrong-type' && read.problem !== 'unknown-choice') values[key] = read.value
  }
  return Object.keys(values).length === 0 ? undefined : ({ kind: 'set', values } as const)
}
