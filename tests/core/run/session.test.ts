import { describe, expect, it } from 'vitest'
import { BackendProblem } from '../../../src/core/backend/problem.ts'
import type { SavedSession } from '../../../src/protocol/messages.ts'
import { FakePage, makeToy, work, type ToyFrame, type ToyOptions } from './toy.ts'

/** A page whose session has been stepped to a number and rests there. */
async function at(step: number, options: ToyOptions = {}, members: Record<string, unknown>[] = [{}]) {
  const page = new FakePage(makeToy(options))
  page.start({ members })
  if (step > 0) page.send({ type: 'step', session: 's', count: step })
  await page.until()
  return page
}
const push = (page: FakePage, by: number, member: number | 'all' = 'all') =>
  page.send({ type: 'act', session: 's', member, action: { kind: 'push', by } })
const seek = async (page: FakePage, step: number) => {
  page.send({ type: 'seek', session: 's', step })
  await page.until()
}
const rows = (page: FakePage, member = 0): number[] => [...page.curve(member).steps]

describe('a session', () => {
  it('hands the reader’s files to its runs', async () => {
    const seen: unknown[] = []
    const toy = makeToy()
    const experiment: typeof toy = {
      ...toy,
      async create(values, env) {
        seen.push(await env.data?.('a name'))
        return toy.create(values, env)
      },
    }
    const bytes = Uint8Array.of(1, 2)
    const page = new FakePage(experiment, {
      data: (name) => Promise.resolve(name === 'a name' ? { bytes } : { problem: { code: 'absent' } }),
    })
    page.start({ members: [{}, {}] })
    await page.until()
    expect(seen).toEqual([{ bytes }, { bytes }])
  })

  it('shows its first frame and waits', async () => {
    const page = await at(0)
    expect(page.status()).toMatchObject({ state: 'paused', step: 0, backend: 'plain', tensors: 0 })
    expect(page.frames()).toHaveLength(1)
    expect(page.frames()[0].histories[0]).toEqual({ from: 0, rows: { steps: [0], metrics: { loss: [0] } } })
    expect(page.events[0]).toMatchObject({ type: 'status', status: { state: 'warming' } })
  })

  it('steps, acts, looks, and shows each', async () => {
    const page = await at(3)
    expect(page.status()).toMatchObject({ state: 'paused', step: 3 })
    const before = page.position()
    push(page, 5)
    await page.until()
    expect(page.position()).toBe(before + 5)
    page.send({ type: 'look', session: 's', look: { values: { zoom: 4 }, width: 600 } })
    await page.until()
    expect((page.frames().at(-1)?.frames[0] as ToyFrame).trail[0]).toBe(4)
    expect(page.status()).toMatchObject({ step: 3, acts: 1 })
  })

  it('plays to its end step and goes on if asked', async () => {
    const page = new FakePage(makeToy())
    page.start({ endStep: 500 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'done', step: 500 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => page.status().step > 600)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    expect(page.status().state).toBe('paused')
  })

  it('plays to the end that a run meets by itself, and beyond if asked', async () => {
    const metAt = (goal: (member: number) => number): ToyOptions => ({
      change: (run, member) => {
        let steps = 0
        return {
          measure() {
            steps = (run.save() as { weights: Float64Array }).weights[1]
            return { loss: 1 }
          },
          finished: () => steps >= goal(member),
        }
      },
    })
    const page = new FakePage(makeToy(metAt(() => 137)))
    page.start({ endStep: 500 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'done', step: 137 })
    await seek(page, 90)
    expect(page.status()).toMatchObject({ state: 'paused', step: 90 })
    page.send({ type: 'play', session: 's', speed: 60 })
    await page.until(() => page.status().state === 'done')
    expect(page.status().step).toBe(137)
    page.send({ type: 'step', session: 's', count: 3 })
    await page.until()
    expect(page.status().step).toBe(140)
    await seek(page, 137)
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => page.status().step > 600)

    const race = new FakePage(makeToy(metAt((member) => (member === 0 ? 50 : 120))))
    race.start({ endStep: 500, members: [{}, {}] })
    race.send({ type: 'play', session: 's', speed: 60 })
    await race.until()
    expect(rows(race, 0).at(-1)).toBe(50)
    expect(rows(race, 1).at(-1)).toBe(120)
  })

  it('is unmoved by a second play, and by commands to no one', async () => {
    const page = new FakePage(makeToy())
    page.start({ endStep: 300 })
    for (let i = 0; i < 3; i++) page.send({ type: 'play', session: 's', speed: 'max' })
    page.send({ type: 'play', session: 'nobody', speed: 'max' })
    page.send({ type: 'act', session: 'nobody', member: 0, action: {} })
    await page.until()
    const alone = await at(300)
    expect(page.position()).toBe(alone.position())
    expect(page.problems()).toEqual([])
  })

  it('answers questions', async () => {
    const page = await at(1)
    page.send({ type: 'ask', session: 's', id: 7, member: 0, question: { double: 21 } })
    await page.until()
    expect(page.events.at(-1)).toEqual({ type: 'answer', session: 's', id: 7, answer: 42 })
  })

  it('takes only valid values of live parameters', async () => {
    const log: string[] = []
    const page = await at(2, { log })
    page.send({ type: 'set', session: 's', member: 'all', values: { start: 5, nonsense: 1, rate: 'abc' } })
    page.send({ type: 'set', session: 's', member: 7, values: { rate: 2 } })
    await page.until()
    expect(log).toEqual([])
    page.send({ type: 'set', session: 's', member: 'all', values: { rate: 1e99 } })
    await page.until()
    expect(log).toEqual(['set 1000000000 at 2'])
  })

  it('disposes of its runs when it is stopped, at any moment', async () => {
    for (const wait of [0, 1, 20]) {
      const log: string[] = []
      const page = new FakePage(makeToy({ log }))
      page.start({ members: [{}, { start: 1 }] })
      page.send({ type: 'play', session: 's', speed: 'max' })
      for (let i = 0; i < wait; i++) await new Promise((resolve) => setImmediate(resolve))
      page.send({ type: 'stop', session: 's' })
      await page.until()
      const count = page.events.length
      expect(log.filter((line) => line === 'disposed').length).toBe(wait === 0 ? 0 : 2)
      page.send({ type: 'step', session: 's', count: 1 })
      await page.until()
      expect(page.events.length).toBe(count)
    }
  })

  it('disposes of all its runs, also where one of them fails at it', async () => {
    const log: string[] = []
    const page = new FakePage(
      makeToy({
        log,
        change: (run, member) =>
          member === 1
            ? {
                dispose() {
                  run.dispose()
                  throw new Error('already gone')
                },
              }
            : {},
      }),
    )
    page.start({ members: [{}, {}, {}] })
    await page.until()
    page.send({ type: 'stop', session: 's' })
    await page.until()
    expect(log).toEqual(['disposed', 'disposed', 'disposed'])
  })

  it('says that there is no such widget', async () => {
    const page = new FakePage(makeToy())
    page.start({ widget: 'teapot' })
    await page.until()
    expect(page.problems()).toEqual([{ code: 'unknown-widget', detail: 'teapot' }])
  })

  it('says that the code of an experiment could not be fetched, and fetches it again for the next session', async () => {
    const loads = [() => Promise.reject(new TypeError('Failed to fetch')), () => Promise.resolve(makeToy())]
    const page = new FakePage(makeToy(), { load: () => loads.shift()?.() })
    page.start()
    await page.until()
    expect(page.problems()).toEqual([{ code: 'not-loaded', detail: 'NotLoaded: Failed to fetch' }])
    page.start({ session: 'next' })
    await page.until()
    expect(page.status('next').state).toBe('paused')
  })
})

