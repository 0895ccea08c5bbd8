import type { Speed } from '../../protocol/spec.ts'
import type { Group } from './group.ts'
import type { Members } from './members.ts'
import { makeMeter, makePace, SLICE_MS, type Pace } from './pacing.ts'
import type { Going } from './showing.ts'
import type { SlowMotion } from './slowMotion.ts'

/** What moves a session's runs: play, and the ways to a step that someone asked for. */
export interface Transport {
  play(speed: Speed): void
  pause(): void
  /** Stops playing, since something else moves the runs or none of them can go on. */
  rest(): void
  /** Stops playing where there is no further to go: the last picture is owed, and saved. */
  finish(): void
  /** Gives up every way to a step as well. */
  halt(): void
  /** Off screen it stays playing and takes no steps. */
  show(visible: boolean): void
  /** Brings each group to a step, however long it takes. `stepping`: pause ends it. */
  goTo(goals: readonly number[], stepping: boolean): void
  /** Whether a way to a step is under way. */
  pursuing(): boolean
  playing(): boolean
  /** Whether steps are to be taken. */
  working(): boolean
  /** Whether the runs stand at or beyond the end of playing. */
  atEnd(): boolean
  going(): Going
  /** Steps per second. */
  rate(): number
  /** When the next turn is due (ms). */
  nextAt(time: number): number
  /** Works for a time slice. */
  turn(): Promise<void>
  /** The runs were moved by other means: what was counted no longer holds. */
  resetRate(): void
}

export interface TransportOptions {
  readonly members: Members
  readonly slowMotion: SlowMotion
  /** Whether the spec names parts of a step. */
  readonly phased: boolean
  readonly endStep: number
  readonly now: () => number
  readonly stopped: () => boolean
  /** There is something new to show, and to save. */
  readonly oweFrame: () => void
  readonly oweSave: () => void
}

export function makeTransport(options: TransportOptions): Transport {
  const { members, slowMotion, now, stopped, oweFrame, oweSave } = options
  const meter = makeMeter(now())
  let pace: Pace = makePace('max', false, now())
  let speed: Speed = 'max'
  let playing = false
  let visible = true
  let end = Math.max(0, options.endStep)
  let goals: readonly number[] | undefined // one for each group
  let stepping = false

  const finish = (): void => {
    playing = false
    oweSave()
    oweFrame()
  }

  async function pursue(wanted: readonly number[]): Promise<void> {
    const deadline = now() + SLICE_MS
    for (const [i, group] of members.groups().entries()) await work(group, wanted[i], deadline, false)
    if (
      goals === wanted &&
      members.groups().every((group, i) => group.halted() || group.step() >= wanted[i])
    ) {
      goals = undefined
      oweSave()
    }
    if (goals === undefined) oweFrame()
  }

  const rests = (group: Group): boolean => group.halted() || (end !== Infinity && group.finished())

  /** Brings a group towards `target` until the deadline; answers the steps taken. */
  async function work(group: Group, target: number, deadline: number, toFinish: boolean): Promise<number> {
    const from = group.step()
    let last = now()
    for (let at = from; at < target && !group.halted() && !stopped();) {
      const size = Math.min(group.chunk.size(), target - at)
      at += size
      await group.advance(at, toFinish)
      const time = now()
      group.chunk.learn(size, time - last)
      group.used += time - last
      last = time
      if (time >= deadline || (toFinish && group.finished())) break
    }
    return group.step() - from
  }

  async function train(): Promise<void> {
    await slowMotion.finish()
    const time = now()
    const deadline = time + SLICE_MS
    const due = pace.due(time)
    const before = members.step()
    if (due === Infinity) {
      const least = leastServed(members.groups().filter((group) => !rests(group) && group.step() < end))
      if (least) await work(least, end, deadline, end !== Infinity)
    } else {
      let most = 0
      for (const group of members.groups())
        most = Math.max(
          most,
          await work(group, Math.min(end, group.step() + due), deadline, end !== Infinity),
        )
      pace.took(most)
    }
    meter.count(members.step() - before, now())
    if (members.step() !== before) oweFrame()
    if (members.finished(end)) finish()
  }

  async function trainSlowly(): Promise<void> {
    if (pace.due(now()) < 1) return
    // The end of a phased step shows nothing that its last phase did not: the next phase follows at once.
    if ((await slowMotion.take()) !== 'end') pace.took(1)
    oweFrame()
    if (members.finished(end)) finish()
  }

  return {
    play(given) {
      if (members.created() && members.finished(end)) end = Infinity
      if (!playing) meter.reset(now())
      playing = true
      speed = given
      pace = makePace(given, options.phased, now())
    },
    pause() {
      playing = false
      if (stepping) goals = undefined
    },
    rest: () => void (playing = false),
    finish,
    halt() {
      playing = false
      goals = undefined
    },
    show: (seen) => void (visible = seen),
    goTo(wanted, byStep) {
      goals = wanted
      stepping = byStep
    },
    pursuing: () => goals !== undefined,
    playing: () => playing,
    working: () => goals !== undefined || (playing && visible),
    atEnd: () => members.finished(end),
    going: () => (!playing ? 'resting' : speed === 'max' ? 'flat out' : 'paced'),
    rate: () => (playing ? meter.rate() : 0),
    nextAt: (time) => (playing && visible ? pace.nextAt(time) : Infinity),
    resetRate: () => meter.reset(now()),
    turn: () => (goals !== undefined ? pursue(goals) : speed === 'slow' ? trainSlowly() : train()),
  }
}

const leastServed = (groups: readonly Group[]): Group | undefined =>
  groups.reduce<Group | undefined>((a, b) => (a === undefined || b.used < a.used ? b : a), undefined)
