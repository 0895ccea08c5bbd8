import { makeReaderData } from '../../../src/core/readerData.ts'
import type { WorkerLike } from '../../../src/player/client/engineWorker.ts'
import type { DataCommand, WantEvent } from '../../../src/protocol/data.ts'
import type {
  Command,
  Engine,
  Event,
  OpenCommand,
  Problem,
  TimeCommand,
  TimedEvent,
} from '../../../src/protocol/messages.ts'
import { makeHost, type Host } from '../../../src/core/run/host.ts'
import type { Experiment } from '../../../src/core/run/experiment.ts'
import type { AnySpec } from '../../../src/protocol/spec.ts'
import { makeWanting } from '../../../src/worker/wanting.ts'

export interface Device {
  /** Why an engine can't be opened, by engine; a forced one is judged by its own entry, `webgl!`. */
  readonly refusals?: Partial<Record<Engine | `${Engine}!`, Problem>>
  /** Milliseconds per step, by engine. */
  readonly speeds?: Partial<Record<Engine, number>>
  /** Throws as a browser that blocks workers does. */
  readonly blocked?: boolean
  /** The script is not let in, or can't be fetched: the browser says nothing of why. */
  readonly unopened?: 'refused' | 'unreachable'
  /** Engines that the processor only imitates. */
  readonly software?: readonly Engine[]
}

/** The workers of a made-up device, each with a real host inside, in this very thread. */
export function makeDevice(experiment: Experiment<AnySpec>, device: Device = {}) {
  const workers: FakeWorker[] = []
  const spawn = (): WorkerLike => {
    if (device.blocked === true) throw new DOMException('blocked', 'SecurityError')
    const worker = new FakeWorker(experiment, device)
    workers.push(worker)
    return worker
  }
  const reachable = () => Promise.resolve(device.unopened !== 'unreachable')
  return {
    workers,
    spawn,
    reachable,
    alive: () => workers.filter((worker) => !worker.terminated).map((w) => w.engine),
  }
}

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  onmessageerror: WorkerLike['onmessageerror'] = null
  engine: Engine | undefined
  terminated = false
  readonly commands: Command[] = []
  private host: Host | undefined
  private readonly wanting = makeWanting((event) => this.say(event))

  constructor(
    private readonly experiment: Experiment<AnySpec>,
    private readonly device: Device,
  ) {}

  say(event: Event | TimedEvent | WantEvent): void {
    const data = structuredClone(event)
    setImmediate(() => {
      if (!this.terminated) this.onmessage?.({ data } as MessageEvent<Event | TimedEvent | WantEvent>)
    })
  }

  crash(message: string): void {
    this.onerror?.({ message } as ErrorEvent)
  }

  postMessage(message: OpenCommand | TimeCommand | DataCommand | Command): void {
    const given = structuredClone(message)
    setImmediate(() => this.receive(given))
  }

  terminate(): void {
    this.terminated = true
  }

  private receive(message: OpenCommand | TimeCommand | DataCommand | Command): void {
    if (this.terminated) return
    if (message.type === 'open') this.open(message)
    else if (message.type === 'data') this.wanting.hear(message)
    else if (message.type === 'time') {
      const msPerStep = this.engine && this.device.speeds?.[this.engine]
      this.say({
        type: 'timed',
        workload: message.workload,
        ...(msPerStep === undefined ? {} : { msPerStep }),
      })
    } else {
      this.commands.push(message)
      this.host?.receive(message)
    }
  }

  private open({ engine, forced }: OpenCommand): void {
    this.engine = engine
    if (this.device.unopened !== undefined) {
      this.onerror?.({} as ErrorEvent)
      return
    }
    const asked: Engine | `${Engine}!` = forced ? `${engine}!` : engine
    const refusal = this.device.refusals?.[asked]
    if (refusal) {
      this.say({ type: 'problem', problem: refusal })
      return
    }
    this.host = makeHost({
      now: () => performance.now(),
      post: (event) => {
        if (!this.terminated) this.say(event)
      },
      engine,
      data: makeReaderData(this.wanting.supply),
      countTensors: () => 0,
      yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
      wakeAfter(ms, callback) {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
      load: (widget) => (widget === 'toy' ? Promise.resolve(this.experiment) : undefined),
    })
    const software = this.device.software?.includes(engine) === true
    this.say({ type: 'ready', backend: engine, ...(software ? { software } : {}) })
  }
}
