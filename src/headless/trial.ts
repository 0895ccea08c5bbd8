import type { ReaderData } from '../core/readerData.ts'
import type { Experiment } from '../core/run/experiment.ts'
import { makeTrack, type Track } from '../core/run/track.ts'
import type { History } from '../protocol/history.ts'
import type { BackendId, Look, Problem } from '../protocol/messages.ts'
import type { Params, Values } from '../protocol/params.ts'
import { membersOf, type AnySpec } from '../protocol/spec.ts'
import { timed, type Stopwatch } from './timed.ts'

export interface TrialMember {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly step: number
  readonly history: History
  readonly frame: unknown
  readonly watch: Stopwatch
  readonly problem?: Problem
}

/** The values that only alter what is looked at, at the width that pages are prerendered with. */
function lookOf(spec: AnySpec, values: Values<Params>): Look {
  const entries = Object.entries(values).filter(([key]) => spec.params[key]?.look === true)
  return { values: Object.fromEntries(entries), width: 624 }
}

/** Runs a figure's members from the start to `steps`, as the book would; `whenDone` is called while they still live. `data` has files that values name. */
export async function runTrial(
  experiment: Experiment<AnySpec>,
  values: Values<Params>,
  steps: number,
  backend: BackendId,
  whenDone: () => void = () => undefined,
  data?: ReaderData,
): Promise<readonly TrialMember[]> {
  const { spec } = experiment
  const tracks: Track[] = []
  const watches: Stopwatch[] = []
  const members = membersOf(spec, values)
  try {
    for (const [member, { values: own }] of members.entries()) {
      const watch = { milliseconds: 0, steps: 0 }
      const timedExperiment: Experiment<AnySpec> = {
        spec,
        create: async (given, env) => timed(await experiment.create(given, env), watch),
      }
      watches.push(watch)
      tracks.push(
        await makeTrack({
          experiment: timedExperiment,
          values: own,
          member,
          backend,
          report: () => undefined,
          ...(data ? { data } : {}),
        }),
      )
    }
    for (const track of tracks) {
      try {
        await track.advance(steps)
      } catch (error) {
        track.haltOn(error)
      }
    }
    const done: TrialMember[] = []
    for (const [i, track] of tracks.entries()) {
      const frame = track.halted() ? undefined : await track.frame(lookOf(spec, values))
      const problem = track.halted()
      done.push({
        id: members[i].id,
        values: members[i].values,
        step: track.step(),
        history: track.recorder.all(),
        frame,
        watch: watches[i],
        ...(problem ? { problem } : {}),
      })
    }
    whenDone()
    return done
  } finally {
    for (const track of tracks) track.run.dispose()
  }
}
