import type { Event, Look, Problem, SavedSession } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import type { OpenSession, Order, SessionPort, Start } from '../run/port.ts'
import { placesOf } from '../run/sides.ts'
import type { EnginePool } from './enginePool.ts'
import { EngineProblem, type EngineWorker } from './engineWorker.ts'

export interface SessionSurroundings {
  readonly pool: EnginePool
  /** Milliseconds. */
  readonly now: () => number
  /** How long a question may take. */
  readonly askMs?: number
}

type Deed = Extract<Order, { type: 'set' | 'act' | 'undo' }>
type Seek = Extract<Order, { type: 'seek' }>
const isDeed = (order: Order): order is Deed =>
  order.type === 'set' || order.type === 'act' || order.type === 'undo'

const ASK_MS = 20_000
/** A device lost this often within the time is not coming back. */
const MOST_LOSSES = 3
const LOSSES_WITHIN_MS = 60_000

let opened = 0

/**
 * A figure's session, whatever becomes of the worker below it: finds an engine, starts the runs, and when the worker or its
 * device is lost, starts them again where they were last saved, with what the reader did since.
 */
export function makeOpenSession(around: SessionSurroundings): OpenSession {
  return (start, listen) => openSession(around, start, listen)
}

function openSession(
  { pool, now, askMs = ASK_MS }: SessionSurroundings,
  start: Start & { readonly saved?: SavedSession },
  listen: (event: Event) => void,
): SessionPort {
  let session = ''
  let worker: EngineWorker | undefined
  let closed = false
  let saved = start.saved
  let look: Look = start.look
  let speed: Speed | undefined // undefined: paused
  let visible = true
  let held: Order[] = [] // until there is a worker
  let unsaved: (Deed | Seek)[] = [] // sent, but not yet part of `saved`, or not yet arrived
  let savedDeeds = 0 // sent to the present worker, and part of `saved`
  let frames: readonly unknown[] = []
  let losses: number[] = []
  const questions = new Map<number, ReturnType<typeof setTimeout>>()

  const tell = (event: Event): void => {
    if (!closed) listen(event)
  }
  const report = (problem: Problem): void => tell({ type: 'problem', session, problem })

  function post(order: Order): void {
    if (isDeed(order) || order.type === 'seek') unsaved.push(order)
    // The reader goes on from wherever the runs stand.
    if (order.type === 'play' || order.type === 'step') dropSeeks()
    worker?.post({ ...order, session })
  }

  async function begin(): Promise<void> {
    try {
      let found = await pool.choose(start.workload, start.backend, report)
      // Another figure may have had it and ended it just now.
      while (found.closed) found = await pool.choose(start.workload, start.backend, report)
      if (closed) return
      session = `${start.widget}-${++opened}`
      worker = found
      worker.join(session, { hear, lost })
      worker.post({
        type: 'start',
        session,
        widget: start.widget,
        members: start.members.map(({ values }) => values),
        places: placesOf(start.members),
        look,
        endStep: start.endStep,
        ...(saved ? { saved } : {}),
      })
      const waiting = held
      held = []
      waiting.forEach(post)
      if (!visible) post({ type: 'visible', visible })
      if (speed !== undefined) post({ type: 'play', speed })
    } catch (error) {
      report(error instanceof EngineProblem ? error.problem : { code: 'worker-lost', detail: String(error) })
    }
  }

  function hear(event: Event): void {
    switch (event.type) {
      case 'frame':
        // Where a run has stopped, its last good picture stands.
        frames = event.frames.map((frame, i) => frame ?? frames[i] ?? null)
        if (event.status.state !== 'running') speed = settled(event.status.state)
        if (event.status.state === 'problem') dropSeeks()
        else unsaved = unsaved.filter((order) => order.type !== 'seek' || order.step !== event.status.step)
        tell({ ...event, frames })
        return
      case 'status':
        speed = event.status.state === 'running' ? speed : settled(event.status.state)
        tell(event)
        return
      case 'saved':
        saved = event.saved
        if (event.deeds !== undefined) {
          let included = event.deeds - savedDeeds
          unsaved = unsaved.filter((order) => order.type === 'seek' || included-- <= 0)
          savedDeeds = event.deeds
        }
        tell(event)
        return
      case 'answer':
        if (settleQuestion(event.id)) tell(event)
        return
      default:
        tell(event)
    }
  }

  /** A run that is done or broken does not play on after a loss; a late event from before `play` changes nothing. */
  const settled = (state: string): Speed | undefined =>
    state === 'done' || state === 'problem' ? undefined : speed

  function dropSeeks(): void {
    unsaved = unsaved.filter(isDeed)
  }

  function settleQuestion(id: number): boolean {
    clearTimeout(questions.get(id))
    return questions.delete(id)
  }

  function refuse(id: number, problem: Problem): void {
    if (settleQuestion(id)) tell({ type: 'answer', session, id, problem })
  }

  function lost(problem: Problem): void {
    worker = undefined
    for (const id of [...questions.keys()]) refuse(id, problem)
    losses = [...losses.filter((time) => now() - time < LOSSES_WITHIN_MS), now()]
    if (losses.length >= MOST_LOSSES) {
      report(problem)
      return
    }
    report({ ...problem, step: saved?.step ?? 0, goesOn: true })
    held = [...unsaved, ...held]
    unsaved = []
    savedDeeds = 0
    void begin()
  }

  void begin()
  return {
    send(order) {
      if (closed) return
      if (order.type === 'play') speed = order.speed
      else if (order.type === 'pause' || order.type === 'step') speed = undefined
      else if (order.type === 'visible') visible = order.visible
      else if (order.type === 'look') look = order.look
      else if (order.type === 'ask') {
        const { id } = order
        questions.set(
          id,
          setTimeout(() => refuse(id, { code: 'crashed', detail: `no answer within ${askMs} ms` }), askMs),
        )
      }
      if (worker !== undefined) post(order)
      else if (!['play', 'pause', 'visible', 'look', 'ack', 'stop'].includes(order.type)) held.push(order)
    },
    close() {
      if (closed) return
      closed = true
      for (const timer of questions.values()) clearTimeout(timer)
      worker?.post({ type: 'stop', session })
      worker?.leave(session)
    },
  }
}
