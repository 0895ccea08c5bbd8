import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page, Worker } from 'playwright'
import type { History } from '../../src/protocol/history.ts'
import { BACKENDS, type BackendId, type Event, type Problem } from '../../src/protocol/messages.ts'
import { membersOf, type AnySpec } from '../../src/protocol/spec.ts'
import { defaultValues } from '../../src/protocol/values.ts'
import { launch, open, serve, type Served } from './harness.ts'

const specs = import.meta.glob<AnySpec>('../../src/widgets/*/spec.ts', { eager: true, import: 'default' })
const trained = Object.values(specs).filter(({ run }) => run !== undefined && run.workload !== 'plain')

const CHAPTER = 'en/activation-functions/'
const FIGURE = 'dead'
const STEPS = 5
/** Kernels round differently, and training feeds it back: relative, after so many steps. */
const TOLERANCE = 1e-3

let served: Served
let browser: Browser
beforeAll(async () => {
  served = await serve()
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** The chapter with one figure on screen. */
async function openFigure(query: string) {
  const watched = await open(browser, served.url, { path: `${CHAPTER}?${query}#fig-${FIGURE}` })
  const figure = watched.page.locator(`figure[data-figure="${FIGURE}"]`)
  await figure.scrollIntoViewIfNeeded()
  const data = (key: string) => figure.getAttribute(`data-${key}`)
  const step = async () => Number(await data('step'))
  const until = (done: () => Promise<boolean>) =>
    expect.poll(done, { timeout: 60_000, interval: 50 }).toBe(true)
  const press = async (name: string) => {
    const button = figure.getByRole('button', { name, exact: true }).first()
    await button.waitFor()
    await button.evaluate((element: HTMLElement) => element.click())
  }
  const stepTo = async (target: number) => {
    for (let at = await step(); at < target; at++) {
      await press('One step')
      await until(async () => (await step()) > at)
    }
  }
  return { ...watched, figure, data, step, until, press, stepTo }
}

interface Driven {
  readonly histories: readonly History[]
  /** Live tensors of the session, after each step. */
  readonly tensors: readonly number[]
  readonly problems: readonly Problem[]
}

/**
 * Runs widgets from their defaults, one after the other, in one worker, through the messages that the page's client uses:
 * opening a backend takes a software renderer as long as training on it.
 */
function drive(page: Page, worker: string, backend: BackendId, specs: readonly AnySpec[]): Promise<Driven[]> {
  const jobs = specs.map((spec) => ({
    widget: spec.name,
    members: membersOf(spec, defaultValues(spec.params)).map(({ values }) => values),
  }))
  return page.evaluate(
    ({ url, engine, todo, steps }) =>
      new Promise<Driven[]>((resolve) => {
        const own = new Worker(url, { type: 'module' })
        const done: Driven[] = []
        let histories: { steps: number[]; metrics: Record<string, number[]> }[] = []
        let tensors: number[] = []
        let problems: Problem[] = []
        const session = (): string => `s${done.length}`
        const start = (): void => {
          const job = todo[done.length]
          if (job === undefined) {
            own.terminate()
            resolve(done)
            return
          }
          histories = job.members.map(() => ({ steps: [], metrics: {} }))
          tensors = []
          problems = []
          const look = { values: {}, width: 600 }
          own.postMessage({ type: 'start', session: session(), ...job, look, endStep: 1e9 })
        }
        const end = (): void => {
          own.postMessage({ type: 'stop', session: session() })
          done.push({ histories, tensors, problems })
          start()
        }
        own.onmessage = ({ data }: MessageEvent<Event>) => {
          if (data.type === 'ready') start()
          // What a stopped session still says is of no interest.
          if ('session' in data && data.session !== session()) return
          if (data.type === 'problem') {
            problems.push(data.problem)
            end()
          }
          if (data.type !== 'frame') return
          for (const [i, { rows }] of data.histories.entries()) {
            histories[i].steps.push(...rows.steps)
            for (const [id, column] of Object.entries(rows.metrics)) {
              const known = (histories[i].metrics[id] ??= [])
              known.push(...column)
            }
          }
          tensors.push(data.status.tensors)
          own.postMessage({ type: 'ack', session: session() })
          if (data.status.step >= steps) end()
          else own.postMessage({ type: 'step', session: session(), count: 1 })
        }
        own.postMessage({ type: 'open', engine, forced: true })
      }),
    { url: worker, engine: backend, todo: jobs, steps: STEPS },
  )
}

describe('every experiment', { timeout: 300_000 }, () => {
  it('trains alike on all four backends, holding no more tensors from step to step', async () => {
    const opened = await openFigure('backend=cpu')
    await opened.stepTo(1)
    const url = opened.page.workers()[0].url()
    let compared = 0
    const results = new Map<BackendId, Driven[]>()
    for (const backend of BACKENDS) results.set(backend, await drive(opened.page, url, backend, trained))
    for (const [i, spec] of trained.entries()) {
      const reference = results.get('cpu')?.[i]
      for (const [backend, driven] of results) {
        const { histories, tensors, problems } = driven[i]
        const where = `${spec.name} on ${backend}`
        expect(problems, where).toEqual([])
        expect(tensors, where).toHaveLength(STEPS + 1)
        // The first step may make what stays, such as an optimiser's constants.
        expect(new Set(tensors.slice(2)).size, `${where}: ${tensors.join(', ')}`).toBe(1)
        for (const [member, history] of histories.entries()) {
          const cpu = reference?.histories[member]
          expect(history.steps, where).toEqual(cpu?.steps)
          // Shares jump by whole points and units, and so tell nothing of rounding.
          const smooth = Object.entries(history.metrics).filter(([id]) => {
            const role = spec.run?.metrics[id]?.role
            return role !== 'share' && role !== 'count'
          })
          for (const [id, column] of smooth)
            for (const [row, x] of column.entries()) {
              const y = cpu?.metrics[id][row] ?? NaN
              compared++
              expect(
                Math.abs(x - y) / Math.max(0.1, Math.abs(y)),
                `${where}: ${id}, ${x} for ${y}`,
              ).toBeLessThan(TOLERANCE)
            }
        }
      }
    }
    expect(compared).toBeGreaterThan(100)
    expect(opened.faults).toEqual([])
    await opened.context.close()
  })
})

/** Takes the device away below a running worker, as a driver does when it crashes. */
async function loseDevice(worker: Worker, backend: BackendId): Promise<void> {
  await worker.evaluate((id) => {
    interface Engine {
      readonly backend: {
        readonly device?: { destroy(): void }
        readonly gpgpu?: { readonly gl: { getExtension(name: string): { loseContext(): void } | null } }
      }
    }
    // The library keeps its engine under this name in the global scope.
    const engine = (globalThis as unknown as { readonly _tfengine: Engine })._tfengine
    if (id === 'webgpu') engine.backend.device?.destroy()
    else engine.backend.gpgpu?.gl.getExtension('WEBGL_lose_context')?.loseContext()
  }, backend)
}

describe('a figure', { timeout: 180_000 }, () => {
  it.each(['webgpu', 'webgl'] as const)(
    'goes on from its step when the %s device is lost',
    async (backend) => {
      const opened = await openFigure(`backend=${backend}`)
      await opened.stepTo(3)
      expect(await opened.data('backend')).toBe(backend)
      const [worker] = opened.page.workers()
      // What was stepped is saved a moment later; a loss before that costs these steps.
      await opened.page.waitForTimeout(2500)
      await loseDevice(worker, backend)
      await opened.until(() => Promise.resolve(opened.page.workers().some((other) => other !== worker)))
      await opened.stepTo(5)
      expect(await opened.data('backend')).toBe(backend)
      expect(await opened.data('status')).toBe('paused')
      await opened.context.close()
    },
  )

  it('goes on from its step when the whole worker is gone', async () => {
    const opened = await openFigure('')
    await opened.stepTo(3)
    const [worker] = opened.page.workers()
    await opened.page.waitForTimeout(1000)
    // An error outside any session, as a broken library would throw.
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken on purpose')
      })
    })
    await opened.until(() => Promise.resolve(opened.page.workers().some((other) => other !== worker)))
    await opened.stepTo(5)
    expect(await opened.data('status')).toBe('paused')
    await opened.context.close()
  })
})
