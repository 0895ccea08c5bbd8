import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { onFigureEvent, sendFigureEvent, type FigureIslandInput } from './island.ts'
import type { Params, Values } from '../protocol/params.ts'
import { parseRecorded } from '../protocol/recorded.ts'
import type { Speed } from '../protocol/spec.ts'
import { parseValues } from '../protocol/values.ts'
import { shownParams } from './parts/describe.ts'
import { DRAWN_WIDTHS, type DrawnSize } from './parts/drawn.ts'
import { presentPreset } from './parts/presets.ts'
import { headline } from './parts/curveShape.ts'
import { usePresenting } from './present/usePresenting.ts'
import { liveStep, type Phase } from './run/model.ts'
import type { OpenSession } from './run/port.ts'
import { useRun } from './run/useRun.ts'
import { whatIsShown } from './shown.ts'
import { playerStrings } from './strings.ts'
import { useOnScreen } from './useOnScreen.ts'
import { $backend, $hidden, $strangers, $unknownBackend, readPageSettings } from './values/pageSettings.ts'
import { useAtom } from './values/useAtom.ts'
import { useFigureValues } from './values/useFigureValues.ts'

const NOTHING: ReadonlySet<string> = new Set()
const NONE: readonly string[] = []
const SPEEDS: readonly Speed[] = [1, 10, 60, 'max']

/** The stage as measured on the page: inner width and height in CSS px, and the picture that fits. */
export interface Column {
  readonly width: number
  readonly height: number
  readonly size: DrawnSize
}

/** Everything a figure knows and can do, for its parts to draw. */
export function useFigure(props: FigureIslandInput, openSession: OpenSession, column: Column) {
  const { code, figure, slug, locale } = props
  const { spec } = code
  const root = useRef<HTMLElement>(null)
  const base = useMemo<Values<Params>>(
    () => parseValues(spec.params, props.values).values,
    [spec, props.values],
  )
  const recorded = useMemo(
    () => (props.recorded === null || props.recorded === undefined ? null : parseRecorded(props.recorded)),
    [props.recorded],
  )
  const state = useFigureValues(slug, figure, spec.params, base)
  const { values, set, undo: undoValues } = state
  const backend = useAtom($backend, null)
  const unknownBackend = useAtom($unknownBackend, null)
  const strangers = useAtom($strangers, NONE)
  const hidden = useAtom($hidden, NOTHING)
  useEffect(readPageSettings, [])

  const presenting = usePresenting(figure, root)
  const width = presenting ? column.width : DRAWN_WIDTHS[column.size]
  const run = useRun({ spec, values, width, backend, openSession })
  const { model, commands } = run
  useOnScreen(root, commands.visible)

  const [deeds, setDeeds] = useState<readonly ('values' | 'act')[]>([])
  const setValues = useCallback(
    (given: Readonly<Record<string, unknown>>) => {
      if (set(given)) setDeeds((past) => [...past.slice(-99), 'values'])
    },
    [set],
  )
  const act = useCallback(
    (action: unknown, member?: number) => {
      setDeeds((past) => [...past.slice(-99), 'act'])
      commands.act(action, member)
    },
    [commands],
  )
  const undo = useCallback(() => {
    const last = deeds.at(-1)
    setDeeds(deeds.slice(0, -1))
    if (last === 'act') commands.undoAct()
    else if (last === 'values') undoValues()
  }, [commands, undoValues, deeds])

  const shown = useMemo(() => whatIsShown(spec, values, model, recorded), [spec, values, model, recorded])
  const first = spec.run ? headline(spec.run.metrics) : null
  useMeasured(figure, model.revealed ? model.histories[0] : undefined)
  const guess = useGuess(figure)

  const step = liveStep(model)
  const endStep = spec.run?.endStep(values) ?? 0
  const last = Math.max(endStep, step, shown.step)
  const phase: Phase | 'still' = spec.run ? model.phase : 'still'
  const strings = playerStrings[locale]
  const text = code.strings[locale]
  const controls = useMemo(() => shownParams(spec.params, values, hidden), [spec, values, hidden])
  const settings = useMemo(
    () => ({ spec, base, values, controls, hidden, text, strings, locale, setValues }),
    [spec, base, values, controls, hidden, text, strings, locale, setValues],
  )
  const seedKey =
    Object.keys(spec.params).find((key) => {
      const param = spec.params[key]
      return param?.kind === 'seed' && (param.when?.(values) ?? true)
    }) ?? null
  const presets = Object.keys(spec.presets ?? {})
  const nextPreset = presets.indexOf(presentPreset(spec, values, base)) + 1
  const speeds: readonly Speed[] = spec.run?.phases ? ['slow', ...SPEEDS] : SPEEDS
  return {
    ...props,
    root,
    spec,
    base,
    strings,
    text,
    settings,
    state,
    values,
    setValues,
    act,
    undo,
    canUndo: deeds.length > 0,
    model,
    commands,
    shown,
    recorded,
    headline: first,
    guess,
    step,
    last,
    phase,
    controls,
    seedKey,
    speeds,
    nextPreset,
    backend,
    unknownBackend,
    strangers,
    presenting,
    column,
    hide: (part: string): boolean => hidden.has(part),
  }
}

export type FigureState = ReturnType<typeof useFigure>
/** What the controls need: it changes with the values, not with each frame. */
export type Settings = FigureState['settings']

/** Tells the page each new measurement, for exercises that a figure checks. */
function useMeasured(
  figure: string,
  history:
    | { readonly steps: readonly number[]; readonly metrics: Readonly<Record<string, readonly number[]>> }
    | undefined,
): void {
  useEffect(() => {
    const row = (history?.steps.length ?? 0) - 1
    const step = history?.steps[row]
    if (history === undefined || step === undefined) return
    const metrics = Object.fromEntries(
      Object.entries(history.metrics).map(([id, column]) => [id, column[row] ?? Number.NaN]),
    )
    sendFigureEvent('figure:measured', { figure, step, metrics })
  }, [figure, history])
}

/** What the reader predicted in the text. */
function useGuess(figure: string): { readonly label: string; readonly sketch: string | null } | null {
  const [guess, setGuess] = useState<{ label: string; sketch: string | null } | null>(null)
  useLayoutEffect(
    () =>
      onFigureEvent('figure:guess', (detail) => {
        if (detail.figure === figure) setGuess({ label: detail.label, sketch: detail.sketch })
      }),
    [figure],
  )
  return guess
}
