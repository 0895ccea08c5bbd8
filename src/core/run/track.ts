import { findNonFinite, isFiniteTree } from '../../protocol/frame.ts'
import type { History } from '../../protocol/history.ts'
import type { BackendId, Checkpoint, Deed, Look, Problem } from '../../protocol/messages.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { makeRng } from '../../math/rng.ts'
import { makeCheckpointStore, type CheckpointStore, type Kept } from './checkpoints.ts'
import { makeDeeds } from './deeds.ts'
import { makeEnds } from './ends.ts'
import type { ReaderData } from '../readerData.ts'
import type { Experiment, Run } from './experiment.ts'
import { makeRecorder, type Recorder } from './history.ts'
import { problemOf } from './problems.ts'
import { nextRecordedStep } from './recording.ts'

export interface TrackOptions {
  readonly experiment: Experiment<AnySpec>
  readonly values: Readonly<Record<string, unknown>>
  /** Index among the session's members, for reports. */
  readonly member: number
  /** Index among the members of its own setting, by which the experiment knows it; absent: `member`. */
  readonly place?: number
  readonly backend: BackendId
  readonly data?: ReaderData
  /** Told whenever the run halts, also when it comes back to the step where it halts. */
  readonly report: (problem: Problem) => void
  /** To go on from an earlier life instead of from the start. */
  readonly earlier?: EarlierLife
}

export interface EarlierLife {
  readonly checkpoint: Checkpoint
  readonly step: number
  readonly log: readonly Deed[]
  /** How many deeds of the log the checkpoint includes. */
  readonly deeds: number
  readonly history: History
}

/**
 * One member run on its line of time: the run, the step it stands at, what the reader did to it, what was measured, and
 * the states to go back to. Everything a run does goes through here, one thing at a time.
 */
export interface Track {
  readonly run: Run<AnySpec>
  readonly recorder: Recorder
  readonly checkpoints: CheckpointStore
  step(): number
  /** The deeds done so far; deeds beyond belong to a future that was scrubbed away from. */
  done(): readonly Deed[]
  log(): readonly Deed[]
  /** Why the run can't go on from here. */
  halted(): Problem | undefined
  /** Whether it stands where it met its own end. */
  finished(): boolean
  /** Halts the run on something it threw. */
  haltOn(error: unknown): void
  /**
   * Steps up to `target`, doing the logged deeds and measuring on the way. Stops early where the run halts and, if
   * `toFinish`, where it meets its own end.
   */
  advance(target: number, toFinish?: boolean): Promise<void>
  /** One step taken elsewhere, phase by phase: measures if due. */
  tookStep(): Promise<void>
  /** Does what the reader asks now; a future that was there is cut off. */
  act(deed: Deed): Promise<void>
  /** Makes the present the end of this line of time: what lay beyond is dropped. */
  branch(): void
  /** Takes back the acts of a batch and goes back before them. Answers whether there were any. */
  undo(batch: number): Promise<boolean>
  /** Goes back to the nearest kept state at or before `target`, if that is nearer than where the run stands. */
  approach(target: number): Promise<void>
  /** Keeps the present state to come back to. */
  keep(): Promise<Kept>
  /** What the reader sees now; undefined where a number is not finite, which halts the run. */
  frame(look: Look): Promise<unknown>
}

export function seedOf(values: Readonly<Record<string, unknown>>): number {
  const seed = values['seed']
  return typeof seed === 'number' && Number.isFinite(seed) ? seed : 1
}

