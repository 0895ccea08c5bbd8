/** The worker of one engine: opens its backend, finds experiments by folder, hands commands to their sessions. */
import { loaded } from '../core/loading.ts'
import type { Experiment } from '../core/run/experiment.ts'
import { makeHost, type Host } from '../core/run/host.ts'
import { problemOf } from '../core/run/problems.ts'
import type { Surroundings } from '../core/run/session.ts'
import { makeReaderData } from '../core/readerData.ts'
import type { DataCommand, WantEvent } from '../protocol/data.ts'
import type { Command, Event, OpenCommand, TimeCommand, TimedEvent } from '../protocol/messages.ts'
import type { AnySpec } from '../protocol/spec.ts'
import { settleOf } from './settle.ts'
import { makeWanting } from './wanting.ts'
import { makeYield } from './yielding.ts'

const experiments = import.meta.glob<{ readonly default: Experiment<AnySpec> }>('../widgets/*/experiment.ts')
const scope = self as unknown as DedicatedWorkerGlobalScope

function post(event: Event | TimedEvent | WantEvent, transfer: ArrayBuffer[] = []): void {
  scope.postMessage(event, transfer)
}

const wanting = makeWanting(post)
const data = makeReaderData(wanting.supply)

type Opened = Pick<Surroundings, 'countTensors' | 'settle'> & { readonly software: boolean }

/** Opens the backend for life. A worker for plain numbers loads no tensor library at all. */
async function openEngine({ engine, forced }: OpenCommand): Promise<Opened> {
  if (engine === 'plain') return { countTensors: () => 0, software: false }
  const [{ openBackend }, tf, { wasmPaths }] = await loaded(
    Promise.all([
      import('../core/backend/open.ts'),
      import('../core/backend/tf.ts'),
      import('../core/backend/wasmPaths.ts'),
    ]),
  )
  const opened = await openBackend(engine, { forced, wasmPaths })
  opened.onLost((detail) => post({ type: 'problem', problem: { code: 'device-lost', detail } }))
  const settle = settleOf(engine, tf)
  return {
    countTensors: () => tf.memory().numTensors,
    software: opened.software,
    ...(settle ? { settle } : {}),
  }
}

async function open(command: OpenCommand): Promise<Host | undefined> {
  try {
    const { software, ...engine } = await openEngine(command)
    const host = makeHost({
      ...engine,
      engine: command.engine,
      data,
      now: () => performance.now(),
      yieldNow: makeYield(),
      wakeAfter(ms, callback) {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
      load: (widget) =>
        experiments[`../widgets/${widget}/experiment.ts`]?.().then((module) => module.default),
      post,
    })
    post({ type: 'ready', backend: command.engine, ...(software ? { software: true } : {}) })
    return host
  } catch (error) {
    post({ type: 'problem', problem: problemOf(error) })
    return undefined
  }
}

/** Times a small training, alone in the worker. */
async function time({ workload }: TimeCommand, opened: Host): Promise<void> {
  const { benchmark } = await import('../core/backend/benchmark.ts')
  await opened.alone(async () => {
    try {
      post({ type: 'timed', workload, msPerStep: await benchmark(workload, () => performance.now()) })
    } catch {
      post({ type: 'timed', workload })
    }
  })
}

let host: Promise<Host | undefined> = Promise.resolve(undefined)
scope.onmessage = ({ data: command }: MessageEvent<OpenCommand | TimeCommand | DataCommand | Command>) => {
  if (command.type === 'open') host = open(command)
  // A run that is being made waits for it, so it must not wait for the runs.
  else if (command.type === 'data') wanting.hear(command)
  else
    void host.then((opened) => {
      if (opened === undefined) return
      if (command.type === 'time') return time(command, opened)
      opened.receive(command)
    })
}

const tell = (reason: unknown): void => {
  post({ type: 'problem', problem: { ...problemOf(reason), code: 'worker-lost' } })
}
scope.onerror = (message) => tell(message)
scope.onunhandledrejection = ({ reason }) => tell(reason)
