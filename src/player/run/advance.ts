import { emptyHistory, updateHistory, type History } from '../../protocol/history.ts'
import type { Event, Look, Problem, SavedSession } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import { cutShots, keepShot, nearestShot, roomFor } from './kept.ts'
import { idleModel, type Phase, type RunModel } from './model.ts'
import type { Order, RunMember, Start } from './port.ts'

/** A live change: for all members, or one. */
export interface LiveSet {
  readonly member: number | 'all'
  readonly values: Readonly<Record<string, unknown>>
}

/** What the reader or the page wants. `start` describes a session to be opened if there is none. */
export type Wish =
  | { readonly type: 'warm'; readonly start: Start }
  | { readonly type: 'play'; readonly start: Start }
  | { readonly type: 'pause' }
  | { readonly type: 'step'; readonly start: Start; readonly count: number; readonly byPhase?: boolean }
  | { readonly type: 'reset'; readonly start: Start }
  /** The values ask for another run: from step 0, playing on if it played. */
  | { readonly type: 'restart'; readonly start: Start }
  /** Another backend: the same run goes on where it stands, as far as it was saved. */
  | { readonly type: 'move'; readonly start: Start }
  | { readonly type: 'set'; readonly sets: readonly LiveSet[]; readonly members: readonly RunMember[] }
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'act'; readonly start: Start; readonly member: number | 'all'; readonly action: unknown }
  | { readonly type: 'undo' }
  | { readonly type: 'drag'; readonly step: number }
  | { readonly type: 'seek'; readonly start: Start; readonly step: number }
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'dismiss' }
  | { readonly type: 'event'; readonly session: string; readonly event: Event }

export type Effect =
  | {
      readonly type: 'open'
      readonly session: string
      readonly start: Start
      readonly saved?: SavedSession
    }
  | { readonly type: 'send'; readonly order: Order }

type Next = readonly [RunModel, readonly Effect[]]

const send = (order: Order): Effect => ({ type: 'send', order })
const playOrder = (model: RunModel): Effect => send({ type: 'play', speed: model.speed })

/** Opens a fresh session in place of the present one. What the reader asked of the old one is gone with it. */
function open(model: RunModel, start: Start, saved?: SavedSession): Next {
  const opened = model.opened + 1
  const session = `s${opened}`
  const fresh: RunModel = {
    ...idleModel(model.speed),
    session,
    opened,
    phase: 'warming',
    revealed: true,
    members: start.members,
    visible: model.visible,
    // The last picture stands until the new run's first one comes: no blank between two runs.
    now: model.now,
    told: model.told,
    ...(saved ? { histories: saved.histories, acts: model.acts, kept: model.kept } : {}),
  }
  const effects: Effect[] = [{ type: 'open', session, start, ...(saved ? { saved } : {}) }]
  if (!model.visible) effects.push(send({ type: 'visible', visible: false }))
  return [fresh, effects]
}

/** Opens a session only if there is none that can go on, and shows it. */
function ensure(model: RunModel, start: Start): Next {
  if (model.session !== null && model.phase !== 'problem')
    return [{ ...model, revealed: true, phase: model.phase === 'idle' ? 'warming' : model.phase }, []]
  return open(model, start)
}

const then = ([model, effects]: Next, next: (model: RunModel) => Next): Next => {
  const [after, more] = next(model)
  return [after, [...effects, ...more]]
}

/** Whatever was measured or seen after the shown step is untrue once the reader changes the run there. */
function branch(model: RunModel): RunModel {
  const step = model.status?.step ?? 0
  return { ...model, future: [], kept: cutShots(model.kept, step) }
}

const lastStep = (history: History | undefined): number => history?.steps.at(-1) ?? -1

/** The longer of what was known of the future and what is known now. */
function widest(a: readonly History[], b: readonly History[]): readonly History[] {
  return lastStep(a[0]) > lastStep(b[0]) ? a : b
}

function play(model: RunModel, start: Start): Next {
  const again = model.phase === 'done' || model.phase === 'problem'
  const future = model.phase === 'done' ? widest(model.future, model.histories) : []
  const opened: Next = again ? open(model, start) : ensure(model, start)
  return then(opened, (m) => {
    const playing: RunModel = {
      ...m,
      playing: true,
      drag: null,
      seeking: null,
      future: again ? future : m.future,
      phase: m.phase === 'paused' || m.phase === 'running' ? 'running' : 'warming',
    }
    return [playing, [playOrder(playing)]]
  })
}

function pause(model: RunModel): Next {
  if (model.session === null || !model.playing) return [model, []]
  const phase: Phase = model.phase === 'running' || model.phase === 'warming' ? 'paused' : model.phase
  return [{ ...model, playing: false, phase }, [send({ type: 'pause' })]]
}

function drag(model: RunModel, step: number): Next {
  return then(pause(model), (m) => [
    {
      ...m,
      revealed: m.session !== null || m.revealed,
      drag: { step, shot: nearestShot(m.kept, step) ?? null },
    },
    [],
  ])
}

