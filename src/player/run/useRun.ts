import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { BackendId, Whom } from '../../protocol/messages.ts'
import type { AnySpec, Speed } from '../../protocol/spec.ts'
import { asksRun, planChange } from './changes.ts'
import type { RunModel } from './model.ts'
import type { OpenSession, Start } from './port.ts'
import { makeRunStore, type RunStore } from './runStore.ts'
import { lookOfSides, membersOfSides, type Side } from './sides.ts'

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
  act(action: unknown, whom?: Whom): void
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
  /** One setting, or two that are compared: their runs share one session, and one time. */
  readonly sides: readonly Side[]
  readonly width: number
  readonly backend: BackendId | null
  /** The step of the recorded frame; 0 where there is none. */
  readonly recordedStep: number
  readonly openSession: OpenSession
}

function startOf({ spec, sides, width, backend }: Options): Start {
  return {
    widget: spec.name,
    workload: spec.run?.workload ?? 'plain',
    members: membersOfSides(spec, sides),
    look: lookOfSides(spec, sides, width),
    endStep: endStepOf(spec, sides),
    ...(backend === null ? {} : { backend }),
  }
}

/** The step at which the longest of the compared runs is done. */
export const endStepOf = ({ run }: AnySpec, sides: readonly Side[]): number =>
  Math.max(0, ...sides.map(({ values }) => run?.endStep(values) ?? 0))

/**
 * Owns a figure's runs: opens them at the reader's first touch, follows the values, closes them with the figure.
 * Nothing is loaded before that touch.
 */
export function useRun(options: Options): UseRun {
  const { spec, sides, width, backend, openSession } = options
  const [store] = useState(() => makeRunStore(openSession, spec.run?.speed ?? 'max', () => performance.now()))
  const model = useModel(store)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useFollowSides(store, spec, sides, latest)

  const known = useRef({ width, backend })
  useEffect(() => {
    if (known.current.backend !== backend) store.wish({ type: 'move', start: startOf(latest.current) })
    else if (known.current.width !== width)
      store.wish({ type: 'look', look: lookOfSides(spec, latest.current.sides, width) })
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
      act: (action, whom = 'all') => store.wish({ type: 'act', start: start(), member: whom, action }),
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

/** Carries each change of the settings to their runs: live, as a look, in another order, or as new runs from step 0. */
function useFollowSides(
  store: ReturnType<typeof makeRunStore>,
  spec: AnySpec,
  sides: readonly Side[],
  latest: { readonly current: Options },
): void {
  const before = useRef(sides)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const restartedAt = useRef(-Infinity)
  useEffect(() => {
    const change = planChange(spec, before.current, sides)
    const asked = asksRun(spec, before.current, sides)
    before.current = sides
    // A restart that is due begins with whatever holds by then.
    if (!spec.run || timer.current !== null) return
    const idle = store.get().session === null
    if (change.restart || (idle && change.sets.length > 0)) {
      const wait = Math.max(0, restartedAt.current + RESTART_PAUSE - performance.now())
      timer.current = setTimeout(() => {
        timer.current = null
        restartedAt.current = performance.now()
        store.wish({ type: 'restart', start: startOf(latest.current) })
      }, wait)
      return
    }
    if (change.from !== null)
      store.wish({ type: 'regroup', start: startOf(latest.current), from: change.from })
    if (change.sets.length > 0)
      store.wish({ type: 'set', sets: change.sets, members: membersOfSides(spec, sides) })
    if (change.look) store.wish({ type: 'look', look: lookOfSides(spec, sides, latest.current.width) })
    const { recordedStep } = latest.current
    if (asked && !store.get().revealed)
      store.wish({ type: 'seek', start: startOf(latest.current), step: recordedStep })
  }, [store, spec, sides, latest])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
}
