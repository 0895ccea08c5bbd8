import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { findDifferences } from './compare/differences.ts'
import { compareStrings } from './compare/strings.ts'
import { onFigureEvent, sendFigureEvent, type FigureIslandInput } from './island.ts'
import type { Params, Values } from '../protocol/params.ts'
import { parseRecorded } from '../protocol/recorded.ts'
import type { Speed } from '../protocol/spec.ts'
import { parseValues } from '../protocol/values.ts'
import { shownParams } from './parts/describe.ts'
import { drawnWidth, type Column } from './parts/drawn.ts'
import { presentPreset } from './parts/presets.ts'
import { headline } from './parts/curveShape.ts'
import { usePresenting } from './present/usePresenting.ts'
import { liveStep, type Phase } from './run/model.ts'
import type { OpenSession } from './run/port.ts'
import { endStepOf, useRun } from './run/useRun.ts'
import { whatIsShown } from './shown.ts'
import { playerStrings } from './strings.ts'
import { useTakers } from './takers.ts'
import { useDeeds } from './useDeeds.ts'
import { useOnScreen } from './useOnScreen.ts'
import {
  $backend,
  $hidden,
  $nothingToHide,
  $strangers,
  $unknownBackend,
  readPageSettings,
} from './values/pageSettings.ts'
import { useAtom } from './values/useAtom.ts'
import { useFigureValues } from './values/useFigureValues.ts'

const NOTHING: ReadonlySet<string> = new Set()
const NONE: readonly string[] = []
const SPEEDS: readonly Speed[] = [1, 10, 60, 'max']

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
  const state = useFigureValues(slug, figure, spec.params, base, props.home === true)
  const { values, sides } = state
  const backend = useAtom($backend, null)
  const unknownBackend = useAtom($unknownBackend, null)
  const strangers = useAtom($strangers, NONE)
  const nothingToHide = useAtom($nothingToHide, NONE)
  const hidden = useAtom($hidden, NOTHING)
  useEffect(readPageSettings, [])

  const presenting = usePresenting(figure, root)
  const takers = useTakers(props.takers, presenting)
  const width = drawnWidth(column, sides.length, presenting)
  const run = useRun({ spec, sides, width, backend, recordedStep: recorded?.step ?? 0, openSession })
  const { model, commands } = run
  useOnScreen(root, commands.visible)

  const deeds = useDeeds(state, commands)
  const { setValues } = deeds

  const shown = useMemo(() => whatIsShown(spec, sides, model, recorded), [spec, sides, model, recorded])
  const first = spec.run ? headline(spec.run.metrics) : null
  // Of two compared settings the controls' own leads: its readings are told.
  const lead = Math.max(
    0,
    shown.members.findIndex(({ side }) => side === sides.length - 1),
  )
  useMeasured(figure, shown.recorded ? undefined : shown.histories[lead])
  const guess = useGuess(figure)

  const step = liveStep(model)
  const endStep = endStepOf(spec, sides)
  const last = Math.max(endStep, step, shown.step)
  const phase: Phase | 'still' = spec.run ? model.phase : 'still'
  const strings = playerStrings[locale]
  const text = code.strings[locale]
  const differences = useMemo(() => {
    const [a, b] = sides
    const { another } = compareStrings[locale]
    return a && b ? findDifferences(spec.params, a.values, b.values, text, strings, another) : []
  }, [spec, sides, text, strings, locale])
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
    ...deeds,
    sides,
    /** Two settings stand side by side. */
    comparing: sides.length > 1,
    /** There is something to set, so there is something to compare. */
    comparable: props.home !== true && (controls.length > 0 || spec.presets !== undefined),
    /** What tells A from B. */
    differences,
    lead,
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
    nothingToHide,
    presenting,
    takers,
    column,
    /** The width that a picture is drawn for. */
    width,
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
