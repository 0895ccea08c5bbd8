import type { DataCommand, Supply, WantEvent } from '../../protocol/data.ts'
import type {
  Command,
  Engine,
  Event,
  OpenCommand,
  Problem,
  TimeCommand,
  TimedEvent,
} from '../../protocol/messages.ts'

/** What the client needs of a `Worker`; a test gives its own. */
export interface WorkerLike {
  postMessage(message: OpenCommand | TimeCommand | DataCommand | Command): void
  terminate(): void
  onmessage: ((message: MessageEvent<Event | TimedEvent | WantEvent>) => void) | null
  onerror: ((error: ErrorEvent) => void) | null
  onmessageerror: ((error: MessageEvent) => void) | null
}

/** Starts a worker; throws where the browser blocks it. */
export type Spawn = () => WorkerLike

/** Whether the book's own files can be fetched now: a worker that can't be loaded says nothing of why. */
export type Reachable = () => Promise<boolean>

/** The one worker of an engine, shared by all figures of the page. */
export interface EngineWorker {
  readonly engine: Engine
  /** A GPU interface that the CPU imitates. */
  readonly software: boolean
  /** It was ended, while none needed it: another must be opened. */
  readonly closed: boolean
  post(command: Command): void
  /** Hears the events of a session until it leaves. */
  join(session: string, listener: SessionListener): void
  leave(session: string): void
  /** Milliseconds per step of a small training of this kind; undefined if it can't. */
  time(workload: TimeCommand['workload']): Promise<number | undefined>
  /** Ends it, unless a session needs it. */
  closeIfUnused(): void
}

export interface SessionListener {
  hear(event: Event): void
  /** The worker is gone with all that was in it. */
  lost(problem: Problem): void
}

/** Why an engine can't be used. */
export class EngineProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
    this.name = 'EngineProblem'
  }
}

/** A question that a worker has not answered yet; figures may ask at the same time. */
interface Timing {
  readonly workload: TimeCommand['workload']
  answer(msPerStep: number | undefined): void
}

/** A GPU compiles its self-test; longer than this means that it hangs. */
const READY_MS = 60_000

/** Opens the engine in a fresh worker, which may ask `supply` for the reader's files. Rejects with an EngineProblem. */
export function openEngineWorker(
  spawn: Spawn,
  reachable: Reachable,
  open: OpenCommand,
  onGone: (worker: EngineWorker) => void,
  supply: Supply = () => Promise.resolve(undefined),
): Promise<EngineWorker> {
  return new Promise((resolve, reject) => {
    const listeners = new Map<string, SessionListener>()
    let timings: readonly Timing[] = []
    let ready = false
    let closed = false
    let software = false
    let worker: WorkerLike

    const end = (): void => {
      closed = true
      worker.onmessage = worker.onerror = worker.onmessageerror = null
      worker.terminate()
    }
    const fail = (problem: Problem): void => {
      clearTimeout(timer)
      end()
      if (!ready) {
        reject(new EngineProblem(problem))
        return
      }
      onGone(opened)
      for (const { answer } of timings) answer(undefined)
      for (const listener of [...listeners.values()]) listener.lost(problem)
      listeners.clear()
    }
    const timer = setTimeout(
      () => fail({ code: 'worker-lost', detail: `not ready after ${READY_MS} ms` }),
      READY_MS,
    )
    const opened: EngineWorker = {
      engine: open.engine,
      get software() {
        return software
      },
      get closed() {
        return closed
      },
      post: (command) => worker.postMessage(command),
      join: (session, listener) => void listeners.set(session, listener),
      leave: (session) => void listeners.delete(session),
      time: (workload) =>
        new Promise((answer) => {
          if (closed) {
            answer(undefined)
            return
          }
          timings = [...timings, { workload, answer }]
          worker.postMessage({ type: 'time', workload })
        }),
      closeIfUnused() {
        if (closed || listeners.size > 0 || timings.length > 0) return
        end()
        onGone(opened)
      },
    }

    try {
      worker = spawn()
    } catch (error) {
      clearTimeout(timer)
      reject(new EngineProblem({ code: 'worker-blocked', detail: String(error) }))
      return
    }
    worker.onmessage = ({ data: event }) => {
      if (event.type === 'ready') {
        ready = true
        software = event.software === true
        clearTimeout(timer)
        resolve(opened)
      } else if (event.type === 'timed') {
        const asked = timings.find(({ workload }) => workload === event.workload)
        timings = timings.filter((timing) => timing !== asked)
        asked?.answer(event.msPerStep)
      } else if (event.type === 'want') {
        const { name } = event
        void supply(name).then((blob) => {
          if (!closed) worker.postMessage({ type: 'data', name, ...(blob ? { blob } : {}) })
        })
      } else if (event.type !== 'problem') {
        listeners.get(event.session)?.hear(event)
      } else if (event.session === undefined || event.problem.code === 'device-lost') {
        fail(event.problem)
      } else listeners.get(event.session)?.hear(event)
    }
    worker.onerror = ({ message }) => {
      // What throws has run; what was never there, or was not let in, has no message.
      if (ready || message) fail({ code: 'worker-lost', detail: message })
      else void reachable().then((there) => fail({ code: there ? 'worker-blocked' : 'not-loaded' }))
    }
    worker.onmessageerror = () => fail({ code: 'worker-lost', detail: 'messageerror' })
    worker.postMessage(open)
  })
}
