import { describe, expect, it, vi } from 'vitest'
import {
  openEngineWorker,
  type EngineWorker,
  type WorkerLike,
} from '../../../src/player/client/engineWorker.ts'
import type { EnginePool } from '../../../src/player/client/enginePool.ts'
import { makeOpenSession } from '../../../src/player/client/session.ts'
import type { Supply, WantEvent } from '../../../src/protocol/data.ts'
import type { Event, TimedEvent } from '../../../src/protocol/messages.ts'

/** A worker that says only what the test says, and the engine opened in it. */
async function openPlain(supply?: Supply) {
  const worker: WorkerLike & { terminated: boolean } = {
    terminated: false,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: vi.fn(),
    terminate() {
      worker.terminated = true
    },
  }
  const say = (data: Event | TimedEvent | WantEvent): void =>
    worker.onmessage?.({ data } as MessageEvent<Event | TimedEvent | WantEvent>)
  const gone = vi.fn()
  const opening = openEngineWorker(
    () => worker,
    () => Promise.resolve(true),
    { type: 'open', engine: 'wasm', forced: false },
    gone,
    supply,
  )
  say({ type: 'ready', backend: 'wasm' })
  return { worker, say, gone, engine: await opening }
}

describe('the worker of an engine', () => {
  it('answers each of several figures that time it at once', async () => {
    const { engine, say, worker } = await openPlain()
    const times = [engine.time('conv'), engine.time('dense'), engine.time('conv')]
    engine.closeIfUnused()
    expect(worker.terminated).toBe(false)
    say({ type: 'timed', workload: 'dense', msPerStep: 3 })
    say({ type: 'timed', workload: 'conv', msPerStep: 8 })
    say({ type: 'timed', workload: 'conv' })
    expect(await Promise.all(times)).toEqual([8, 3, undefined])
    engine.closeIfUnused()
    expect(worker.terminated).toBe(true)
  })

  it('is given the reader’s files that it asks for, or told that there are none; the next worker, too', async () => {
    const blob = new Blob(['images'])
    const supply: Supply = (name) => Promise.resolve(name === 'a' ? blob : undefined)
    for (const { worker, say } of [await openPlain(supply), await openPlain(supply)]) {
      say({ type: 'want', name: 'a' })
      say({ type: 'want', name: 'b' })
      await vi.waitFor(() => expect(worker.postMessage).toHaveBeenCalledTimes(3))
      expect(worker.postMessage).toHaveBeenCalledWith({ type: 'data', name: 'a', blob })
      expect(worker.postMessage).toHaveBeenCalledWith({ type: 'data', name: 'b' })
    }
  })

  it('is not waited for in vain once it is lost or ended', async () => {
    const lost = await openPlain()
    const timing = lost.engine.time('dense')
    lost.say({ type: 'problem', problem: { code: 'device-lost' } })
    expect(await timing).toBeUndefined()
    expect(lost.engine.closed).toBe(true)
    const ended = await openPlain()
    ended.engine.closeIfUnused()
    ended.engine.closeIfUnused()
    expect(ended.gone).toHaveBeenCalledTimes(1)
    expect(await ended.engine.time('dense')).toBeUndefined()
  })

  it('that was ended while a figure chose it is chosen anew', async () => {
    const first = await openPlain()
    const second = await openPlain()
    const workers: EngineWorker[] = [first.engine, second.engine]
    const pool: EnginePool = {
      choose: async () => {
        const worker = workers.shift()
        if (worker === undefined) throw new Error('no more')
        return Promise.resolve(worker)
      },
    }
    first.engine.closeIfUnused()
    const open = makeOpenSession({ pool, now: () => 0 })
    open(
      { widget: 'toy', workload: 'dense', members: [], look: { values: {}, width: 600 }, endStep: 1 },
      () => undefined,
    )
    await vi.waitFor(() =>
      expect(second.worker.postMessage).toHaveBeenCalledWith(expect.objectContaining({ type: 'start' })),
    )
  })
})
