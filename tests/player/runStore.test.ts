import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { OpenSession, Order, Start } from '../../src/player/run/port.ts'
import { makeRunStore, type RunStore } from '../../src/player/run/runStore.ts'
import type { Event } from '../../src/protocol/messages.ts'

interface Opened {
  readonly start: Parameters<OpenSession>[0]
  readonly orders: Order[]
  closed: boolean
  say(event: Event): void
}

const start: Start = {
  widget: 'sink',
  workload: 'plain',
  members: [{ id: 'run', values: {} }],
  look: { values: {}, width: 624 },
  endStep: 100,
}
const frame = (step: number): Event => ({
  type: 'frame',
  session: '',
  status: { state: 'running', step, stepsPerSecond: 1, backend: 'plain', tensors: 0 },
  frames: [step],
  histories: [{ from: step, rows: { steps: [step], metrics: {} } }],
})

let sessions: Opened[]
let time: number
let store: RunStore
beforeEach(() => {
  sessions = []
  time = 0
  const openSession: OpenSession = (given, listen) => {
    const opened: Opened = { start: given, orders: [], closed: false, say: listen }
    sessions.push(opened)
    return { send: (order) => opened.orders.push(order), close: () => (opened.closed = true) }
  }
  store = makeRunStore(openSession, 60, () => time)
})

describe('the run store', () => {
  test('opens nothing by itself', () => {
    expect(sessions).toEqual([])
    expect(store.get().phase).toBe('idle')
  })

  test('acknowledges a frame only once it is drawn, and only once', () => {
    store.wish({ type: 'play', start })
    const before = store.get()
    sessions[0]?.say(frame(1))
    store.drawn(before)
    expect(sessions[0]?.orders).not.toContainEqual({ type: 'ack' })
    store.drawn(store.get())
    store.drawn(store.get())
    expect(sessions[0]?.orders.filter(({ type }) => type === 'ack')).toHaveLength(1)
  })

  test('hurries for the reader, not for a run that plays by itself', () => {
    const heard: boolean[] = []
    store.subscribe((hurry) => heard.push(hurry))
    store.wish({ type: 'play', start })
    sessions[0]?.say(frame(1))
    time = 600
    sessions[0]?.say(frame(2))
    store.wish({ type: 'pause' })
    sessions[0]?.say(frame(3))
    expect(heard).toEqual([true, true, false, true, true])
  })

  test('closes the old session before a new one is opened, and hears it no more', () => {
    store.wish({ type: 'play', start })
    sessions[0]?.say(frame(10))
    store.wish({ type: 'reset', start })
    expect(sessions[0]?.closed).toBe(true)
    expect(sessions).toHaveLength(2)
    sessions[0]?.say(frame(11))
    expect(store.get().status).toBeNull()
  })

  test('answers a question, or rejects it when the session ends', async () => {
    const answered = store.ask(start, 0, 'twice')
    const order = sessions[0]?.orders.find((one) => one.type === 'ask')
    sessions[0]?.say({ type: 'answer', session: '', id: order?.type === 'ask' ? order.id : -1, answer: 8 })
    await expect(answered).resolves.toBe(8)
    const lost = store.ask(start, 0, 'twice')
    store.wish({ type: 'reset', start })
    await expect(lost).rejects.toThrow('worker-lost')
    const refused = store.ask(start, 0, 'twice')
    const second = sessions[1]?.orders.find((one) => one.type === 'ask')
    sessions[1]?.say({
      type: 'answer',
      session: '',
      id: second?.type === 'ask' ? second.id : -1,
      problem: { code: 'bad-data' },
    })
    await expect(refused).rejects.toThrow('bad-data')
  })

  test('tells of changes, and only of changes', () => {
    const heard = vi.fn()
    const stop = store.subscribe(heard)
    store.wish({ type: 'pause' })
    expect(heard).not.toHaveBeenCalled()
    store.wish({ type: 'play', start })
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
    store.wish({ type: 'pause' })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  test('closing leaves an idle figure that can be woken again', () => {
    store.wish({ type: 'play', start })
    store.close()
    expect(sessions[0]?.closed).toBe(true)
    expect(store.get().phase).toBe('idle')
    store.wish({ type: 'play', start })
    expect(sessions).toHaveLength(2)
  })
})