function seek(model: RunModel, start: Start, step: number): Next {
  // A run that came to a number that is none can still go back to where it was well.
  const alive = model.phase === 'problem' && model.problem?.code === 'non-finite'
  const before: RunModel = alive ? { ...model, phase: 'paused', problem: null } : model
  return then(
    then(pause(before), (m) => ensure(m, start)),
    (m) => {
      const shot = m.drag?.shot ?? nearestShot(m.kept, step) ?? null
      const next: RunModel = {
        ...m,
        seeking: step,
        drag: { step, shot },
        future: widest(m.future, m.histories),
        phase: m.phase === 'done' ? 'paused' : m.phase,
      }
      return [next, [send({ type: 'seek', step })]]
    },
  )
}

/** Carries out a wish, or takes in what the worker says. Pure: effects are returned, not made. */
export function advance(model: RunModel, wish: Wish): Next {
  switch (wish.type) {
    case 'warm': {
      if (model.session !== null) return [model, []]
      const [opened, effects] = open(model, wish.start)
      return [{ ...opened, revealed: false, phase: 'idle' }, effects]
    }
    case 'play':
      return play(model, wish.start)
    case 'pause':
      return pause(model)
    case 'step':
      return then(
        then(pause(model), (m) => ensure(m, wish.start)),
        (m) => [
          { ...m, drag: null, seeking: null },
          [send({ type: 'step', count: wish.count, ...(wish.byPhase ? { phase: true } : {}) })],
        ],
      )
    case 'reset': {
      if (model.session === null) return [model, []]
      const future = widest(model.future, model.histories)
      return then(open(model, wish.start), (m) => [{ ...m, future }, []])
    }
    case 'restart': {
      const playing = model.playing
      return then(open(model, wish.start), (m) => (playing ? [{ ...m, playing }, [playOrder(m)]] : [m, []]))
    }
    case 'move': {
      if (model.session === null) return [model, []]
      const playing = model.playing
      return then(open(model, wish.start, model.saved ?? undefined), (m) =>
        playing ? [{ ...m, playing }, [playOrder(m)]] : [m, []],
      )
    }
    case 'set':
      if (model.session === null) return [model, []]
      return [
        branch({ ...model, members: wish.members }),
        wish.sets.map((set) => send({ type: 'set', ...set })),
      ]
    case 'look':
      return [model, model.session === null ? [] : [send({ type: 'look', look: wish.look })]]
    case 'act':
      return then(ensure(model, wish.start), (m) => [
        { ...branch(m), acts: [...m.acts, m.status?.step ?? 0] },
        [send({ type: 'act', member: wish.member, action: wish.action })],
      ])
    case 'undo': {
      const step = model.acts.at(-1)
      if (step === undefined) return [model, []]
      return [
        { ...model, acts: model.acts.slice(0, -1), future: [], kept: cutShots(model.kept, step) },
        [send({ type: 'undo' })],
      ]
    }
    case 'drag':
      return drag(model, wish.step)
    case 'seek':
      return seek(model, wish.start, wish.step)
    case 'speed': {
      const next = { ...model, speed: wish.speed }
      return [next, model.playing ? [playOrder(next)] : []]
    }
    case 'visible':
      if (model.visible === wish.visible) return [model, []]
      return [
        { ...model, visible: wish.visible },
        model.session === null ? [] : [send({ type: 'visible', visible: wish.visible })],
      ]
    case 'dismiss':
      return [{ ...model, notices: [] }, []]
    case 'event':
      return [wish.session === model.session ? hear(model, wish.event) : model, []]
  }
}

function hear(model: RunModel, event: Event): RunModel {
  switch (event.type) {
    case 'frame': {
      const { status, frames } = event
      const shot = {
        step: status.step,
        // A member that has stopped sends no more frames: its last one stands.
        frames: frames.map((frame, i) => frame ?? model.now?.frames[i] ?? null),
        members: model.members,
      }
      const arrived = model.seeking === null || model.seeking === status.step
      const histories = event.histories.map((update, i) =>
        updateHistory(model.histories[i] ?? emptyHistory, update),
      )
      const heard: RunModel = {
        ...model,
        status,
        now: shot,
        histories,
        kept: keepShot(model.kept, shot, roomFor(shot)),
        ...(arrived ? { seeking: null, drag: model.seeking === null ? model.drag : null } : {}),
      }
      return withState(heard, status.state)
    }
    case 'status':
      return withState({ ...model, status: event.status }, event.status.state)
    case 'saved':
      return { ...model, saved: event.saved }
    case 'problem': {
      if (event.problem.goesOn) return notice(model, event.problem)
      return { ...model, problem: event.problem, phase: 'problem', playing: false, seeking: null, drag: null }
    }
    case 'ready':
    case 'answer':
      return model
  }
}

function notice(model: RunModel, problem: Problem): RunModel {
  const ofDevice = problem.member === undefined && problem.code !== 'device-lost'
  if (ofDevice && model.told.includes(problem.code)) return model
  return { ...model, notices: [...model.notices, problem], told: [...model.told, problem.code] }
}

/** The worker's state, read in the light of what the reader wants: an order on its way already counts. */
function withState(model: RunModel, state: Exclude<Phase, 'idle'>): RunModel {
  if (model.phase === 'problem' && state !== 'problem') return model
  if (state === 'done' || state === 'problem') return { ...model, phase: state, playing: false }
  if (!model.revealed) return model
  if (state === 'warming') return { ...model, phase: 'warming' }
  if (!model.playing) return { ...model, phase: 'paused' }
  return { ...model, phase: state === 'running' || model.phase === 'running' ? 'running' : 'warming' }
}
