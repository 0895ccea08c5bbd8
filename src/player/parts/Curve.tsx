import { useDeferredValue, useMemo } from 'react'
import type { History } from '../../protocol/history.ts'
import { SideLetters } from '../compare/SideLetters.tsx'
import type { PlayerStrings } from '../strings.ts'
import { CurveLines, strokesOf, valuesOf, type Guess } from './CurveLines.tsx'
import {
  drawnMetrics,
  limitsOf,
  stepToX,
  valueAtStep,
  valueToY,
  type Area,
  type MetricSpecs,
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
  guess: Guess | null
  strings: PlayerStrings
}

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
  const strokes = strokesOf(presenting)
  return (
    <svg
      className={presenting ? 'big' : undefined}
      width="100%"
      height={area.height}
      viewBox={`0 0 ${area.width} ${area.height}`}
      aria-hidden="true"
    >
      <CurveLines drawn={drawn} ids={ids} limits={limits} {...props} />
      <line x1={x(0)} x2={x(last)} y1={base} y2={base} stroke="var(--rule-2)" strokeWidth={strokes.line} />
      <line x1={x(0)} x2={x(step)} y1={base} y2={base} stroke="var(--live)" strokeWidth={strokes.done} />
      <SideLetters marked={marked} x={x(step)} area={area} big={presenting} />
      {now !== null && (
        <>
          <line x1={x(step)} x2={x(step)} y1={y(now)} y2={base} stroke="var(--live)" strokeWidth="1.5" />
          <circle cx={x(step)} cy={y(now)} r={presenting ? 6 : 3.5} fill="var(--live)" />
        </>
      )}
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
