import type { Problem } from '../../protocol/messages.ts'
import type { Speed } from '../../protocol/spec.ts'
import { advance } from './advance.ts'
import { idleModel, type RunModel } from './model.ts'
import type { OpenSession, SessionPort, Start } from './port.ts'
import type { Effect, Wish } from './wishes.ts'

/** Holds a figure's run model, carries its effects to the worker, and tells the page of each change. */
export interface RunStore {
  get(): RunModel
  /** `hurry` is false for a frame of a run that plays by itself: nobody waits for that picture with a hand on a control. */
  subscribe(listener: (hurry: boolean) => void): () => void
  /** The page has drawn this model: the worker may send its next frame. */
  drawn(model: RunModel): void
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

/** After the reader has touched something, pictures are drawn at once for this many milliseconds. */
const HURRY_MS = 500

/** `now` is a clock in milliseconds. */
export function makeRunStore(openSession: OpenSession, speed: Speed, now: () => number): RunStore {
  let model = idleModel(speed)
  let port: SessionPort | null = null
  let asked = 0
  const pending = new Map<number, Pending>()
  const listeners = new Set<(hurry: boolean) => void>()
  let owed: { readonly picture: RunModel['now']; readonly ack: () => void } | null = null
  let touched = -Infinity

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
      const [next, effects] = advance(model, { type: 'event', session, event })
      if (event.type === 'frame') owed = { picture: next.now, ack: () => opened.send({ type: 'ack' }) }
      become(next, effects, event.type !== 'frame' || !next.playing || now() < touched + HURRY_MS)
    })
    port = opened
  }

  function become(next: RunModel, effects: readonly Effect[], hurry: boolean): void {
    const changed = next !== model
    model = next
    effects.forEach(make)
    if (changed) for (const listener of listeners) listener(hurry)
  }

  const wish = (given: Wish): void => {
    touched = now()
    become(...advance(model, given), true)
  }

  return {
    get: () => model,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    drawn(shown) {
      if (owed === null || shown.now !== owed.picture) return
      owed.ack()
      owed = null
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
      owed = null
      model = idleModel(model.speed)
      for (const listener of listeners) listener(true)
    },
  }
}