describe('frames', () => {
  it('never queue: one, then none until it is acknowledged, while training goes on', async () => {
    const page = new FakePage(makeToy())
    page.acks = false
    page.start()
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => work.time > page.born + 2000)
    expect(page.frames()).toHaveLength(1)
    page.send({ type: 'ack', session: 's' })
    await page.until(() => page.frames().length === 2)
    const step = page.status().step
    expect(step).toBeGreaterThan(1000)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    expect(page.frames()).toHaveLength(2)
    push(page, 1)
    push(page, 1)
    await page.until()
    expect(page.frames()).toHaveLength(2)
    page.send({ type: 'ack', session: 's' })
    await page.until()
    // What happened meanwhile is told at once, in one frame.
    expect(page.frames()).toHaveLength(3)
    expect(page.status().acts).toBe(2)
    expect(page.curve().steps.at(-1)).toBeLessThanOrEqual(page.status().step)
  })

  it('come no faster than a screen shows them, and leave most of the time to training', async () => {
    const drawing = 8
    const page = new FakePage(
      makeToy({
        change: (run) => ({
          frame: (look) => {
            work.time += drawing
            return run.frame(look)
          },
        }),
      }),
    )
    page.start()
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => work.time > page.born + 4000)
    expect(page.frames().length).toBeGreaterThan(20)
    expect(page.frames().length * drawing).toBeLessThan(0.15 * 4000)
  })

  it('that are not finite are not shown: the last good one stays', async () => {
    const page = await at(0, {
      run: { measureEvery: 1000 },
      change: (run) => ({
        frame: async (look) => {
          const frame = (await run.frame(look)) as ToyFrame
          return { ...frame, position: frame.position > 50 ? NaN : frame.position }
        },
      }),
    })
    push(page, 100)
    await page.until()
    expect(page.frames().at(-1)?.frames).toEqual([null])
    expect(page.problems()).toEqual([
      { code: 'non-finite', step: 0, member: 0, place: 'position', cause: 'rate-too-high' },
    ])
    expect(page.status().state).toBe('problem')
  })
})

