import { memo, useDeferredValue, useMemo } from 'react'
import { textWidth } from '../../charts/scale.ts'
import { isSketch } from '../../charts/sketches.ts'
import type { History } from '../../protocol/history.ts'
import type { PlayerStrings } from '../strings.ts'
import { SideLetters } from '../compare/SideLetters.tsx'
import {
  curvePath,
  drawnMetrics,
  freePlaces,
  heightsBetween,
  sketchPath,
  limitsOf,
  stepToX,
  valueAtStep,
  valueToY,
  xToStep,
  type Area,
  type Limits,
  type MetricSpecs,
  type Place,
} from './curveShape.ts'

/** What the scrubber draws: curves over steps, where the run stands, what the reader guessed. */
export interface CurveProps {
  metrics: MetricSpecs
  /** The widget's name of the headline. */
  headlineName: string
  histories: readonly History[]
  future: readonly History[]
  /** The run whose curve is in ink. */
  lead: number
  /** Where two settings are compared: a letter for the first run of each. */
  letters: readonly (string | null)[]
  step: number
  last: number
  presenting: boolean
  guess: { readonly label: string; readonly sketch: string | null } | null
  strings: PlayerStrings
}

interface Drawn {
  readonly histories: readonly History[]
  readonly future: readonly History[]
  readonly step: number
}

const valuesOf = (history: History | undefined, id: string): readonly number[] => history?.metrics[id] ?? []

/** The measured curve over its time line: past in ink, a known future in thin grey. */
export function Curve(props: CurveProps & { area: Area }) {
  const { metrics, histories, future, lead, letters, step, last, area, presenting } = props
  const ids = useMemo(() => drawnMetrics(metrics), [metrics])
  const log = metrics[ids[0] ?? '']?.scale === 'log'
  // Where the run stands follows every frame; its thousands of points are drawn when there is time for them.
  const drawn = useDeferredValue(useMemo(() => ({ histories, future, step }), [histories, future, step]))
  const limits = useMemo(
    () =>
      limitsOf(
        [...drawn.histories, ...drawn.future].flatMap((history) => ids.map((id) => valuesOf(history, id))),
        log,
      ),
    [drawn, ids, log],
  )
  const x = (at: number): number => stepToX(at, last, area)
  const y = (value: number): number => valueToY(value, limits, log, area)
  const base = area.height - area.foot
  const valueNow = (run: number): number | null =>
    valueAtStep(histories[run]?.steps ?? [], valuesOf(histories[run], ids[0] ?? ''), step)
  const now = valueNow(lead)
  const marked = letters.flatMap((letter, run) => {
    const value = letter === null ? null : valueNow(run)
    return letter === null || value === null ? [] : [{ letter, y: y(value), lead: run === lead }]
  })
  const strokes = presenting ? BIG : NORMAL
  return (
    <svg
      className={presenting ? 'big' : undefined}
      width="100%"
      height={area.height}
      viewBox={`0 0 ${area.width} ${area.height}`}
      aria-hidden="true"
    >
      <Lines drawn={drawn} ids={ids} limits={limits} {...props} />
      <line x1={x(0)} x2={x(last)} y1={base} y2={base} stroke="var(--rule-2)" strokeWidth={strokes.line} />
      <line x1={x(0)} x2={x(step)} y1={base} y2={base} stroke="var(--live)" strokeWidth={strokes.done} />
      {now !== null && (
        <>
          <line x1={x(step)} x2={x(step)} y1={y(now)} y2={base} stroke="var(--live)" strokeWidth="1.5" />
          <circle cx={x(step)} cy={y(now)} r={presenting ? 6 : 3.5} fill="var(--live)" />
        </>
      )}
      <SideLetters marked={marked} x={x(step)} area={area} big={presenting} />
      <circle
        className="scrub-ring"
        cx={x(step)}
        cy={base}
        r={presenting ? 12 : 8}
        fill="var(--plate)"
        stroke="var(--live)"
        strokeWidth={presenting ? 4 : 3}
      />
    </svg>
  )
}

