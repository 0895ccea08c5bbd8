import type { BackendId, Engine, Event, Problem, RunState, Status } from '../../protocol/messages.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import type { ReaderData } from '../readerData.ts'
import type { Experiment } from './experiment.ts'
import { makeInbox, type SessionCommand, type Start } from './inbox.ts'
import { makeMembers } from './members.ts'
import { makeObey } from './obeying.ts'
import { problemOf } from './problems.ts'
import type { Task } from './scheduler.ts'
import { makeShowing } from './showing.ts'
import { makeSlowMotion } from './slowMotion.ts'
import { makeTransport } from './transport.ts'
import { makeUpkeep } from './upkeep.ts'

/** What surrounds a session: the clock, the way to the page, the backend. All injected. */
export interface Surroundings {
  /** Milliseconds. */
  readonly now: () => number
  readonly post: (event: Event, transfer: ArrayBuffer[]) => void
  readonly engine: Engine
  /** Live tensors of the whole worker. */
  readonly countTensors: () => number
  /** The files that the reader gave. */
  readonly data?: ReaderData
  /** Resolves when the device has done what it was given: its queue must not grow without bound. */
  readonly settle?: () => Promise<void>
}

export interface Session extends Task {
  receive(command: SessionCommand): void
}

/** Makes the session of one figure: its members are created in its first turn. */
export function makeSession(start: Start, experiment: Experiment<AnySpec>, around: Surroundings): Session {
  const { now, engine } = around
  const { session } = start
  const { spec } = experiment
  const backend: BackendId = engine === 'plain' ? 'cpu' : engine
  let stopped = false
  let broken = false // nothing can go on: not created, or the device is gone
  let tensors = 0
  let settling: Promise<void> | undefined
  let shownState: RunState | undefined
  let shownTensors = 0

  const post = (event: Event, transfer: ArrayBuffer[] = []): void => {
    if (!stopped) around.post(event, transfer)
  }
  const report = (problem: Problem): void => post({ type: 'problem', session, problem })

  const inbox = makeInbox()
  /** When one run has halted, the others of a race go on. */
  const members = makeMembers(start, experiment, { backend, data: around.data }, (problem) =>
    report(members.created() && !members.allHalted() ? { ...problem, goesOn: true } : problem),
  )
  const { tracks } = members
  const showing = makeShowing({ session, look: start.look, now, post, tracks })
  const slowMotion = makeSlowMotion(members)
  const transport = makeTransport({
    members,
    slowMotion,
    phased: spec.run?.phases !== undefined,
    endStep: start.endStep,
    now,
    stopped: () => stopped,
    oweFrame: showing.owe,
    oweSave: () => upkeep.owe(),
  })
  const { playing, working } = transport
  const upkeep = makeUpkeep({ session, engine, now, post, tracks, obeyed: inbox.obeyed, playing, working })
  const obey = makeObey({ session, members, slowMotion, transport, showing, upkeep, post })

  function state(): RunState {
    if (broken || members.allHalted()) return 'problem'
    if (!members.created()) return 'warming'
    if (transport.playing()) return 'running'
    return transport.atEnd() ? 'done' : 'paused'
  }

  function status(): Status {
    const phase = slowMotion.phase()
    shownTensors = tensors
    return {
      state: state(),
      step: members.step(),
      stepsPerSecond: transport.rate(),
      backend: engine,
      tensors,
      acts: members.acts(),
      ...(phase === undefined ? {} : { phase }),
    }
  }

  function postStatus(): void {
    shownState = state()
    post({ type: 'status', session, status: status() })
  }

  /** The whole session can't go on. */
  function breakOff(error: unknown): void {
    broken = true
    transport.halt()
    inbox.clear()
    report(problemOf(error, members.created() ? { step: members.step() } : {}))
  }

  async function create(): Promise<void> {
    postStatus()
    await members.create()
  }

  /** The device works on while the next slice is prepared, but never two slices behind. */
  async function settle(): Promise<void> {
    if (!around.settle) return
    await settling
    settling = around.settle()
    settling.catch(() => undefined) // awaited in the next turn, which reports it
  }

  async function act(): Promise<void> {
    if (!members.created()) return create()
    const next = inbox.first()
    if (next !== undefined && (!transport.pursuing() || next.type === 'seek')) await inbox.serve(obey)
    else if (transport.working()) {
      await transport.turn()
      await settle()
    }
  }

  async function show(): Promise<void> {
    if (transport.pursuing() || now() < showing.readyAt()) return
    await showing.send(() => {
      if (members.allHalted()) transport.rest()
      shownState = state()
      return { status: status(), going: transport.going() }
    })
  }

  async function work(): Promise<void> {
    await act()
    if (transport.playing() && members.allHalted()) transport.finish()
    await show()
    if (!slowMotion.underWay()) await upkeep.turn()
  }

  async function end(): Promise<void> {
    await slowMotion.abandon()
    members.dispose()
  }

  return {
    readyAt(time) {
      if (stopped || broken) return stopped ? time : Infinity
      if (!members.created() || !inbox.empty() || transport.pursuing()) return time
      const saveAt = slowMotion.underWay() ? Infinity : upkeep.readyAt()
      return Math.min(showing.readyAt(), saveAt, transport.nextAt(time))
    },
    urgent: () => !inbox.empty() || stopped,
    finished: () => stopped && members.tracks().length === 0,
    async turn() {
      const before = around.countTensors()
      try {
        await (stopped ? end() : work())
      } catch (error) {
        breakOff(error)
      } finally {
        tensors += around.countTensors() - before
      }
      // What a turn made or freed is known only now; while nothing moves no frame will tell of it.
      const untold = tensors !== shownTensors && !transport.working()
      if (state() !== shownState || (untold && !stopped)) postStatus()
    },
    receive(command) {
      switch (command.type) {
        case 'ack':
          showing.acknowledge()
          return
        case 'play':
          if (!stopped && !broken) transport.play(command.speed)
          return
        case 'pause':
          transport.pause()
          upkeep.owe()
          return
        case 'visible':
          transport.show(command.visible)
          if (!command.visible) upkeep.owe()
          return
        case 'look':
          showing.look(command.look)
          return
        case 'stop':
          stopped = true
          return
        default:
          if (stopped || broken) return
          if (command.type === 'step') transport.rest()
          inbox.put(command)
      }
    },
  }
}
