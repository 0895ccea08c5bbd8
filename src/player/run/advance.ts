import type { Event, SavedSession } from '../../protocol/messages.ts'
import { hear } from './hearing.ts'
import { cutShots, nearestShot } from './kept.ts'
import type { Phase, Regroup, RunModel } from './model.ts'
import { andThen, goOn, open, openRegrouped, playOrder, restart, widest, type Next } from './opening.ts'
import type { Start } from './port.ts'
import { send, type Wish } from './wishes.ts'

/** Opens a session only if there is none that can go on, and shows it. */
function ensure(model: RunModel, start: Start): Next {
  if (model.session !== null && model.phase !== 'problem')
    return [{ ...model, revealed: true, phase: model.phase === 'idle' ? 'warming' : model.phase }, []]
  return open(model, start)
}

/** Whatever was measured or seen after the shown step is untrue once the reader changes the run there. */
function branch(model: RunModel): RunModel {
  const step = model.status?.step ?? 0
  return { ...model, future: [], kept: cutShots(model.kept, step) }
}

function play(model: RunModel, start: Start): Next {
  const again = model.phase === 'done' || model.phase === 'problem'
  const future = model.phase === 'done' ? widest(model.future, model.histories) : []
  const opened: Next = again ? open(model, start) : ensure(model, start)
  return andThen(opened, (m) => {
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
  return andThen(pause(model), (m) => [
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
  return andThen(
    andThen(pause(before), (m) => ensure(m, start)),
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

function move(model: RunModel, start: Start): Next {
  const { saved, regroup: waiting, origin } = model
  if (saved === null) return goOn(open(model, start), model.playing)
  if (waiting) return turn(model, { ...waiting, start }, saved)
  return goOn(open(model, start, { saved, origin }), model.playing)
}

/** What is meant for single runs waits while these are being put in another order. */
const FOR_RUNS: ReadonlySet<Wish['type']> = new Set(['step', 'set', 'look', 'act', 'undo', 'seek', 'regroup'])

/** The runs are saved as they stand, and go on from there in their new order. A broken session begins anew. */
function regroup(model: RunModel, start: Start, from: readonly number[]): Next {
  if (model.session === null) return [model, []]
  if (model.phase === 'problem') return open(model, start)
  return [{ ...model, regroup: { start, from, then: [] } }, [send({ type: 'save' })]]
}

function turn(model: RunModel, waiting: Regroup, saved: SavedSession): Next {
  const opened = openRegrouped(model, waiting.start, waiting.from, saved)
  return waiting.then.reduce((next, wish) => andThen(next, (m) => advance(m, wish)), opened)
}

function listen(model: RunModel, event: Event): Next {
  const heard = hear(model, event)
  const waiting = heard.regroup
  if (waiting === null) return [heard, []]
  if (event.type === 'saved' && event.asked) return turn(heard, waiting, event.saved)
  // The question may have been lost with its worker.
  const lost = event.type === 'problem' && event.problem.goesOn && event.problem.member === undefined
  return [heard, lost ? [send({ type: 'save' })] : []]
}

/** Carries out a wish, or takes in what the worker says. Pure: effects are returned, not made. */
export function advance(model: RunModel, wish: Wish): Next {
  if (model.regroup !== null && model.phase !== 'problem' && FOR_RUNS.has(wish.type))
    return [{ ...model, regroup: { ...model.regroup, then: [...model.regroup.then, wish] } }, []]
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
      return andThen(
        andThen(pause(model), (m) => ensure(m, wish.start)),
        (m) => [
          { ...m, drag: null, seeking: null },
          [send({ type: 'step', count: wish.count, ...(wish.byPhase ? { phase: true } : {}) })],
        ],
      )
    case 'reset': {
      if (model.session === null) return [model, []]
      const future = widest(model.future, model.histories)
      return andThen(open(model, wish.start), (m) => [{ ...m, future }, []])
    }
    case 'restart':
      return restart(model, wish.start)
    case 'move':
      return model.session === null ? [model, []] : move(model, wish.start)
    case 'regroup':
      return regroup(model, wish.start, wish.from)
    case 'set':
      if (model.session === null) return [model, []]
      return [
        branch({ ...model, members: wish.members }),
        wish.sets.map((set) => send({ type: 'set', ...set })),
      ]
    case 'look':
      return [model, model.session === null ? [] : [send({ type: 'look', look: wish.look })]]
    case 'act':
      return andThen(ensure(model, wish.start), (m) => [
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
      return wish.session === model.session ? listen(model, wish.event) : [model, []]
  }
}
