import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { Params, Values } from '../../protocol/params.ts'
import type { BackendId } from '../../protocol/messages.ts'
import { membersOf, type AnySpec, type Speed } from '../../protocol/spec.ts'
import { planChange } from './changes.ts'
import type { RunModel } from './model.ts'
import type { OpenSession, Start } from './port.ts'
import { makeRunStore, type RunStore } from './runStore.ts'

/** A slider being dragged may ask for a new run at every pixel; no more than one per this many milliseconds is made. */
const RESTART_PAUSE = 140

export interface RunCommands {
  /** The reader is about to play: load what that needs, show nothing yet. */
  warm(): void
  play(): void
  pause(): void
  step(count?: number): void
  /** The next named part of a step. */
  phase(): void
  reset(): void
  drag(step: number): void
  seek(step: number): void
  speed(speed: Speed): void
  act(action: unknown, member?: number): void
  undoAct(): void
  ask(question: unknown, member?: number): Promise<unknown>
  visible(visible: boolean): void
  dismiss(): void
}

export interface UseRun {
  readonly model: RunModel
  readonly commands: RunCommands
}

interface Options {
  readonly spec: AnySpec
  readonly values: Values<Params>
  readonly width: number
  readonly backend: BackendId | null
  readonly openSession: OpenSession
}

/** The values that only alter what is looked at. */
function lookValues(spec: AnySpec, values: Values<Params>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => spec.params[key]?.look))
}

function startOf({ spec, values, width, backend }: Options): Start {
  return {
    widget: spec.name,
    workload: spec.run?.workload ?? 'plain',
    members: membersOf(spec, values),
    look: { values: lookValues(spec, values), width },
    endStep: spec.run?.endStep(values) ?? 0,
    ...(backend === null ? {} : { backend }),
  }
}

/**
 * Owns a figure's runs: opens them at the reader's first touch, follows the values, closes them with the figure.
 * Nothing is loaded before that touch.
 */
export function useRun(options: Options): UseRun {
  const { spec, values, width, backend, openSession } = options
  const [store] = useState(() => makeRunStore(openSession, spec.run?.speed ?? 'max', () => performance.now()))
  const model = useModel(store)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useFollowValues(store, spec, values, latest)

  const known = useRef({ width, backend })
  useEffect(() => {
    if (known.current.backend !== backend) store.wish({ type: 'move', start: startOf(latest.current) })
    else if (known.current.width !== width)
      store.wish({ type: 'look', look: { values: lookValues(spec, latest.current.values), width } })
    known.current = { width, backend }
  }, [store, spec, width, backend])
  useEffect(() => () => store.close(), [store])

  const commands = useMemo((): RunCommands => {
    const start = () => startOf(latest.current)
    return {
      warm: () => store.wish({ type: 'warm', start: start() }),
      play: () => store.wish({ type: 'play', start: start() }),
      pause: () => store.wish({ type: 'pause' }),
      step: (count = 1) => store.wish({ type: 'step', start: start(), count }),
      phase: () => store.wish({ type: 'step', start: start(), count: 1, byPhase: true }),
      reset: () => store.wish({ type: 'reset', start: start() }),
      drag: (step) => store.wish({ type: 'drag', step }),
      seek: (step) => store.wish({ type: 'seek', start: start(), step }),
      speed: (speed) => store.wish({ type: 'speed', speed }),
      act: (action, member) => store.wish({ type: 'act', start: start(), member: member ?? 'all', action }),
      undoAct: () => store.wish({ type: 'undo' }),
      ask: (question, member = 0) => store.ask(start(), member, question),
      visible: (visible) => store.wish({ type: 'visible', visible }),
      dismiss: () => store.wish({ type: 'dismiss' }),
    }
  }, [store])
  return { model, commands }
}

/**
 * The store's model, for drawing. A playing run's pictures are drawn in small slices, between which the page stays free
 * for scrolling and typing; whatever the reader does is drawn at once.
 */
function useModel(store: RunStore): RunModel {
  const [model, setModel] = useState(store.get)
  useEffect(
    () =>
      store.subscribe((hurry) => {
        if (hurry) setModel(store.get())
        else startTransition(() => setModel(store.get()))
      }),
    [store],
  )
  useEffect(() => {
    const painted = requestAnimationFrame(() => store.drawn(model))
    return () => cancelAnimationFrame(painted)
  }, [store, model])
  return model
}

/** Carries each change of the values to the run: live, as a look, or as a new run from step 0. */
function useFollowValues(
  store: ReturnType<typeof makeRunStore>,
  spec: AnySpec,
  values: Values<Params>,
  latest: { readonly current: Options },
): void {
  const before = useRef(values)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const restartedAt = useRef(-Infinity)
  useEffect(() => {
    const change = planChange(spec, before.current, values)
    before.current = values
    if (!spec.run) return
    const idle = store.get().session === null
    if (change.restart || (idle && change.sets.length > 0)) {
      if (timer.current !== null) return
      const wait = Math.max(0, restartedAt.current + RESTART_PAUSE - performance.now())
      timer.current = setTimeout(() => {
        timer.current = null
        restartedAt.current = performance.now()
        store.wish({ type: 'restart', start: startOf(latest.current) })
      }, wait)
      return
    }
    if (change.sets.length > 0)
      store.wish({ type: 'set', sets: change.sets, members: membersOf(spec, values) })
    if (change.look)
      store.wish({
        type: 'look',
        look: { values: lookValues(spec, values), width: latest.current.width },
      })
  }, [store, spec, values, latest])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
}
