import { describe, expect, it, vi } from 'vitest'
import { makeEngineMemory } from '../../../src/player/client/engineMemory.ts'
import { makeEnginePool } from '../../../src/player/client/enginePool.ts'
import { makeOpenSession } from '../../../src/player/client/session.ts'
import type { Start } from '../../../src/player/run/port.ts'
import type { Event } from '../../../src/protocol/messages.ts'
import { makeToy, type ToyFrame, type ToyOptions } from '../../core/run/toy.ts'
import { makeDevice, type Device } from './fakeWorker.ts'

const start: Start = {
  widget: 'toy',
  workload: 'tiny',
  members: [{ id: 'run', values: {} }],
  look: { values: {}, width: 600 },
  endStep: 1e9,
}

/** A page on a made-up device. */
function makePage(device: Device = {}, toy: ToyOptions = {}, storage?: () => Storage | undefined) {
  const made = makeDevice(makeToy(toy), device)
  const memory = makeEngineMemory('test browser 1', storage ?? (() => undefined))
  const pool = makeEnginePool(made.spawn, made.reachable, memory)
  const open = makeOpenSession({ pool, now: () => performance.now(), askMs: 200 })
  const openToy = (given: Partial<Start> = {}) => {
    const events: Event[] = []
    const port = open({ ...start, ...given }, (event) => {
      events.push(event)
      if (event.type === 'frame') setImmediate(() => port.send({ type: 'ack' }))
    })
    const status = () => {
      const last = events.findLast((event) => event.type === 'frame' || event.type === 'status')
      return last?.type === 'frame' || last?.type === 'status' ? last.status : undefined
    }
    const position = () => {
      const last = events.findLast((event) => event.type === 'frame')
      return last?.type === 'frame' ? (last.frames[0] as ToyFrame).position : NaN
    }
    const problems = () => events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []))
    const until = (done: () => boolean) =>
      vi.waitFor(() => expect(done()).toBe(true), { timeout: 8000, interval: 2 })
    return { port, events, status, position, problems, until }
  }
  return { ...made, openToy }
}

/** Storage that lives in a map. */
function fakeStorage(): Storage {
  const map = new Map<string, string>()
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  } as unknown as Storage
}

describe('the engine', () => {
  it('is cpu for tiny work, none at all for plain work, and one for all figures', async () => {
    const page = makePage()
    const figures = [page.openToy(), page.openToy(), page.openToy({ workload: 'plain', backend: 'webgl' })]
    for (const figure of figures) await figure.until(() => figure.status()?.state === 'paused')
    expect(figures.map((figure) => figure.status()?.backend)).toEqual(['cpu', 'cpu', 'plain'])
    expect(page.alive()).toEqual(['cpu', 'plain'])
  })

  it('is the fastest for greater work; the others are ended, and the choice is remembered', async () => {
    const storage = fakeStorage()
    const device: Device = {
      refusals: { webgpu: { code: 'backend-unavailable' } },
      speeds: { wasm: 9, webgl: 1, cpu: 0.1 },
    }
    const page = makePage(device, {}, () => storage)
    const figure = page.openToy({ workload: 'conv' })
    await figure.until(() => figure.status()?.state === 'paused')
    expect(figure.status()?.backend).toBe('webgl')
    expect(page.workers.map(({ engine }) => engine)).toEqual(['webgpu', 'wasm', 'webgl'])
    expect(page.alive()).toEqual(['webgl'])
    expect(figure.problems()).toEqual([])
    const again = makePage(device, {}, () => storage)
    const next = again.openToy({ workload: 'conv' })
    await next.until(() => next.status()?.state === 'paused')
    expect(again.workers.map(({ engine }) => engine)).toEqual(['webgl'])
  })

  it('that the reader asks for is forced; if it can not be had, the page is told and another taken', async () => {
    const page = makePage({ refusals: { webgpu: { code: 'backend-software' } } })
    const forced = page.openToy({ backend: 'webgpu' })
    await forced.until(() => forced.status()?.state === 'paused')
    expect(forced.status()?.backend).toBe('webgpu')
    const other = makePage({ refusals: { 'webgpu!': { code: 'backend-wrong', detail: 'transpose' } } })
    const fallen = other.openToy({ backend: 'webgpu' })
    await fallen.until(() => fallen.status()?.state === 'paused')
    expect(fallen.status()?.backend).toBe('cpu')
    expect(fallen.problems()).toEqual([{ code: 'backend-wrong', detail: 'transpose', goesOn: true }])
  })

  it.each([
    ['forbidden', { blocked: true }, 'worker-blocked'],
    ['not let in', { unopened: 'refused' }, 'worker-blocked'],
    ['not to be had without a line', { unopened: 'unreachable' }, 'not-loaded'],
  ] as const)('says that workers are %s', async (_, device, code) => {
    const figure = makePage(device).openToy()
    await figure.until(() => figure.problems().length > 0)
    expect(figure.problems()).toMatchObject([{ code }])
    figure.port.send({ type: 'play', speed: 'max' })
    figure.port.close()
  })

  it('that could not be fetched, or is not there today, is tried again at the next visit', async () => {
    const storage = fakeStorage()
    const refusals = { wasm: { code: 'not-loaded' }, webgpu: { code: 'backend-unavailable' } } as const
    const figure = makePage({ refusals, speeds: { cpu: 1 } }, {}, () => storage).openToy({
      workload: 'dense',
    })
    await figure.until(() => figure.status()?.state === 'paused')
    expect(JSON.parse(storage.getItem('engines') ?? '{}')).toMatchObject({ failures: {} })
  })

  it('that is only imitated is taken when asked for, and the page is told', async () => {
    const asked = makePage({ software: ['webgl'] }).openToy({ backend: 'webgl' })
    await asked.until(() => asked.status()?.state === 'paused')
    expect(asked.status()?.backend).toBe('webgl')
    expect(asked.problems()).toEqual([{ code: 'backend-software', goesOn: true }])
  })

  it('is found without storage, and with nonsense in it', async () => {
    const broken = [
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
      () =>
        ({
          getItem: () => '{"device":"test browser 1","failures":7,"choices":[null]}',
        }) as unknown as Storage,
      () => ({ getItem: () => 'nonsense' }) as unknown as Storage,
    ]
    for (const storage of broken) {
      const figure = makePage({ speeds: { wasm: 1 } }, {}, storage).openToy({ workload: 'dense' })
      await figure.until(() => figure.status()?.state === 'paused')
      expect(figure.status()?.backend).toBe('wasm')
    }
  })
})

