/** Sessions that run in the page itself, without a worker: for looking at the player, and for its tests. */
import { makeHost } from '../../../src/core/run/host.ts'
import type { Experiment } from '../../../src/core/run/experiment.ts'
import type { Event } from '../../../src/protocol/messages.ts'
import type { AnySpec } from '../../../src/protocol/spec.ts'
import type { OpenSession } from '../../../src/player/run/port.ts'
import { placesOf } from '../../../src/player/run/sides.ts'

const experiments = import.meta.glob<{ readonly default: Experiment<AnySpec> }>([
  '../../../src/widgets/*/experiment.ts',
  '../../player/fake/*/experiment.ts',
])

const listeners = new Map<string, (event: Event) => void>()
let opened = 0

const host = makeHost({
  engine: 'plain',
  now: () => performance.now(),
  post(event) {
    if ('session' in event && event.session !== undefined) {
      const listen = listeners.get(event.session)
      setTimeout(() => listen?.(structuredClone(event)))
    }
  },
  countTensors: () => 0,
  yieldNow: () => new Promise((resolve) => setTimeout(resolve)),
  wakeAfter(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
  load: (widget) =>
    Object.entries(experiments)
      .find(([path]) => path.endsWith(`/${widget}/experiment.ts`))?.[1]()
      .then((module) => module.default),
})

export const openSession: OpenSession = (start, listen) => {
  const session = `page-${++opened}`
  listeners.set(session, listen)
  const { widget, look, endStep, saved } = start
  host.receive({
    type: 'start',
    session,
    widget,
    look,
    endStep,
    members: start.members.map((member) => member.values),
    places: placesOf(start.members),
    ...(saved ? { saved } : {}),
  })
  return {
    send: (order) => host.receive({ ...order, session }),
    close() {
      listeners.delete(session)
      host.receive({ type: 'stop', session })
    },
  }
}
