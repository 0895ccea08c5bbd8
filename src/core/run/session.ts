import { transferables } from '../../protocol/frame.ts'
import type {
  BackendId,
  Command,
  Deed,
  Engine,
  Event,
  Problem,
  RunState,
  Status,
} from '../../protocol/messages.ts'
import { parseValues } from '../../protocol/values.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import type { Experiment } from './experiment.ts'
import { haltOrThrow, makeGroup, type Group } from './group.ts'
import { makeMeter, makePace, SLICE_MS, type Pace } from './pacing.ts'
import { beginPhasedStep, type PhasedStep } from './phasing.ts'
import { problemOf } from './problems.ts'
import { earlierLife, saveSession } from './saving.ts'
import { makeTrack, type Track } from './track.ts'
import type { Task } from './scheduler.ts'

/** What surrounds a session: the clock, the way to the page, the backend. All injected. */
export interface Surroundings {
  /** Milliseconds. */
  readonly now: () => number
  readonly post: (event: Event, transfer: ArrayBuffer[]) => void
  readonly engine: Engine
  /** Live tensors of the whole worker. */
  readonly countTensors: () => number
  /** Resolves when the device has done what it was given: its queue must not grow without bound. */
  readonly settle?: () => Promise<void>
}

export type Start = Extract<Command, { type: 'start' }>
export type SessionCommand = Exclude<Command, Start>
/** Commands that wait for the work before them; the others take effect at once. */
type Queued = Extract<SessionCommand, { type: 'step' | 'set' | 'act' | 'undo' | 'ask' | 'seek' | 'save' }>

export interface Session extends Task {
  receive(command: SessionCommand): void
}

/**
 * Frames follow each other no closer than a screen can show them. At full speed they take about a tenth of the time, unless that
 * would keep a reader waiting longer than this; at a set speed training leaves time for them.
 */
const MIN_FRAME_MS = 15
const FRAME_REST = 9
const LONGEST_REST_MS = 250
/** Checkpoints for time travel are taken this often, and cost at most 2 % of the time. */
const KEEP_MS = 250
const KEEP_REST = 50
/** How old the page's copy may become while training; with the time of the way it stays within 2 s (5 s on a GPU). */
const SAVED_MS = 1500
const SAVED_GPU_MS = 4000
/** At rest there is little else to do: a save is followed by this many times its cost of quiet. */
const SAVE_REST = 3