describe('speed', () => {
  it.each([
    [1, 10],
    [10, 100],
    [60, 600],
  ] as const)('%s means so many steps in a second', async (speed, expected) => {
    const page = new FakePage(makeToy())
    page.start()
    page.send({ type: 'play', session: 's', speed })
    await page.until(() => page.now() > page.born + 10_000)
    expect(page.status().step).toBeGreaterThan(0.95 * expected)
    expect(page.status().step).toBeLessThan(1.05 * expected + 2)
    expect(page.status().stepsPerSecond).toBeGreaterThan(0.8 * speed)
    expect(page.status().stepsPerSecond).toBeLessThan(1.2 * speed)
  })

  it('takes no steps while no one can see it', async () => {
    const page = await at(0)
    page.send({ type: 'visible', session: 's', visible: false })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'running', step: 0 })
    page.send({ type: 'visible', session: 's', visible: true })
    await page.until(() => page.status().step > 100)
    page.send({ type: 'visible', session: 's', visible: false })
    await page.until()
    const { step } = page.status()
    await page.until()
    expect(page.status().step).toBe(step)
  })

  it('of slow motion goes phase by phase', async () => {
    const phases = ['forward', 'backward'] as const
    const options: ToyOptions = {
      run: { phases, speed: 'slow' },
      change: (run) => ({
        async *phases() {
          yield 'forward'
          await run.step()
          yield 'backward'
        },
      }),
    }
    const page = await at(0, options)
    page.send({ type: 'play', session: 's', speed: 'slow' })
    await page.until(() => page.now() > page.born + 7000)
    const seen = page.frames().map(({ status }) => `${status.step} ${status.phase ?? '-'}`)
    expect(seen.slice(1, 7)).toEqual(['0 forward', '0 backward', '1 -', '1 forward', '1 backward', '2 -'])
    expect(page.status().step).toBeLessThan(7)
    // A change waits for the end of the step, and the run is the same as without phases.
    push(page, 0)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    const { step, phase } = page.status()
    expect(phase).toBeUndefined()
    expect(page.position()).toBe((await at(step)).position())
    expect(page.curve().metrics).toEqual((await at(step)).curve().metrics)
  })

  it('takes one phase at a time when asked', async () => {
    const page = await at(0, {
      run: { phases: ['a', 'b'] },
      change: (run) => ({
        async *phases() {
          yield 'a'
          await run.step()
          yield 'b'
        },
      }),
    })
    const seen = []
    for (let i = 0; i < 4; i++) {
      page.send({ type: 'step', session: 's', count: 1, phase: true })
      await page.until()
      seen.push([page.status().step, page.status().phase])
    }
    expect(seen).toEqual([
      [0, 'a'],
      [0, 'b'],
      [1, undefined],
      [1, 'a'],
    ])
  })

  it('uses the fused steps, cut at what must be measured', async () => {
    const taken: number[] = []
    const page = new FakePage(
      makeToy({
        run: { measureEvery: 7 },
        change: (run) => ({
          async steps(n) {
            taken.push(n)
            for (let i = 0; i < n; i++) await run.step()
          },
        }),
      }),
    )
    page.start({ endStep: 400 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(Math.max(...taken)).toBe(7)
    expect(rows(page).slice(0, 4)).toEqual([0, 7, 14, 21])
    expect(page.position()).toBe((await at(400)).position())
  })
})

