import { defineExperiment, type Experiment, type Run } from '../../../src/core/run/experiment.ts'
import { makeHost, type Host, type HostOptions } from '../../../src/core/run/host.ts'
import type { Command, Event, SavedSession, Status } from '../../../src/protocol/messages.ts'
import { defineParams, number, seed } from '../../../src/protocol/params.ts'
import { emptyHistory, updateHistory, type History } from '../../../src/protocol/history.ts'
import { defineSpec, type AnySpec, type RunSpec } from '../../../src/protocol/spec.ts'

/** A walk whose every step depends on the seed, the rate and what the reader did: enough to tell two pasts apart. */
export interface ToyFrame {
  readonly position: number
  readonly trail: Float32Array
}
interface ToyState {
  readonly weights: Float64Array
  readonly rng: Uint32Array
  readonly rate: number
}

const params = defineParams({
  rate: number({ default: 0.5, min: 0, max: 1e9, live: true }),
  start: number({ default: 0, min: -100, max: 100 }),
  zoom: number({ default: 1, min: 1, max: 10, look: true }),
  seed: seed(),
})

export type ToyAction = { readonly kind: 'push'; readonly by: number }
export type ToyTraffic = { frame: ToyFrame; action: ToyAction; question: { double: number }; answer: number }

/** Time that fake steps take, on top of what the fake clock says. */
export const work = { time: 0 }

export interface ToyOptions {
  /** Milliseconds that a step takes. */
  readonly cost?: number
  readonly run?: Partial<Omit<RunSpec<typeof params>, 'members'>>
  /** Called before every step, with the number of steps done and the member. */
  readonly onStep?: (step: number, member: number) => void | Promise<void>
  /** Changes the run that `create` answers. */
  readonly change?: (run: Run<AnySpec>, member: number) => Partial<Run<AnySpec>>
  readonly log?: string[]
}

export function makeToy(options: ToyOptions = {}): Experiment<AnySpec> {
  const spec = defineSpec<ToyTraffic>()({
    name: 'toy',
    params,
    run: {
      workload: 'plain',
      stepIs: 'update',
      metrics: { loss: { scale: 'linear' } },
      measureEvery: 1,
      speed: 'max',
      endStep: () => 1e9,
      ...options.run,
    },
  })
  const toy = defineExperiment(spec, {
    create(values, { rng, member }) {
      let rate = values.rate
      let weights = Float64Array.of(values.start, 0)
      const doStep = (): void => {
        weights[0] += rate * rng.normal() - 0.01 * weights[0]
        weights[1]++
        work.time += options.cost ?? 0.05
      }
      const run: Run<typeof spec> = {
        step() {
          const waiting = options.onStep?.(weights[1], member)
          if (waiting !== undefined) return waiting.then(doStep)
          doStep()
        },
        measure: () => ({ loss: weights[0] ** 2 }),
        frame: ({ values: look }) => ({
          position: weights[0],
          trail: Float32Array.of(Number(look['zoom'] ?? 1), weights[0]),
        }),
        ask: ({ double }) => 2 * double,
        set(changed) {
          rate = changed.rate ?? rate
          options.log?.push(`set ${rate} at ${weights[1]}`)
        },
        act(action) {
          if (action?.kind !== 'push') return
          weights[0] += action.by
          options.log?.push(`push ${action.by} at ${weights[1]}`)
        },
        diagnose: () => ({ cause: 'rate-too-high' }),
        save: (): ToyState => ({ weights: weights.slice(), rng: rng.state(), rate }),
        restore(checkpoint) {
          const state = checkpoint as ToyState
          weights = state.weights.slice()
          rng.setState(state.rng)
          rate = state.rate
        },
        dispose: () => void options.log?.push('disposed'),
      }
      return Object.assign({}, run, options.change?.(run, member) ?? {})
    },
  })
  return toy
}

type FrameEvent = Extract<Event, { type: 'frame' }>

/** A page that drives a host by hand: time moves only when the test or a fake step says so. */
export class FakePage {
  time = 0
  /** What the clock of the steps said when the page was made. */
  readonly born = work.time
  readonly events: Event[] = []
  readonly host: Host
  /** Whether frames are acknowledged as soon as they come. */
  acks = true
  onEvent: (event: Event) => void = () => undefined
  private wakeUps: { at: number; callback: () => void }[] = []
  private yields = 0

  constructor(experiment: Experiment<AnySpec>, options: Partial<HostOptions> = {}) {
    this.host = makeHost({
      // Every look at the clock costs a little, so that a loop that never works still ends its slice.
      now: () => this.now(),
      post: (event) => {
        this.events.push(structuredClone(event))
        this.onEvent(event)
        if (event.type === 'frame' && this.acks)
          queueMicrotask(() => this.host.receive({ type: 'ack', session: event.session }))
      },
      engine: 'plain',
      countTensors: () => 0,
      yieldNow: () => {
        this.yields++
        return new Promise((resolve) => setImmediate(resolve))
      },
      wakeAfter: (ms, callback) => {
        const wakeUp = { at: this.now() + ms, callback }
        this.wakeUps.push(wakeUp)
        return () => void (this.wakeUps = this.wakeUps.filter((w) => w !== wakeUp))
      },
      load: (widget) => (widget === 'toy' ? Promise.resolve(experiment) : undefined),
      ...options,
    })
  }

  now(): number {
    this.time += 0.001
    return this.time + work.time
  }

  send(command: Command): void {
    this.host.receive(command)
  }

  start(given: Partial<Extract<Command, { type: 'start' }>> = {}): void {
    this.send({
      type: 'start',
      session: 's',
      widget: 'toy',
      members: [{}],
      look: { values: {}, width: 600 },
      endStep: 1e9,
      ...given,
    })
  }

  /** Lets the host work until `done` or until it waits for nothing but the reader. */
  async until(done: () => boolean = () => false, turns = 5000): Promise<void> {
    for (let quiet = 0; !done() && turns > 0; turns--) {
      const before = this.yields
      await new Promise((resolve) => setImmediate(resolve))
      quiet = this.yields === before ? quiet + 1 : 0
      if (quiet < 3) continue
      const next = this.wakeUps.reduce<(typeof this.wakeUps)[number] | undefined>(
        (a, b) => (a === undefined || b.at < a.at ? b : a),
        undefined,
      )
      if (next === undefined) return
      this.time = Math.max(this.time, next.at - work.time)
      this.wakeUps = this.wakeUps.filter((w) => w !== next)
      next.callback()
    }
    if (turns === 0) throw new Error('The host never came to rest.')
  }

  frames(session = 's'): FrameEvent[] {
    return this.events.filter((e): e is FrameEvent => e.type === 'frame' && e.session === session)
  }
  status(session = 's'): Status {
    const last = this.events.findLast(
      (e) => (e.type === 'frame' || e.type === 'status') && e.session === session,
    )
    if (last?.type !== 'frame' && last?.type !== 'status') throw new Error('No status yet.')
    return last.status
  }
  saved(session = 's'): SavedSession {
    const last = this.events.findLast((e) => e.type === 'saved' && e.session === session)
    if (last?.type !== 'saved') throw new Error('Nothing saved yet.')
    return last.saved
  }
  problems() {
    return this.events.filter((e) => e.type === 'problem').map((e) => e.problem)
  }
  /** The measured rows of a member, put together from the frames' updates. */
  curve(member = 0): History {
    return this.frames().reduce((all, frame) => updateHistory(all, frame.histories[member]), emptyHistory)
  }
  /** The walker's position in the newest frame. */
  position(member = 0): number {
    return (this.frames().at(-1)?.frames[member] as ToyFrame).position
  }
}
