import { isSketch, SKETCHES, type SketchId } from '../../charts/sketches.ts'
import type { History } from '../../protocol/history.ts'
import type { PlayerStrings } from '../strings.ts'
import {
  curvePath,
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
  step: number
  last: number
  presenting: boolean
  guess: { readonly label: string; readonly sketch: string | null } | null
  strings: PlayerStrings
}

/** The measured curve over its time line: past in ink, a known future in thin grey. */
export function Curve(props: CurveProps & { area: Area }) {
  const { metrics, histories, future, step, last, area, presenting, guess } = props
  const ids = drawnMetrics(metrics)
  const log = metrics[ids[0] ?? '']?.scale === 'log'
  const of = (history: History | undefined, id: string): readonly number[] => history?.metrics[id] ?? []
  const limits = limitsOf(
    [...histories, ...future].flatMap((history) => ids.map((id) => of(history, id))),
    log,
  )
  const x = (at: number): number => stepToX(at, last, area)
  const y = (value: number): number => valueToY(value, limits, log, area)
  const base = area.height - area.foot
  const now = valueAtStep(histories[0]?.steps ?? [], of(histories[0], ids[0] ?? ''), step)
  const strokes = presenting
    ? { past: 3, future: 1.5, line: 3, done: 5 }
    : { past: 1.75, future: 1.25, line: 2, done: 3 }
  const path = (history: History, id: string, from: number, to: number): string =>
    curvePath(history.steps, of(history, id), from, to, x, y)
  const ahead = (history: History, i: number): History => {
    const later = future[i]
    return later && (later.steps.at(-1) ?? -1) > (history.steps.at(-1) ?? -1) ? later : history
  }
  return (
    <svg
      className={presenting ? 'big' : undefined}
      width="100%"
      height={area.height}
      viewBox={`0 0 ${area.width} ${area.height}`}
      aria-hidden="true"
    >
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
                stroke={member === 0 ? 'var(--ink)' : 'var(--ref)'}
                strokeWidth={member === 0 ? strokes.past : strokes.future}
              />
            </g>
          )),
        )}
        {guess?.sketch != null && isSketch(guess.sketch) && (
          <path className="guess" d={sketchPath(guess.sketch, area)} />
        )}
        <line x1={x(0)} x2={x(last)} y1={base} y2={base} stroke="var(--rule-2)" strokeWidth={strokes.line} />
        <line x1={x(0)} x2={x(step)} y1={base} y2={base} stroke="var(--live)" strokeWidth={strokes.done} />
      </g>
      <Words {...props} log={log} crowd={curvesNearEnd(props, ids, y)} />
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

/** What the reader predicted, drawn where the curve will be. */
function sketchPath(id: SketchId, { width, height, margin, foot }: Area): string {
  const room = height - foot - 14
  const points = Array.from({ length: 81 }, (_, i) => {
    const t = i / 80
    return `${(margin + t * (width - 2 * margin)).toFixed(1)} ${(8 + (1 - SKETCHES[id](t)) * room).toFixed(1)}`
  })
  return `M${points.join('L')}`
}

/** Heights of the curves in the last quarter, where the words stand. */
function curvesNearEnd(
  props: CurveProps,
  ids: readonly string[],
  y: (value: number) => number,
): readonly number[] {
  const { last, histories, future } = props
  return [...histories, ...future].flatMap((history) =>
    ids.flatMap((id) =>
      [0.72, 0.86, 1].flatMap((share) => {
        const reached = history.steps.at(-1) ?? -1
        const value = valueAtStep(history.steps, history.metrics[id] ?? [], share * last)
        return value === null || reached < share * last * 0.9 ? [] : [y(value)]
      }),
    ),
  )
}

/** What the curve is, and what the reader guessed. */
function Words(props: CurveProps & { area: Area; log: boolean; crowd: readonly number[] }) {
  const { area, log, headlineName, histories, future, guess, strings, presenting } = props
  const line = presenting ? 26 : 17
  const rows = [line, Math.round(area.height / 2), area.height - area.foot - 8]
  const [name = line, second = 2 * line] = rows
    .map((y) => ({ y, free: Math.min(200, ...props.crowd.map((at) => Math.abs(at - (y - line / 4)))) }))
    .sort((a, b) => b.free - a.free)
    .map(({ y }) => y)
  const drawn = [...histories, ...future].some((history) => history.steps.length > 1)
  const className = 'tick halo'
  const end = area.width - area.margin - 2
  return (
    <>
      {drawn && area.width > 240 && (
        <text x={end} y={name} textAnchor="end" className={className}>
          {log ? strings.transport.logScale(headlineName) : headlineName}
        </text>
      )}
      {guess !== null && (
        <text x={end} y={second} textAnchor="end" className={`${className} guess`}>
          {strings.transport.guess(guess.label)}
        </text>
      )}
    </>
  )
}
