import { describe, expect, test } from 'vitest'
import { advance } from '../../src/player/run/advance.ts'
import { idleModel, liveStep, shownShot, shownStep, type RunModel } from '../../src/player/run/model.ts'
import type { Order, Start } from '../../src/player/run/port.ts'
import type { Effect, Wish } from '../../src/player/run/wishes.ts'
import type { Event, RunState } from '../../src/protocol/messages.ts'

const start: Start = {
  widget: 'sink',
  workload: 'plain',
  members: [{ id: 'run', values: { rate: 0.1 } }],
  look: { values: {}, width: 624 },
  endStep: 100,
}

/** A model with everything that was asked of the worker. */
function play(...wishes: (Wish | Event)[]): { model: RunModel; effects: Effect[]; orders: Order[] } {
  let model = idleModel(60)
  const effects: Effect[] = []
  for (const given of wishes) {
    const wish: Wish = isEvent(given) ? { type: 'event', session: model.session ?? '', event: given } : given
    const [next, more] = advance(model, wish)
    model = next
    effects.push(...more)
  }
  return {
    model,
    effects,
    orders: effects.flatMap((effect) => (effect.type === 'send' ? [effect.order] : [])),
  }
}

const isEvent = (given: Wish | Event): given is Event =>
  ['frame', 'status', 'problem', 'saved', 'ready', 'answer'].includes(given.type)

const status = (step: number, state: RunState) => ({
  state,
  step,
  stepsPerSecond: 60,
  backend: 'plain' as const,
  tensors: 0,
})
const frame = (step: number, state: RunState = 'running', from = step): Event => ({
  type: 'frame',
  session: 's',
  status: status(step, state),
  frames: [{ at: step }],
  histories: [{ from, rows: { steps: [step], metrics: { loss: [1 / (1 + step)] } } }],
})

describe('before the first touch', () => {
  test('nothing is opened by looking, scrolling or leaving', () => {
    const { model, effects } = play(
      { type: 'visible', visible: false },
      { type: 'visible', visible: true },
      { type: 'pause' },
      { type: 'speed', speed: 1 },
      { type: 'look', look: start.look },
      { type: 'reset', start },
      { type: 'undo' },
    )
    expect(effects).toEqual([])
    expect(model.phase).toBe('idle')
    expect(model.speed).toBe(1)
  })

  test('coming near play opens a session, and shows nothing of it until play', () => {
    const warm = play({ type: 'warm', start }, frame(0, 'paused'))
    expect(warm.effects.map((effect) => effect.type)).toEqual(['open'])
    expect(warm.model.phase).toBe('idle')
    expect(shownShot(warm.model)).toBeNull()
    const { model, effects } = play({ type: 'warm', start }, frame(0, 'paused'), { type: 'play', start })
    expect(effects.filter((effect) => effect.type === 'open')).toHaveLength(1)
    expect(shownShot(model)?.step).toBe(0)
    expect(model.phase).toBe('warming')
  })
})

describe('playing', () => {
  test('play opens, warms up, runs, is done', () => {
    expect(play({ type: 'play', start }).model.phase).toBe('warming')
    expect(play({ type: 'play', start }, frame(0, 'paused')).model.phase).toBe('warming')
    expect(play({ type: 'play', start }, frame(3)).model.phase).toBe('running')
    const done = play({ type: 'play', start }, frame(3), frame(100, 'done')).model
    expect(done.phase).toBe('done')
    expect(done.playing).toBe(false)
    expect(liveStep(done)).toBe(100)
  })

  test('two plays are one play', () => {
    const { model, effects } = play({ type: 'play', start }, { type: 'play', start }, frame(2), {
      type: 'play',
      start,
    })
    expect(effects.filter((effect) => effect.type === 'open')).toHaveLength(1)
    expect(model.phase).toBe('running')
  })

  test('a frame that was on its way does not undo a pause', () => {
    const { model, orders } = play({ type: 'play', start }, frame(3), { type: 'pause' }, frame(4, 'running'))
    expect(model.phase).toBe('paused')
    expect(orders.at(-1)).toEqual({ type: 'pause' })
  })

  test('pause without play asks nothing', () => {
    expect(play({ type: 'play', start }, { type: 'pause' }, { type: 'pause' }).orders).toHaveLength(2)
  })

  test('play after the end starts again, and keeps the curve as the future', () => {
    const { model, effects } = play({ type: 'play', start }, frame(50), frame(100, 'done'), {
      type: 'play',
      start,
    })
    expect(effects.filter((effect) => effect.type === 'open')).toHaveLength(2)
    expect(model.future[0]?.steps).toEqual([50, 100])
    expect(model.histories).toEqual([])
  })

  test('a reset in mid-run is a fresh session; late events of the old one are dropped', () => {
    const { model } = play({ type: 'play', start }, frame(30))
    const old = model.session ?? ''
    const [reset] = advance(model, { type: 'reset', start })
    const [after] = advance(reset, { type: 'event', session: old, event: frame(31) })
    expect(after).toBe(reset)
    expect(after.playing).toBe(false)
    expect(liveStep(after)).toBe(0)
    expect(after.now?.step).toBe(30)
  })

  test('other values restart and play on; paused stays paused', () => {
    const playing = play({ type: 'play', start }, frame(30), { type: 'restart', start })
    expect(playing.model.playing).toBe(true)
    expect(playing.orders.filter((order) => order.type === 'play')).toHaveLength(2)
    const paused = play({ type: 'play', start }, frame(30), { type: 'pause' }, { type: 'restart', start })
    expect(paused.model.playing).toBe(false)
  })

  test('out of sight is told to a session, also to one that is opened there', () => {
    const { orders } = play({ type: 'visible', visible: false }, { type: 'play', start })
    expect(orders.map((order) => order.type)).toEqual(['visible', 'play'])
  })

  test('a member that has stopped keeps its last picture', () => {
    const two: Event = { ...(frame(2) as Extract<Event, { type: 'frame' }>), frames: ['a2', null] }
    const first: Event = { ...(frame(1) as Extract<Event, { type: 'frame' }>), frames: ['a1', 'b1'] }
    expect(play({ type: 'play', start }, first, two).model.now?.frames).toEqual(['a2', 'b1'])
  })
})

