import type { Problem } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import { advance, type Effect, type Wish } from './advance.ts'
import { idleModel, type RunModel } from './model.ts'
import type { OpenSession, SessionPort, Start } from './port.ts'

/** Holds a figure's run model, carries its effects to the worker, and tells the page of each change. */
export interface RunStore {
  get(): RunModel
  subscribe(listener: () => void): () => void
  wish(wish: Wish): void
  /** A question to one member; opens a session if there is none. Rejects with the worker's problem. */
  ask(start: Start, member: number, question: unknown): Promise<unknown>
  /** Ends the session; the model is idle again. */
  close(): void
}

interface Pending {
  resolve(answer: unknown): void
  reject(problem: Problem): void
}

const LOST: Problem = { code: 'worker-lost' }

/** `afterPaint` calls back once what was just changed has been drawn. */
export function makeRunStore(
  openSession: OpenSession,
  speed: Speed,
  afterPaint: (then: () => void) => void,
): RunStore {
  let model = idleModel(speed)
  let port: SessionPort | null = null
  let asked = 0
  const pending = new Map<number, Pending>()
  const listeners = new Set<() => void>()

  const dropQuestions = (): void => {
    for (const { reject } of pending.values()) reject(LOST)
    pending.clear()
  }

  const make = (effect: Effect): void => {
    if (effect.type === 'send') {
      port?.send(effect.order)
      return
    }
    port?.close()
    dropQuestions()
    const { session, start, saved } = effect
    const opened = openSession({ ...start, ...(saved ? { saved } : {}) }, (event) => {
      if (event.type === 'answer') {
        const question = pending.get(event.id)
        pending.delete(event.id)
        if (event.problem) question?.reject(event.problem)
        else question?.resolve(event.answer)
        return
      }
      wish({ type: 'event', session, event })
      if (event.type === 'frame') afterPaint(() => opened.send({ type: 'ack' }))
    })
    port = opened
  }

  const wish = (given: Wish): void => {
    const [next, effects] = advance(model, given)
    const changed = next !== model
    model = next
    effects.forEach(make)
    if (changed) for (const listener of listeners) listener()
  }

  return {
    get: () => model,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wish,
    ask(start, member, question) {
      if (model.session === null) wish({ type: 'warm', start })
      const id = ++asked
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject: (problem) => reject(new Error(problem.code)) })
        port?.send({ type: 'ask', id, member, question })
      })
    },
    close() {
      port?.close()
      port = null
      dropQuestions()
      model = idleModel(model.speed)
      for (const listener of listeners) listener()
    },
  }
}