describe('a session', () => {
  it('takes orders before there is a worker, in their order', async () => {
    const page = makePage()
    const figure = page.openToy()
    figure.port.send({ type: 'act', member: 'all', action: { kind: 'push', by: 5 } })
    figure.port.send({ type: 'step', count: 3 })
    await figure.until(() => figure.status()?.step === 3)
    expect(figure.status()?.acts).toBe(1)
  })

  it('drops events once it is closed', async () => {
    const page = makePage()
    const figure = page.openToy()
    figure.port.send({ type: 'play', speed: 'max' })
    await figure.until(() => (figure.status()?.step ?? 0) > 10)
    figure.port.close()
    const count = figure.events.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(figure.events.length).toBe(count)
    expect(page.workers[0].commands.at(-1)?.type).toBe('stop')
    figure.port.send({ type: 'play', speed: 'max' })
    figure.port.close()
  })

  it('gives up on a question that is never answered', async () => {
    const page = makePage({}, { change: () => ({ ask: () => new Promise(() => undefined) }) })
    const figure = page.openToy()
    figure.port.send({ type: 'ask', id: 4, member: 0, question: 1 })
    await figure.until(() => figure.events.some(({ type }) => type === 'answer'))
    expect(figure.events.find(({ type }) => type === 'answer')).toMatchObject({
      id: 4,
      problem: { code: 'crashed' },
    })
  })

  it('shows the last good picture of a run that has stopped', async () => {
    const change: ToyOptions['change'] = (run, member) =>
      member === 0
        ? { measure: async () => ({ loss: ((await run.measure?.())?.loss ?? 0) > 900 ? NaN : 1 }) }
        : {}
    const page = makePage({}, { change })
    const two = [
      { id: 'a', values: {} },
      { id: 'b', values: {} },
    ]
    const figure = page.openToy({ members: two })
    await figure.until(() => figure.status()?.state === 'paused')
    const before = figure.position()
    figure.port.send({ type: 'act', member: 0, action: { kind: 'push', by: 1000 } })
    figure.port.send({ type: 'step', count: 3 })
    await figure.until(() => figure.status()?.step === 3)
    expect([before, before + 1000]).toContain(figure.position())
    expect(figure.problems()).toMatchObject([{ code: 'non-finite', goesOn: true }])
  })
})

