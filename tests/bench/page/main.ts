import type { BackendId } from '../../../src/protocol/messages.ts'
import type { NetId } from './nets.ts'
import type { Runner } from './protocol.ts'
import { openRunner } from './runners.ts'

export interface PairResult {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly loss: readonly [number, number]
  readonly frames: readonly [number, number]
}

/** Lets two runners take turns: within each pair they run one after the other, and who begins alternates. */
async function pairs(
  runners: readonly [Runner, Runner],
  backends: BackendId | readonly [BackendId, BackendId],
  net: NetId,
  count: number,
  ms: number,
): Promise<PairResult> {
  const [first, second] = typeof backends === 'string' ? [backends, backends] : backends
  const open = [await openRunner(runners[0], first, net), await openRunner(runners[1], second, net)] as const
  for (const runner of open) await runner.run(ms) // warm up: the compiler has seen the code
  const rates: [number[], number[]] = [[], []]
  const loss: [number, number] = [0, 0]
  const frames: [number, number] = [0, 0]
  for (let pair = 0; pair < count; pair++) {
    for (const i of pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const ran = await open[i].run(ms)
      rates[i].push(ran.stepsPerSecond)
      loss[i] = ran.loss
      frames[i] += ran.frames
    }
  }
  for (const runner of open) runner.close()
  return { first: rates[0], second: rates[1], loss, frames }
}

export interface Smoothness {
  /** Milliseconds between animation frames. */
  readonly gaps: readonly number[]
  /** Milliseconds of each task over 50 ms. */
  readonly longTasks: readonly number[]
}

/** Watches the page's frames while something goes on. */
async function watch(ms: number): Promise<Smoothness> {
  const gaps: number[] = []
  const longTasks: number[] = []
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((e) => e.duration)),
  )
  observer.observe({ entryTypes: ['longtask'] })
  const end = performance.now() + ms
  let last: number | undefined
  await new Promise<void>((done) => {
    const tick = (time: number): void => {
      if (last !== undefined) gaps.push(time - last)
      last = time
      if (time < end) requestAnimationFrame(tick)
      else done()
    }
    requestAnimationFrame(tick)
  })
  longTasks.push(...observer.takeRecords().map((e) => e.duration))
  observer.disconnect()
  return { gaps, longTasks }
}

/** The same training on the main thread, in slices between the page's own work. */
async function watchMainThread(net: NetId, ms: number): Promise<Smoothness> {
  const { openBackend } = await import('../../../src/core/backend/open.ts')
  const { makeBareLoop } = await import('./bareLoop.ts')
  await openBackend('cpu', { forced: true })
  const loop = await makeBareLoop(net, () => loop.acknowledge())
  await loop.run(500)
  const seen = watch(ms)
  await loop.run(ms)
  return seen
}

export const bench = { pairs, watch, watchMainThread }
declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
