import type { Command, Engine, Event, OpenCommand, Problem } from '../../protocol/messages.ts'

/** What the client needs of a `Worker`; a test gives its own. */
export interface WorkerLike {
  postMessage(message: OpenCommand | Command): void
  terminate(): void
  onmessage: ((message: MessageEvent<Event>) => void) | null
  onerror: ((error: ErrorEvent) => void) | null
  onmessageerror: ((error: MessageEvent) => void) | null
}

/** Starts a worker; throws where the browser blocks it. */
export type Spawn = () => WorkerLike

/** The one worker of an engine, shared by all figures of the page. */
export interface EngineWorker {
  readonly engine: Engine
  post(command: Command): void
  /** Hears the events of a session until it leaves. */
  join(session: string, listener: SessionListener): void
  leave(session: string): void
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

/** A GPU compiles its self-test; longer than this means that it hangs. */
const READY_MS = 60_000

/** Opens the engine in a fresh worker. Rejects with an EngineProblem. */
export function openEngineWorker(
  spawn: Spawn,
  open: OpenCommand,
  onGone: (worker: EngineWorker) => void,
): Promise<EngineWorker> {
  return new Promise((resolve, reject) => {
    const listeners = new Map<string, SessionListener>()
    let ready = false
    let worker: WorkerLike

    const fail = (problem: Problem): void => {
      clearTimeout(timer)
      worker.onmessage = worker.onerror = worker.onmessageerror = null
      worker.terminate()
      if (!ready) {
        reject(new EngineProblem(problem))
        return
      }
      onGone(opened)
      for (const listener of [...listeners.values()]) listener.lost(problem)
      listeners.clear()
    }
    const timer = setTimeout(() => fail({ code: 'backend-unavailable', detail: 'timeout' }), READY_MS)
    const opened: EngineWorker = {
      engine: open.engine,
      post: (command) => worker.postMessage(command),
      join: (session, listener) => void listeners.set(session, listener),
      leave: (session) => void listeners.delete(session),
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
        clearTimeout(timer)
        resolve(opened)
      } else if (
        event.type === 'problem' &&
        (event.session === undefined || event.problem.code === 'device-lost')
      ) {
        fail(event.problem)
      } else listeners.get(event.session ?? '')?.hear(event)
    }
    worker.onerror = (error) =>
      fail({ code: ready ? 'worker-lost' : 'worker-blocked', detail: error.message })
    worker.onmessageerror = () => fail({ code: 'worker-lost', detail: 'messageerror' })
    worker.postMessage(open)
  })
}