/** Makes a member's run, at step 0 or where its earlier life ended. Throws what the experiment throws. */
export async function makeTrack(options: TrackOptions): Promise<Track> {
  const { experiment, values, member, place = member, backend, data, report, earlier } = options
  const declared = experiment.spec.run
  const every = Math.max(1, declared?.measureEvery ?? 1)
  const infinities = declared?.infinities ?? []
  const env = { rng: makeRng(seedOf(values)), backend, member: place, ...(data ? { data } : {}) }
  const run = await experiment.create(values, env)
  const recorder = makeRecorder(every, earlier?.history)
  const checkpoints = makeCheckpointStore()

  const deeds = makeDeeds(earlier?.log ?? [])
  const ends = makeEnds(report)

  let step = 0
  let nextRecord = Infinity

  const plan = (): void => {
    nextRecord = run.measure ? nextRecordedStep(Math.max(step, recorder.last()), every) : Infinity
    ends.arrive(step, true)
  }

  async function haltNonFinite(place: string): Promise<void> {
    const diagnosis = (await run.diagnose?.()) ?? {}
    ends.halt(step, { code: 'non-finite', step, member, place, ...diagnosis })
  }

  async function measure(): Promise<void> {
    if (!run.measure) return
    const metrics = await run.measure()
    recorder.add(step, metrics)
    nextRecord = nextRecordedStep(step, every)
    if (run.finished?.() === true) ends.finish(step)
    if (isFiniteTree(metrics)) return
    const place = findNonFinite(metrics, '', infinities)
    if (place !== undefined) await haltNonFinite(place)
  }

  async function perform(deed: Deed): Promise<void> {
    if (deed.kind === 'set') await run.set?.(deed.values)
    else await run.act?.(deed.action)
  }

  async function doDueDeeds(): Promise<void> {
    for (let due = deeds.takeDue(step); due; due = deeds.takeDue(step)) await perform(due)
  }

  async function advance(target: number, toFinish = false): Promise<void> {
    for (;;) {
      if (deeds.nextStep() <= step) await doDueDeeds()
      if (step >= target || ends.halted() || (toFinish && ends.finished(step))) return
      const stop = Math.min(target, nextRecord, deeds.nextStep(), ends.nextStop(step, toFinish))
      if (run.steps && stop - step > 1) {
        const working = run.steps(stop - step)
        if (working !== undefined) await working
        step = stop
      } else {
        while (step < stop) {
          const working = run.step()
          if (working !== undefined) await working
          step++
        }
      }
      if (step === nextRecord) await measure()
      ends.arrive(step)
    }
  }

  const branch = (): void => {
    deeds.cut()
    recorder.cutAfter(step)
    checkpoints.dropBeyond(step, deeds.count())
    ends.forgetBeyond(step)
    plan()
  }

  async function goTo(kept: Kept): Promise<void> {
    await run.restore(kept.tree)
    step = kept.step
    deeds.setCount(kept.deeds)
    plan()
  }

  async function keep(): Promise<Kept> {
    const latest = checkpoints.atOrBefore(step)
    if (latest?.step === step && latest.deeds === deeds.count()) return latest
    const kept = { step, deeds: deeds.count(), tree: await run.save() }
    checkpoints.add(kept)
    return kept
  }

  try {
    plan()
    await keep()
    if (earlier) {
      await goTo({ step: earlier.step, deeds: earlier.deeds, tree: earlier.checkpoint })
      checkpoints.add({ step, deeds: deeds.count(), tree: earlier.checkpoint })
    } else {
      await measure()
    }
  } catch (error) {
    run.dispose()
    throw error
  }

  return {
    run,
    recorder,
    checkpoints,
    step: () => step,
    done: deeds.done,
    log: deeds.all,
    halted: ends.halted,
    finished: () => ends.finished(step),
    haltOn: (error) => ends.halt(step, problemOf(error, { step, member })),
    advance,
    branch,
    async tookStep() {
      step++
      if (step === nextRecord) await measure()
      ends.arrive(step)
    },
    async act(deed) {
      branch()
      deeds.add(deed)
      await perform(deed)
    },
    async undo(batch) {
      const undone = deeds.takeBack(batch)
      if (undone === undefined) return false
      checkpoints.dropBeyond(undone.step, undone.index)
      recorder.cutAfter(undone.step)
      ends.forgetBeyond(undone.step)
      const kept = checkpoints.atOrBefore(undone.step)
      if (kept === undefined) throw new Error('The start of the run was not kept.')
      await goTo(kept)
      return true
    },
    async approach(target) {
      const kept = checkpoints.atOrBefore(target)
      if (kept !== undefined && (step > target || kept.step > step)) await goTo(kept)
    },
    keep,
    async frame(look) {
      const frame = await run.frame(look)
      if (isFiniteTree(frame)) return frame
      const place = findNonFinite(frame, '', infinities)
      if (place === undefined) return frame
      await haltNonFinite(place)
      return undefined
    },
  }
}
