import { memo } from 'react'
import { textWidth } from '../../charts/scale.ts'
import { isSketch } from '../../charts/sketches.ts'
import type { History } from '../../protocol/history.ts'
import type { PlayerStrings } from '../strings.ts'
import {
  curvePath,
  freePlaces,
  heightsBetween,
  sketchPath,
  stepToX,
  valueToY,
  xToStep,
  type Area,
  type Limits,
  type MetricSpecs,
  type Place,
} from './curveShape.ts'

const NORMAL = { past: 1.75, future: 1.25, line: 2, done: 3 }
const BIG = { past: 3, future: 1.5, line: 3, done: 5 }

/** Widths of strokes in px. */
export const strokesOf = (presenting: boolean): typeof NORMAL => (presenting ? BIG : NORMAL)

/** What the reader guessed, in words and perhaps as a curve. */
export interface Guess {
  readonly label: string
  readonly sketch: string | null
}

export const valuesOf = (history: History | undefined, id: string): readonly number[] =>
  history?.metrics[id] ?? []

interface Props {
  drawn: {
    readonly histories: readonly History[]
    readonly future: readonly History[]
    readonly step: number
  }
  ids: readonly string[]
  limits: Limits
  metrics: MetricSpecs
  headlineName: string
  lead: number
  letters: readonly (string | null)[]
  last: number
  presenting: boolean
  guess: Guess | null
  strings: PlayerStrings
  area: Area
}

/** All curves, and the words that name them. */
export const CurveLines = memo(
  function CurveLines(props: Props) {
    const { drawn, ids, limits, metrics, lead, letters, last, area, presenting, guess } = props
    const { histories, future, step } = drawn
    const log = metrics[ids[0] ?? '']?.scale === 'log'
    const x = (at: number): number => stepToX(at, last, area)
    const y = (value: number): number => valueToY(value, limits, log, area)
    const strokes = strokesOf(presenting)
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
function Words(props: Props & { log: boolean; y: (value: number) => number }) {
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
