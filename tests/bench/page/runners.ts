import type { BackendId, Command, Event } from '../../../src/protocol/messages.ts'
import type { NetId } from './nets.ts'
import type { Ask, Runner, Tell } from './protocol.ts'

export interface Ran {
  readonly stepsPerSecond: number
  readonly loss: number
  readonly frames: number
}

/** One runner in its own worker, ready to run for a while whenever it is asked. */
export interface OpenRunner {
  run(ms: number): Promise<Ran>
  close(): void
}

const box = (): HTMLElement => document.getElementById('box') ?? document.body

/** Draws a frame as a page would: after the next repaint is due. */
function draw(loss: number, drawn: () => void): void {
  requestAnimationFrame(() => {
    box().style.opacity = String(0.5 + Math.min(0.5, loss))
    drawn()
  })
}

const until = <T>(worker: Worker, pick: (message: unknown) => T | undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent): void => {
      const found = pick(data)
      if (found === undefined) return
      worker.removeEventListener('message', listen)
      resolve(found)
    }
    worker.addEventListener('message', listen)
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
  })

async function openPeer(worker: Worker, backend: BackendId, net: NetId): Promise<OpenRunner> {
  const say = (ask: Ask): void => worker.postMessage(ask)
  worker.addEventListener('message', ({ data }: MessageEvent<Tell>) => {
    if (data.type === 'frame') draw(data.loss, () => say({ type: 'ack' }))
  })
  say({ type: 'open', backend, net })
  await until(worker, (m) => ((m as Tell).type === 'ready' ? true : undefined))
  return {
    async run(ms) {
      const done = until(worker, (m) =>
        (m as Tell).type === 'ran' ? (m as Extract<Tell, { type: 'ran' }>) : undefined,
      )
      say({ type: 'run', ms })
      const { steps, ms: took, loss, frames } = await done
      return { stepsPerSecond: (steps / took) * 1000, loss, frames }
    },
    close: () => worker.terminate(),
  }
}

/** Ours goes through the book's whole loop: session, history, checkpoints, acknowledged frames. */
async function openOurs(worker: Worker, backend: BackendId, net: NetId): Promise<OpenRunner> {
  const session = 'bench'
  const say = (command: Command): void => worker.postMessage(command)
  type Frame = Extract<Event, { type: 'frame' }>
  let last: Frame | undefined
  let frames = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Event>) => {
    if (data.type === 'problem') throw new Error(JSON.stringify(data.problem))
    if (data.type !== 'frame') return
    last = data
    frames += 1
    draw((data.frames[0] as { loss: number } | null)?.loss ?? 0, () => say({ type: 'ack', session }))
  })
  worker.postMessage({ type: 'open', backend, net } satisfies Ask)
  await until(worker, (m) => ((m as Tell).type === 'ready' ? true : undefined))
  // A pause is told by a frame, or by a status where the last frame already shows the step.
  const paused = (): Promise<number> =>
    until(worker, (m) => {
      const event = m as Event
      const told = event.type === 'frame' || event.type === 'status'
      return told && event.status.state === 'paused' ? event.status.step : undefined
    })
  const first = paused()
  say({
    type: 'start',
    session,
    widget: 'bench',
    members: [{ net }],
    look: { values: {}, width: 600 },
    endStep: 1e9,
  })
  let at = await first
  return {
    async run(ms) {
      const before = at
      frames = 0
      const start = performance.now()
      say({ type: 'play', session, speed: 'max' })
      await new Promise((done) => setTimeout(done, ms))
      const end = paused()
      say({ type: 'pause', session })
      at = await end
      const took = performance.now() - start
      return {
        stepsPerSecond: ((at - before) / took) * 1000,
        loss: (last?.frames[0] as { loss: number }).loss,
        frames,
      }
    },
    close: () => worker.terminate(),
  }
}

export function openRunner(runner: Runner, backend: BackendId, net: NetId): Promise<OpenRunner> {
  switch (runner) {
    case 'ours':
      return openOurs(
        new Worker(new URL('./ours.worker.ts', import.meta.url), { type: 'module' }),
        backend,
        net,
      )
    case 'bare':
      return openPeer(
        new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' }),
        backend,
        net,
      )
    case 'convnetjs':
      return openPeer(
        new Worker(new URL('./convnetjs.worker.ts', import.meta.url), { type: 'module' }),
        backend,
        net,
      )
  }
}