describe('time', () => {
  const ran = [{ type: 'play', start } as const, frame(10), frame(20), frame(30)]

  test('dragging pauses and shows the nearest kept frame; release seeks', () => {
    const dragged = play(...ran, { type: 'drag', step: 12 })
    expect(shownShot(dragged.model)?.step).toBe(10)
    expect(shownStep(dragged.model)).toBe(12)
    expect(dragged.orders.at(-1)).toEqual({ type: 'pause' })
    const sought = play(...ran, { type: 'drag', step: 12 }, { type: 'seek', start, step: 12 })
    expect(sought.orders.at(-1)).toEqual({ type: 'seek', step: 12 })
    expect(shownStep(sought.model)).toBe(12)
    const passing = play(...ran, { type: 'seek', start, step: 12 }, frame(11, 'paused'))
    expect(shownStep(passing.model)).toBe(12)
    const arrived = play(...ran, { type: 'seek', start, step: 12 }, frame(11, 'paused'), frame(12, 'paused'))
    expect(shownShot(arrived.model)?.step).toBe(12)
    expect(arrived.model.seeking).toBeNull()
    expect(arrived.model.future[0]?.steps).toEqual([10, 20, 30])
  })

  test('a change after going back drops what it has made untrue', () => {
    const { model } = play(...ran, { type: 'seek', start, step: 10 }, frame(10, 'paused'), {
      type: 'set',
      sets: [{ member: 'all', values: { rate: 1 } }],
      members: start.members,
    })
    expect(model.future).toEqual([])
    expect(model.kept.map((shot) => shot.step)).toEqual([10])
  })

  test('seeking wakes a figure that never ran', () => {
    expect(play({ type: 'seek', start, step: 40 }).effects.map((effect) => effect.type)).toEqual([
      'open',
      'send',
    ])
  })

  test('acts can be undone, and only acts', () => {
    const { model, orders } = play(
      ...ran,
      { type: 'act', start, member: 'all', action: 'put' },
      { type: 'undo' },
      { type: 'undo' },
    )
    expect(orders.filter((order) => order.type === 'undo')).toHaveLength(1)
    expect(model.acts).toEqual([])
  })
})

describe('trouble', () => {
  const diverged: Event = { type: 'problem', session: 's', problem: { code: 'non-finite', step: 41 } }

  test('a problem keeps the last picture and stops', () => {
    const { model } = play({ type: 'play', start }, frame(40), diverged, frame(41, 'running'))
    expect(model.phase).toBe('problem')
    expect(model.playing).toBe(false)
    expect(shownShot(model)?.step).toBe(41)
    expect(model.problem?.step).toBe(41)
  })

  test('play after a problem is a new run; going back in time is not', () => {
    const again = play({ type: 'play', start }, frame(40), diverged, { type: 'play', start })
    expect(again.model.problem).toBeNull()
    expect(again.effects.filter((effect) => effect.type === 'open')).toHaveLength(2)
    const back = play(
      { type: 'play', start },
      frame(40),
      diverged,
      { type: 'seek', start, step: 10 },
      frame(10, 'paused'),
    )
    expect(back.effects.filter((effect) => effect.type === 'open')).toHaveLength(1)
    expect(back.model.phase).toBe('paused')
  })

  test('what goes on is told, and goes on', () => {
    const { model } = play(
      { type: 'play', start },
      frame(5),
      { type: 'problem', session: 's', problem: { code: 'device-lost', goesOn: true } },
      frame(6),
    )
    expect(model.phase).toBe('running')
    expect(model.notices).toHaveLength(1)
  })

  test('what holds for the device is told once; what befell one of several runs, each time', () => {
    const refused: Event = {
      type: 'problem',
      session: 's',
      problem: { code: 'backend-unavailable', goesOn: true },
    }
    const halted: Event = {
      type: 'problem',
      session: 's',
      problem: { code: 'non-finite', member: 1, goesOn: true },
    }
    const first = play({ type: 'play', start }, refused, frame(1), halted)
    expect(first.model.notices.map(({ code }) => code)).toEqual(['backend-unavailable', 'non-finite'])
    const second = play(
      { type: 'play', start },
      refused,
      frame(1),
      halted,
      { type: 'reset', start },
      refused,
      halted,
    )
    expect(second.model.notices.map(({ code }) => code)).toEqual(['non-finite'])
    expect(second.model.phase).not.toBe('problem')
  })

  test('another backend goes on from what was saved', () => {
    const saved = { step: 5, members: [{}], log: [], histories: [{ steps: [5], metrics: { loss: [1] } }] }
    const { effects, model } = play(
      { type: 'play', start },
      frame(5),
      { type: 'saved', session: 's', saved },
      { type: 'move', start },
    )
    expect(effects.findLast((effect) => effect.type === 'open')).toMatchObject({ saved })
    expect(model.playing).toBe(true)
    expect(model.histories).toEqual(saved.histories)
  })
})