/** Makes the session of one figure: its members are created in its first turn. */
export function makeSession(start: Start, experiment: Experiment<AnySpec>, around: Surroundings): Session {
  const { now, engine } = around
  const spec = experiment.spec
  const backend: BackendId = engine === 'plain' ? 'cpu' : engine
  const savedEvery = engine === 'webgpu' || engine === 'webgl' ? SAVED_GPU_MS : SAVED_MS
  const queue: { readonly command: Queued; readonly order: number }[] = []
  let received = 0 // deeds sent by the page
  let obeyed = 0 // and how many of them the runs include
  const meter = makeMeter(now())

  let tracks: Track[] = []
  let groups: Group[] = []
  let created = false
  let stopped = false
  let broken = false // nothing can go on: not created, or the device is gone
  let playing = false
  let visible = true
  let pace: Pace = makePace('max', false, now())
  let slow = false
  let full = true
  let end = Math.max(0, start.endStep)
  let look = start.look
  let goals: number[] | undefined // one for each group: a seek or step under way
  let stepGoal = false
  let phased: PhasedStep | undefined
  let phase: string | undefined
  let batch = 1 + (start.saved?.log.reduce((most, deed) => Math.max(most, deed.batch ?? 0), 0) ?? 0)
  let tensors = 0
  let settling: Promise<void> | undefined

  let frameOwed = true
  let acknowledged = true
  let nextFrame = 0
  let nextKeep = 0
  let saveOwed = false
  let savedAt = -Infinity
  let saveCost = 0
  let shownState: RunState | undefined

  const step = (): number => groups.reduce((most, group) => Math.max(most, group.step()), 0)
  const allHalted = (): boolean => groups.length > 0 && groups.every((group) => group.halted())
  const finished = (): boolean => groups.every((group) => group.halted() || group.step() >= end)

  function state(): RunState {
    if (broken || allHalted()) return 'problem'
    if (!created) return 'warming'
    if (playing) return 'running'
    return step() >= end ? 'done' : 'paused'
  }

  function countActs(): number {
    const batches = new Set<number | undefined>()
    for (const track of tracks)
      for (const deed of track.done()) if (deed.kind === 'act') batches.add(deed.batch)
    return batches.size
  }

  const status = (): Status => ({
    state: state(),
    step: step(),
    stepsPerSecond: playing ? meter.rate() : 0,
    backend: engine,
    tensors,
    acts: countActs(),
    ...(phase === undefined ? {} : { phase }),
  })

  const post = (event: Event, transfer: ArrayBuffer[] = []): void => {
    if (!stopped) around.post(event, transfer)
  }
  const report = (problem: Problem): void => post({ type: 'problem', session: start.session, problem })
  /** One run has halted; the others of a race go on. */
  const reportHalt = (problem: Problem): void =>
    report(created && !allHalted() ? { ...problem, goesOn: true } : problem)

  function postStatus(): void {
    shownState = state()
    post({ type: 'status', session: start.session, status: status() })
  }

  /** The whole session can't go on. */
  function breakOff(error: unknown): void {
    broken = true
    playing = false
    goals = undefined
    queue.length = 0
    report(problemOf(error, created ? { step: step() } : {}))
  }

  async function create(): Promise<void> {
    postStatus()
    try {
      for (const [member, given] of start.members.entries()) {
        const { values } = parseValues(spec.params, given)
        const earlier = start.saved && earlierLife(start.saved, member)
        tracks.push(
          await makeTrack({
            experiment,
            values,
            member,
            backend,
            report: reportHalt,
            ...(earlier ? { earlier } : {}),
          }),
        )
      }
    } catch (error) {
      disposeAll()
      breakOff(error)
      return
    }
    groups = (spec.run?.free ? tracks.map((track) => [track]) : [tracks]).map(makeGroup)
    created = true
    nextKeep = now() + KEEP_MS
  }

  function disposeAll(): void {
    for (const track of tracks) track.run.dispose()
    tracks = []
    groups = []
  }

  /** Changes the session's members by a deed of the reader. */
  async function perform(command: Extract<Queued, { type: 'set' | 'act' }>): Promise<void> {
    const concerned = tracks.filter((_, i) => command.member === 'all' || command.member === i)
    const values = command.type === 'set' ? liveValues(command.values) : {}
    if (concerned.length === 0 || (command.type === 'set' && Object.keys(values).length === 0)) return
    batch++
    for (const track of concerned) {
      const member = tracks.indexOf(track)
      const when = { step: track.step(), member, batch }
      const deed: Deed =
        command.type === 'set'
          ? { ...when, kind: 'set', values }
          : { ...when, kind: 'act', action: command.action }
      try {
        await track.act(deed)
      } catch (error) {
        haltOrThrow(track, error)
      }
    }
    // In lockstep a change to one member after scrubbing back makes a new future for all.
    if (!spec.run?.free) for (const track of tracks) if (!concerned.includes(track)) track.branch()
    saveOwed = true
  }

  /** Of what was given, the valid values of live parameters. */
  function liveValues(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const live: Record<string, unknown> = {}
    for (const [key, raw] of Object.entries(given)) {
      const param = spec.params[key]
      if (param?.live !== true) continue
      const read = param.read(raw)
      if (read.problem !== 'wrong-type' && read.problem !== 'unknown-choice') live[key] = read.value
    }
    return live
  }

  async function undo(): Promise<void> {
    const last = Math.max(
      ...tracks.map((track) => track.done().findLast((deed) => deed.kind === 'act')?.batch ?? -Infinity),
    )
    if (last === -Infinity) return
    goals = groups.map((group) => group.step())
    stepGoal = false
    for (const track of tracks) {
      track.branch()
      await track.undo(last)
    }
    saveOwed = true
  }

  async function answer(command: Extract<Queued, { type: 'ask' }>): Promise<void> {
    const { session, id } = command
    try {
      const found = await tracks[command.member]?.run.ask?.(command.question)
      post({ type: 'answer', session, id, answer: found }, transferables(found))
    } catch (error) {
      post({
        type: 'answer',
        session,
        id,
        problem: problemOf(error, { step: step(), member: command.member }),
      })
    }
  }

  async function seek(target: number): Promise<void> {
    goals = groups.map(() => target)
    stepGoal = false
    for (const track of tracks) await track.approach(target)
    meter.reset(now())
  }

  /** One part of a step, or the whole where the experiment names no parts. */
  async function takePhase(): Promise<'part' | 'end' | 'whole'> {
    if (phased === undefined) {
      for (const group of groups) await group.advance(group.step()) // deeds logged for this very step
      phased = beginPhasedStep(tracks)
      if (phased === undefined) {
        for (const group of groups) await group.advance(group.step() + 1)
        return 'whole'
      }
    }
    phase = await phased.next()
    if (phase !== undefined) return 'part'
    phased = undefined
    return 'end'
  }

  async function finishPhases(): Promise<void> {
    if (phased === undefined) return
    await phased.finish()
    phased = undefined
    phase = undefined
  }

  async function obey(command: Queued): Promise<void> {
    frameOwed ||= command.type !== 'ask' && command.type !== 'save'
    if (command.type === 'step') {
      const count = Math.floor(command.count)
      if (!(count >= 1) || allHalted()) return
      if (command.phase === true) {
        await takePhase()
        return
      }
      await finishPhases()
      goals = groups.map((group) => group.step() + count)
      stepGoal = true
      return
    }
    if (command.type !== 'ask') await finishPhases()
    switch (command.type) {
      case 'set':
      case 'act':
        return perform(command)
      case 'undo':
        return undo()
      case 'ask':
        return answer(command)
      case 'seek': {
        const target = Math.floor(command.step)
        return Number.isFinite(target) ? seek(Math.max(0, target)) : undefined
      }
      case 'save':
        return save()
    }
  }

  /** Works towards where a seek or step command wants the runs to be. */
  async function pursue(wanted: readonly number[]): Promise<void> {
    const deadline = now() + SLICE_MS
    for (const [i, group] of groups.entries()) await work(group, wanted[i], deadline)
    if (goals === wanted && groups.every((group, i) => group.halted() || group.step() >= wanted[i])) {
      goals = undefined
      saveOwed = true
    }
    frameOwed ||= goals === undefined
  }

  /** Brings a group towards `target` until the deadline; answers the steps taken. */
  async function work(group: Group, target: number, deadline: number): Promise<number> {
    const from = group.step()
    let last = now()
    for (let at = from; at < target && !group.halted() && !stopped;) {
      const size = Math.min(group.chunk.size(), target - at)
      at += size
      await group.advance(at)
      const time = now()
      group.chunk.learn(size, time - last)
      group.used += time - last
      last = time
      if (time >= deadline) break
    }
    return group.step() - from
  }

  async function train(): Promise<void> {
    if (slow) {
      if (pace.due(now()) < 1) return
      // The end of a phased step shows nothing that its last phase did not: the next phase follows at once.
      if ((await takePhase()) !== 'end') pace.took(1)
      frameOwed = true
      if (finished()) finish()
      return
    }
    await finishPhases()
    const time = now()
    const deadline = time + SLICE_MS
    const due = pace.due(time)
    const before = step()
    if (due === Infinity) {
      const open = groups.filter((group) => !group.halted() && group.step() < end)
      const least = open.reduce<Group | undefined>(
        (a, b) => (a === undefined || b.used < a.used ? b : a),
        undefined,
      )
      if (least) await work(least, end, deadline)
    } else {
      let most = 0
      for (const group of groups)
        most = Math.max(most, await work(group, Math.min(end, group.step() + due), deadline))
      pace.took(most)
    }
    meter.count(step() - before, now())
    frameOwed ||= step() !== before
    if (finished()) finish()
  }

  function finish(): void {
    playing = false
    saveOwed = true
    frameOwed = true
  }

  async function save(): Promise<void> {
    const before = now()
    const saved = await saveSession(tracks)
    post({ type: 'saved', session: start.session, saved, deeds: obeyed })
    saveOwed = false
    savedAt = now()
    saveCost = savedAt - before
  }

  async function keepUp(): Promise<void> {
    const time = now()
    if (phased !== undefined) return
    if (saveDue(time)) await save()
    else if (playing && time >= nextKeep) {
      for (const track of tracks) if (!track.halted()) await track.keep()
      nextKeep = now() + Math.max(KEEP_MS, KEEP_REST * (now() - time))
    }
  }

  const working = (): boolean => goals !== undefined || (playing && visible)
  /** While training, by the clock; at rest as soon as there is something new, if saving is cheap. */
  const nextSave = (): number =>
    savedAt + (working() ? savedEvery : Math.min(savedEvery, saveCost * SAVE_REST))
  const saveDue = (time: number): boolean => (saveOwed || playing) && time >= nextSave()

  async function frameOf(track: Track): Promise<unknown> {
    if (track.halted()) return undefined
    try {
      return await track.frame(look)
    } catch (error) {
      haltOrThrow(track, error)
      return undefined
    }
  }

  async function sendFrame(): Promise<void> {
    const before = now()
    const frames: unknown[] = []
    for (const track of tracks) frames.push((await frameOf(track)) ?? null)
    frameOwed = false
    acknowledged = false
    if (playing && allHalted()) playing = false
    const histories = tracks.map((track) => track.recorder.takeUpdate())
    shownState = state()
    post(
      { type: 'frame', session: start.session, status: status(), frames, histories },
      transferables(frames),
    )
    const time = now()
    const cost = time - before
    const rest = !playing ? 0 : full ? Math.min(FRAME_REST * cost, Math.max(LONGEST_REST_MS, cost)) : cost
    nextFrame = Math.max(before + MIN_FRAME_MS, time + rest)
  }

  /** The device works on while the next slice is prepared, but never two slices behind. */
  async function settle(): Promise<void> {
    if (!around.settle) return
    await settling
    settling = around.settle()
    settling.catch(() => undefined) // awaited in the next turn, which reports it
  }

  async function act(): Promise<void> {
    if (!created) return create()
    const next = queue[0]
    if (next !== undefined && (goals === undefined || next.command.type === 'seek')) {
      queue.shift()
      await obey(next.command)
      obeyed = next.order
    } else if (goals !== undefined) {
      await pursue(goals)
      await settle()
    } else if (playing && visible) {
      await train()
      await settle()
    }
  }

  return {
    readyAt(time) {
      if (stopped || broken) return stopped ? time : Infinity
      if (!created || queue.length > 0 || goals !== undefined) return time
      const frameAt = frameOwed && acknowledged ? nextFrame : Infinity
      const saveAt = saveOwed && phased === undefined ? nextSave() : Infinity
      const trainAt = playing && visible ? pace.nextAt(time) : Infinity
      return Math.min(frameAt, saveAt, trainAt)
    },
    urgent: () => queue.length > 0 || stopped,
    finished: () => stopped && tracks.length === 0,
    async turn() {
      const before = around.countTensors()
      try {
        if (stopped) {
          await phased?.abandon()
          disposeAll()
          return
        }
        await act()
        if (!broken) {
          if (playing && allHalted()) finish()
          if (frameOwed && acknowledged && goals === undefined && now() >= nextFrame) await sendFrame()
          await keepUp()
        }
      } catch (error) {
        breakOff(error)
      } finally {
        tensors += around.countTensors() - before
      }
      if (state() !== shownState) postStatus()
    },
    receive(command) {
      switch (command.type) {
        case 'ack':
          acknowledged = true
          return
        case 'play':
          if (stopped || broken) return
          if (created && finished()) end = Infinity
          if (!playing) meter.reset(now())
          playing = true
          slow = command.speed === 'slow'
          full = command.speed === 'max'
          pace = makePace(command.speed, spec.run?.phases !== undefined, now())
          return
        case 'pause':
          playing = false
          saveOwed = true
          if (stepGoal) goals = undefined
          return
        case 'visible':
          visible = command.visible
          saveOwed ||= !visible
          return
        case 'look':
          look = command.look
          frameOwed = true
          return
        case 'stop':
          stopped = true
          return
        default:
          enqueue(command)
      }
    },
  }

  function enqueue(command: Queued): void {
    if (stopped || broken) return
    if (command.type === 'step') playing = false
    if (command.type === 'set' || command.type === 'act' || command.type === 'undo') received++
    const last = queue.at(-1)?.command
    // A dragged slider sends faster than steps are taken: only its newest place matters.
    const merged =
      command.type === 'set' && last?.type === 'set' && last.member === command.member
        ? { ...command, values: { ...last.values, ...command.values } }
        : command.type === 'seek' && last?.type === 'seek'
          ? command
          : undefined
    if (merged) queue.pop()
    queue.push({ command: merged ?? command, order: received })
  }
}