describe('time', () => {
  it('goes back and forth exactly, deeds included', async () => {
    const log: string[] = []
    const page = await at(10, { log })
    push(page, 5)
    page.send({ type: 'step', session: 's', count: 10 })
    page.send({ type: 'set', session: 's', member: 'all', values: { rate: 2 } })
    page.send({ type: 'step', session: 's', count: 10 })
    await page.until()
    const end = page.position()
    await seek(page, 5)
    expect(page.position()).toBe((await at(5)).position())
    expect(page.status()).toMatchObject({ step: 5, state: 'paused', acts: 0 })
    await seek(page, 30)
    expect(page.position()).toBe(end)
    expect(page.status().acts).toBe(1)
    expect(rows(page)).toEqual(Array.from({ length: 31 }, (_, i) => i))
    await seek(page, 10) // the push at step 10 is part of it
    expect(page.position()).toBe((await at(10)).position() + 5)
    expect(log.slice(0, 2)).toEqual(['push 5 at 10', 'set 2 at 20'])
  })

  it('runs forward beyond the end, and takes junk for no command', async () => {
    const page = await at(10)
    await seek(page, 25)
    expect(page.status().step).toBe(25)
    for (const step of [NaN, Infinity]) await seek(page, step)
    expect(page.status().step).toBe(25)
    await seek(page, -4)
    expect(page.status().step).toBe(0)
  })

  it('branches when the past is changed', async () => {
    const page = await at(20)
    push(page, 100)
    page.send({ type: 'step', session: 's', count: 10 })
    await page.until()
    await seek(page, 8)
    push(page, 1)
    await page.until()
    expect(rows(page)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(page.frames().at(-1)?.histories[0].from).toBe(9)
    await seek(page, 30)
    // The push of 100 belonged to a future that is gone.
    const other = await at(8)
    push(other, 1)
    other.send({ type: 'step', session: 's', count: 22 })
    await other.until()
    expect(page.position()).toBe(other.position())
    expect(page.curve()).toEqual(other.curve())
  })

  it('undoes the last act, and only acts', async () => {
    const page = await at(5)
    push(page, 3)
    page.send({ type: 'set', session: 's', member: 'all', values: { rate: 2 } })
    page.send({ type: 'step', session: 's', count: 5 })
    push(page, 50)
    await page.until()
    expect(page.status().acts).toBe(2)
    page.send({ type: 'undo', session: 's' })
    await page.until()
    const expected = await at(5)
    push(expected, 3)
    expected.send({ type: 'set', session: 's', member: 'all', values: { rate: 2 } })
    expected.send({ type: 'step', session: 's', count: 5 })
    await expected.until()
    expect(page.position()).toBe(expected.position())
    expect(page.status()).toMatchObject({ step: 10, acts: 1 })
    page.send({ type: 'undo', session: 's' })
    await page.until()
    const bare = await at(5)
    bare.send({ type: 'set', session: 's', member: 'all', values: { rate: 2 } })
    bare.send({ type: 'step', session: 's', count: 5 })
    await bare.until()
    expect(page.position()).toBe(bare.position())
    expect(page.curve()).toEqual(bare.curve())
    page.send({ type: 'undo', session: 's' })
    await page.until()
    expect(page.status()).toMatchObject({ step: 10, acts: 0 })
  })

  it('undoes for all members what was done to all, and for one what was done to one', async () => {
    const page = await at(4, {}, [{ start: 0 }, { start: 10 }])
    push(page, 7)
    push(page, 1, 1)
    page.send({ type: 'step', session: 's', count: 4 })
    await page.until()
    page.send({ type: 'undo', session: 's' })
    page.send({ type: 'undo', session: 's' })
    await page.until()
    const bare = await at(8, {}, [{ start: 0 }, { start: 10 }])
    expect([page.position(0), page.position(1)]).toEqual([bare.position(0), bare.position(1)])
  })

  it('goes on exactly from a saved session, in another worker', async () => {
    const page = await at(10, {}, [{}, { start: 3 }])
    push(page, 5, 0)
    page.send({ type: 'step', session: 's', count: 10 })
    page.send({ type: 'save', session: 's' })
    await page.until()
    const saved: SavedSession = structuredClone(page.saved())
    expect(saved).toMatchObject({ step: 20, log: [{ kind: 'act', step: 10, member: 0 }] })
    page.send({ type: 'step', session: 's', count: 10 })
    await page.until()
    const other = new FakePage(makeToy())
    other.start({ members: [{}, { start: 3 }], saved })
    await other.until()
    expect(other.status()).toMatchObject({ state: 'paused', step: 20, acts: 1 })
    other.send({ type: 'step', session: 's', count: 10 })
    await other.until()
    expect([other.position(0), other.position(1)]).toEqual([page.position(0), page.position(1)])
    expect(other.curve(1)).toEqual(page.curve(1))
    await seek(other, 10)
    await seek(page, 10)
    expect(other.position(0)).toBe(page.position(0))
    other.send({ type: 'undo', session: 's' })
    await other.until()
    expect(other.position(0)).toBe((await at(10)).position())
  })

  it('is saved in good time while it trains, and after each deed while it rests', async () => {
    const page = new FakePage(makeToy())
    page.start()
    page.send({ type: 'play', session: 's', speed: 'max' })
    const times: number[] = [page.now()]
    page.onEvent = (event) => {
      if (event.type === 'saved') times.push(page.now())
    }
    await page.until(() => work.time > page.born + 10_000)
    expect(times.length).toBeGreaterThan(4)
    for (let i = 1; i < times.length; i++) expect(times[i] - times[i - 1]).toBeLessThan(2000)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    push(page, 5)
    await page.until()
    expect(page.saved()).toMatchObject({ step: page.status().step, log: [{ kind: 'act' }] })
    expect(page.events.findLast((e) => e.type === 'saved')).toMatchObject({ deeds: 1 })
  })
})

describe('saving at rest', () => {
  it('is not put off for long, however dear it is', async () => {
    const page = await at(1, {
      change: (run) => ({
        save: () => {
          work.time += 900
          return run.save()
        },
      }),
    })
    for (let i = 0; i < 3; i++) {
      push(page, 1)
      const from = page.now()
      await page.until(() => page.events.findLast((e) => e.type === 'saved')?.deeds === i + 1)
      expect(page.now() - from).toBeLessThan(4000)
    }
  })
})

describe('several runs', () => {
  it('go in lockstep', async () => {
    const steps = [0, 0, 0]
    let widest = 0
    const page = new FakePage(
      makeToy({
        onStep: (_, member) => {
          steps[member]++
        },
        cost: 0.3,
      }),
    )
    page.onEvent = (event) => {
      if (event.type === 'frame') widest = Math.max(widest, Math.max(...steps) - Math.min(...steps))
    }
    page.start({ members: [{}, { start: 1 }, { start: 2 }] })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => page.frames().length > 40)
    expect(page.status().step).toBeGreaterThan(100)
    expect(widest).toBe(0)
    expect(page.frames().at(-1)?.frames).toHaveLength(3)
  })

  it('go each at its own pace where the spec says free', async () => {
    const steps = [0, 0]
    const page = new FakePage(
      makeToy({
        run: { free: true },
        onStep: (_, member) => {
          steps[member]++
          if (member === 1) work.time += 0.45
        },
      }),
    )
    page.start({ members: [{}, {}] })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => work.time > page.born + 3000)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    expect(steps[0] / steps[1]).toBeGreaterThan(7)
    expect(steps[0] / steps[1]).toBeLessThan(14)
    await seek(page, 40)
    expect(page.position(0)).toBe(page.position(1))
  })

  it('share the time fairly with those of other figures, whatever their steps cost', async () => {
    const spent = new Map<number, number>()
    const toy = makeToy({
      onStep: (_, member) => {
        const cost = member === 0 ? 0.2 : 4
        work.time += cost
        spent.set(member, (spent.get(member) ?? 0) + cost)
      },
    })
    const page = new FakePage(toy)
    // The session with two members has one that is dear; the other session has only the cheap one.
    page.start({ session: 'a', members: [{}] })
    page.start({ session: 'b', members: [{}, {}] })
    page.send({ type: 'play', session: 'a', speed: 'max' })
    page.send({ type: 'play', session: 'b', speed: 'max' })
    await page.until(() => work.time > page.born + 6000)
    const a = page.status('a').step * 0.25
    const b = page.status('b').step * 4.3
    expect(a / b).toBeGreaterThan(0.8)
    expect(a / b).toBeLessThan(1.25)
  })

  it('never interleave inside a step', async () => {
    let inside = 0
    let most = 0
    const page = new FakePage(
      makeToy({
        onStep: async () => {
          most = Math.max(most, ++inside)
          await new Promise((resolve) => setImmediate(resolve))
          inside--
        },
      }),
    )
    page.start({ session: 'a', members: [{}, {}] })
    page.start({ session: 'b' })
    for (const session of ['a', 'b']) page.send({ type: 'play', session, speed: 'max' })
    await page.until(() => page.frames('a').length > 5 && page.frames('b').length > 5)
    expect(most).toBe(1)
  })
})