const NORMAL = { past: 1.75, future: 1.25, line: 2, done: 3 }
const BIG = { past: 3, future: 1.5, line: 3, done: 5 }

interface LinesProps {
  drawn: Drawn
  ids: readonly string[]
  limits: Limits
  metrics: MetricSpecs
  headlineName: string
  lead: number
  letters: CurveProps['letters']
  last: number
  presenting: boolean
  guess: CurveProps['guess']
  strings: PlayerStrings
  area: Area
}

/** All curves, and the words that name them. */
const Lines = memo(
  function Lines(props: LinesProps) {
    const { drawn, ids, limits, metrics, lead, letters, last, area, presenting, guess } = props
    const { histories, future, step } = drawn
    const log = metrics[ids[0] ?? '']?.scale === 'log'
    const x = (at: number): number => stepToX(at, last, area)
    const y = (value: number): number => valueToY(value, limits, log, area)
    const strokes = presenting ? BIG : NORMAL
    const path = (history: History, id: string, from: number, to: number): string =>
      curvePath(history.steps, valuesOf(history, id), from, to, x, y)
    const ahead = (history: History, i: number): History => {
      const later = future[i]
      return later && (later.steps.at(-1) ?? -1) > (history.steps.at(-1) ?? -1) ? later : history
    }
    return (
      <>
        <g fill="none" strokeLinejoin="round">
          {histories.map((history, member) =>
            ids.map((id) => (
              <g key={`${member}-${id}`} strokeDasharray={metrics[id]?.role === 'test' ? '5 3' : undefined}>
                <path
                  d={path(ahead(history, member), id, step, Infinity)}
                  stroke="var(--rule-2)"
                  strokeWidth={strokes.future}
                />
                <path
                  d={path(history, id, 0, step)}
                  stroke={member === lead ? 'var(--ink)' : 'var(--ref)'}
                  strokeWidth={member === lead || letters[member] != null ? strokes.past : strokes.future}
                />
              </g>
            )),
          )}
          {guess?.sketch != null && isSketch(guess.sketch) && (
            <path className="guess" d={sketchPath(guess.sketch, area)} />
          )}
        </g>
        <Words {...props} log={log} y={y} />
      </>
    )
  },
  (before, after) =>
    before.drawn === after.drawn &&
    before.limits === after.limits &&
    before.last === after.last &&
    before.lead === after.lead &&
    before.letters === after.letters &&
    before.guess === after.guess &&
    before.presenting === after.presenting &&
    before.area.width === after.area.width &&
    before.headlineName === after.headlineName,
)

/** What the curve is, and what the reader guessed, where they cover the curves least. */
function Words(props: LinesProps & { log: boolean; y: (value: number) => number }) {
  const { area, log, headlineName, drawn: curves, guess, strings, presenting, ids, last, y } = props
  const line = presenting ? 26 : 17
  const all = [...curves.histories, ...curves.future]
  const drawn = all.some((history) => history.steps.length > 1) && area.width > (presenting ? 460 : 240)
  const rows = [line, Math.round(area.height / 2), area.height - area.foot - 8]
  const between = (from: number, to: number): readonly number[] =>
    heightsBetween(all, ids, xToStep(from, last, area), xToStep(to, last, area), y)
  const placeOf = (words: string, taken?: Place): Place | undefined =>
    freePlaces(textWidth(words, line - 4), rows, line, area, between).find(
      (place) => taken === undefined || place.y !== taken.y,
    )
  const name = log ? strings.transport.logScale(headlineName) : headlineName
  const named = drawn ? placeOf(name) : undefined
  const words = guess === null ? null : strings.transport.guess(guess.label)
  const guessed = words === null ? undefined : placeOf(words, named)
  return (
    <>
      {named && <Written at={named} words={name} className="tick halo" />}
      {guessed && words !== null && <Written at={guessed} words={words} className="tick halo guess" />}
    </>
  )
}

function Written({ at, words, className }: { at: Place; words: string; className: string }) {
  return (
    <text x={at.x} y={at.y} textAnchor={at.anchor} className={className}>
      {words}
    </text>
  )
}