describe('a lost device', () => {
  it('takes the reader’s files with it, and the next worker is given them again', async () => {
    const toy = makeToy()
    const seen: unknown[] = []
    const experiment: typeof toy = {
      ...toy,
      async create(values, env) {
        seen.push(await env.data?.('images'))
        return toy.create(values, env)
      },
    }
    const { workers, spawn, reachable } = makeDevice(experiment)
    const supply = vi.fn(() => Promise.resolve(new Blob([Uint8Array.of(7, 8)])))
    const memory = makeEngineMemory('test browser 1', () => undefined)
    const open = makeOpenSession({
      pool: makeEnginePool(spawn, reachable, memory, supply),
      now: () => performance.now(),
    })
    open(start, () => undefined)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    workers[0].say({ type: 'problem', problem: { code: 'device-lost' } })
    await vi.waitFor(() => expect(seen).toHaveLength(2))
    expect(seen).toEqual([{ bytes: Uint8Array.of(7, 8) }, { bytes: Uint8Array.of(7, 8) }])
    expect(supply.mock.calls).toEqual([['images'], ['images']])
  })

  it('costs nothing but time: the run goes on from where it was saved, with what the reader did since', async () => {
    const page = makePage()
    const figure = page.openToy()
    figure.port.send({ type: 'step', count: 20 })
    figure.port.send({ type: 'save' })
    await figure.until(() => figure.events.some((event) => event.type === 'saved' && event.saved.step === 20))
    await figure.until(() =>
      figure.events.some((event) => event.type === 'frame' && event.status.step === 20),
    )
    const atRest = figure.position()
    page.workers[0].say({ type: 'problem', problem: { code: 'device-lost', detail: 'destroyed' } })
    // Before the page hears of it, the reader pushes: the lost worker's own save never comes.
    figure.port.send({ type: 'act', member: 'all', action: { kind: 'push', by: 7 } })
    await figure.until(() => page.workers.length === 2 && figure.position() === atRest + 7)
    expect(figure.problems()).toEqual([{ code: 'device-lost', detail: 'destroyed', step: 20, goesOn: true }])
    expect(figure.status()).toMatchObject({ state: 'paused', step: 20, acts: 1 })
    expect(page.workers[0].terminated).toBe(true)
  })

  it('does not do twice what was saved', async () => {
    const page = makePage()
    const figure = page.openToy()
    figure.port.send({ type: 'act', member: 'all', action: { kind: 'push', by: 7 } })
    await figure.until(() =>
      figure.events.some((event) => event.type === 'saved' && event.saved.log.length === 1),
    )
    page.workers[0].say({ type: 'problem', problem: { code: 'device-lost' } })
    await figure.until(() => page.workers.length === 2 && page.workers[1].commands.length > 0)
    await figure.until(() => figure.events.at(-1)?.type !== 'problem')
    expect(figure.position()).toBe(7)
    expect(figure.status()?.acts).toBe(1)
  })

  it('lets a playing run play on, and answers open questions with the problem', async () => {
    const page = makePage({}, { change: () => ({ ask: () => new Promise(() => undefined) }) })
    const figure = page.openToy()
    figure.port.send({ type: 'play', speed: 60 })
    await figure.until(() => (figure.status()?.step ?? 0) > 3)
    page.workers[0].crash('gone')
    await figure.until(() => page.workers.length === 2 && figure.status()?.state === 'running')
    expect(figure.problems()).toMatchObject([{ code: 'worker-lost', goesOn: true }])
  })

  it('does not end the way to a moment that the reader sought', async () => {
    const page = makePage({}, { onStep: () => new Promise((resolve) => setTimeout(resolve, 1)) })
    const figure = page.openToy()
    figure.port.send({ type: 'step', count: 5 })
    figure.port.send({ type: 'save' })
    await figure.until(() => figure.events.some((event) => event.type === 'saved' && event.saved.step === 5))
    figure.port.send({ type: 'seek', step: 60 })
    await figure.until(() => page.workers[0].commands.some(({ type }) => type === 'seek'))
    page.workers[0].crash('gone')
    await figure.until(() => figure.status()?.step === 60)
    expect(figure.status()?.state).toBe('paused')
    // Once there, it is not sought again.
    figure.port.send({ type: 'seek', step: 3 })
    figure.port.send({ type: 'save' })
    await figure.until(() => figure.events.some((event) => event.type === 'frame' && event.status.step === 3))
    page.workers[1].crash('gone again')
    await figure.until(() => page.workers.length === 3 && page.workers[2].commands.length > 0)
    expect(page.workers[2].commands.map(({ type }) => type)).not.toContain('seek')
  })

  it('that keeps being lost is given up', async () => {
    const page = makePage()
    const figure = page.openToy()
    for (let loss = 1; loss <= 3; loss++) {
      await figure.until(() => page.workers.length === loss && page.workers[loss - 1].commands.length > 0)
      page.workers[loss - 1].crash('again')
    }
    await figure.until(() => figure.problems().length === 3)
    expect(figure.problems().map(({ goesOn }) => goesOn)).toEqual([true, true, undefined])
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(page.workers.length).toBe(3)
  })
})