describe('trouble', () => {
  const explode: ToyOptions['change'] = (run, member) =>
    member === 1
      ? { measure: async () => ({ loss: ((await run.measure?.())?.loss ?? 0) > 900 ? NaN : 1 }) }
      : {}

  it('of a number that is none stops the run, naming step, place and cause', async () => {
    const page = await at(5, { change: (run) => explode(run, 1) })
    push(page, 1000)
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(page.problems()).toEqual([
      { code: 'non-finite', step: 6, member: 0, place: 'loss', cause: 'rate-too-high' },
    ])
    expect(page.status()).toMatchObject({ state: 'problem', step: 6 })
    expect(page.frames().at(-1)?.frames).toEqual([null])
    expect(page.curve().metrics.loss.at(-1)).toBeNaN()
    // Going back before it is possible; coming forward again, it stops at the same step.
    await seek(page, 3)
    expect(page.status()).toMatchObject({ state: 'paused', step: 3 })
    expect(page.position()).toBe((await at(3)).position())
    await seek(page, 20)
    expect(page.status()).toMatchObject({ state: 'problem', step: 6 })
    await seek(page, 3)
    push(page, 0)
    page.send({ type: 'step', session: 's', count: 17 })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'paused', step: 20 })
  })

  it('of one run leaves the others going', async () => {
    const page = await at(2, { change: explode }, [{}, {}, {}])
    push(page, 1000, 1)
    page.send({ type: 'step', session: 's', count: 5 })
    await page.until()
    expect(page.problems()).toMatchObject([{ code: 'non-finite', member: 1, step: 3, goesOn: true }])
    expect(page.status()).toMatchObject({ state: 'paused', step: 7 })
    expect(
      page
        .frames()
        .at(-1)
        ?.frames.map((frame) => frame === null),
    ).toEqual([false, true, false])
    expect(page.curve(1).steps.at(-1)).toBe(3)
  })

  it('of one run in slow motion leaves the others going, and leaves its step', async () => {
    let left = 0
    const page = await at(
      0,
      {
        run: { phases: ['a', 'b'] },
        change: (run, member) => ({
          async *phases() {
            try {
              yield 'a'
              if (member === 1 && (run.save() as { weights: Float64Array }).weights[1] === 1)
                throw new Error('no second step')
              await run.step()
              yield 'b'
            } finally {
              left++
            }
          },
        }),
      },
      [{}, {}],
    )
    for (let i = 0; i < 6; i++) {
      page.send({ type: 'step', session: 's', count: 1, phase: true })
      await page.until()
    }
    expect(page.problems()).toMatchObject([{ code: 'crashed', member: 1, step: 1, goesOn: true }])
    expect(page.status()).toMatchObject({ state: 'paused', step: 2 })
    expect(page.position(0)).toBe((await at(2)).position())
    expect(left).toBe(4)
  })

  it('stops a run at the same step when it comes back to it in slow motion', async () => {
    const page = await at(0, {
      run: { phases: ['a'] },
      change: (run) => ({
        measure: () => ({ loss: (run.save() as { weights: Float64Array }).weights[1] >= 4 ? NaN : 1 }),
        async *phases() {
          yield 'a'
          await run.step()
        },
      }),
    })
    page.send({ type: 'step', session: 's', count: 10 })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'problem', step: 4 })
    await seek(page, 3)
    for (let i = 0; i < 6; i++) {
      page.send({ type: 'step', session: 's', count: 1, phase: true })
      await page.until()
    }
    expect(page.status()).toMatchObject({ state: 'problem', step: 4 })
  })

  it('takes an infinity for an answer where the spec declares it', async () => {
    const change: ToyOptions['change'] = () => ({ measure: () => ({ loss: Infinity }) })
    expect((await at(3, { change })).status().state).toBe('problem')
    expect((await at(3, { change, run: { infinities: ['loss'] } })).status()).toMatchObject({
      state: 'paused',
      step: 3,
    })
  })

  it.each(['step', 'frame', 'measure', 'save', 'set'] as const)(
    'thrown by %s is told, and stops the run',
    async (where) => {
      const fail = (): never => {
        throw new Error(`no ${where} today`)
      }
      let armed = false
      const page = await at(0, {
        change: (run) => ({
          [where]: (...given: never[]) =>
            armed ? fail() : (run[where] as (...g: never[]) => unknown)(...given),
        }),
      })
      armed = true
      page.send({ type: 'set', session: 's', member: 'all', values: { rate: 1 } })
      page.send({ type: 'play', session: 's', speed: 60 })
      await page.until(() => page.problems().length > 0 || page.now() > page.born + 5000)
      expect(page.problems()[0]).toMatchObject({ code: 'crashed', detail: `Error: no ${where} today` })
      await page.until()
      expect(page.status().state).toBe('problem')
    },
  )

  it('in creation disposes of what was created', async () => {
    const log: string[] = []
    const page = new FakePage(
      makeToy({
        log,
        change: (run, member) => {
          if (member === 1) throw new RangeError('Invalid typed array length: 1e12')
          return run
        },
      }),
    )
    page.start({ members: [{}, {}] })
    await page.until()
    expect(page.problems()).toMatchObject([{ code: 'out-of-memory' }])
    expect(log).toEqual(['disposed'])
    expect(page.status().state).toBe('problem')
  })

  it('with the device ends the session and says so', async () => {
    const page = await at(0, {
      onStep: () => {
        throw new BackendProblem('webgpu', 'lost', 'destroyed')
      },
    })
    page.send({ type: 'step', session: 's', count: 1 })
    await page.until()
    expect(page.problems()).toMatchObject([{ code: 'device-lost' }])
    expect(page.status().state).toBe('problem')
  })

  it('with a question answers it with the problem, and the run goes on', async () => {
    const page = await at(1)
    page.send({ type: 'ask', session: 's', id: 1, member: 0, question: null })
    page.send({ type: 'ask', session: 's', id: 2, member: 9, question: { double: 1 } })
    page.send({ type: 'step', session: 's', count: 1 })
    await page.until()
    expect(page.events.filter((e) => e.type === 'answer')).toMatchObject([
      { id: 1, problem: { code: 'crashed' } },
      { id: 2, answer: undefined },
    ])
    expect(page.status().step).toBe(2)
  })
})
