import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { formatNumber } from '../../i18n/number.ts'
import type { History } from '../../protocol/history.ts'
import type { PlayerStrings } from '../strings.ts'
import {
  curvePath,
  drawnMetrics,
  limitsOf,
  stepToX,
  valueAtStep,
  valueToY,
  xToStep,
  type Area,
  type MetricSpecs,
} from './curve.ts'
import { useWidth } from './useWidth.ts'

interface Props {
  metrics: MetricSpecs
  /** The widget's name of the headline. */
  headlineName: string
  histories: readonly History[]
  future: readonly History[]
  step: number
  last: number
  presenting: boolean
  guess: string | null
  strings: PlayerStrings
  onDrag: (step: number) => void
  onSeek: (step: number) => void
}

const SERVER_WIDTH = 420

/** Time, dragged along the data it produced: past in ink, a known future in thin grey. */
export function Scrubber(props: Props) {
  const { step, last, presenting, strings, onDrag, onSeek } = props
  const [box, width] = useWidth<HTMLDivElement>(SERVER_WIDTH)
  const area: Area = presenting
    ? { width, height: 96, margin: 14, foot: 18 }
    : { width, height: 72, margin: 10, foot: 11 }
  const dragged = useRef<number | null>(null)

  const stepAt = (event: PointerEvent<HTMLDivElement>): number => {
    const rect = event.currentTarget.getBoundingClientRect()
    const scale = rect.width > 0 ? width / rect.width : 1
    return xToStep((event.clientX - rect.left) * scale, last, area)
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const at = stepAt(event)
    if (at === dragged.current) return
    dragged.current = at
    onDrag(at)
  }
  const release = (): void => {
    if (dragged.current !== null) onSeek(dragged.current)
    dragged.current = null
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = Math.max(1, Math.round(last / 20))
    const target: Readonly<Record<string, number>> = {
      ArrowLeft: step - 1,
      ArrowDown: step - 1,
      ArrowRight: step + 1,
      ArrowUp: step + 1,
      PageDown: step - page,
      PageUp: step + page,
      Home: 0,
      End: last,
    }
    const wanted = target[event.key]
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    onSeek(Math.min(last, Math.max(0, wanted)))
  }
  return (
    <div
      ref={box}
      className="tr-scrub"
      role="slider"
      tabIndex={0}
      aria-label={strings.transport.time}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={step}
      aria-valuetext={strings.transport.timeAt(formatNumber(step), formatNumber(last))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        move(event)
      }}
      onPointerMove={(event) => {
        if (dragged.current !== null) move(event)
      }}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <Curve {...props} area={area} />
    </div>
  )
}

function Curve(props: Props & { area: Area }) {
  const { metrics, histories, future, step, last, area, presenting } = props
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
        <line x1={x(0)} x2={x(last)} y1={base} y2={base} stroke="var(--rule-2)" strokeWidth={strokes.line} />
        <line x1={x(0)} x2={x(step)} y1={base} y2={base} stroke="var(--live)" strokeWidth={strokes.done} />
      </g>
      <Words {...props} log={log} />
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

/** What the curve is, and what the reader guessed. */
function Words(props: Props & { area: Area; log: boolean }) {
  const { area, log, headlineName, histories, future, guess, strings, presenting } = props
  const drawn = [...histories, ...future].some((history) => history.steps.length > 1)
  const className = 'tick halo'
  const end = area.width - area.margin - 2
  return (
    <>
      {drawn && area.width > 240 && (
        <text x={end} y={presenting ? 24 : 17} textAnchor="end" className={className}>
          {log ? strings.transport.logScale(headlineName) : headlineName}
        </text>
      )}
      {guess !== null && (
        <text x={end} y={presenting ? 52 : 34} textAnchor="end" className={`${className} guess`}>
          {strings.transport.guess(guess)}
        </text>
      )}
    </>
  )
}
