import { usePlot } from './area.ts'
import { signColor } from './palette.ts'
import { round, SvgNumber } from './text.tsx'

export interface Bar {
  readonly id: string
  readonly name: string
  readonly value: number
  /** An interval around the value, drawn as a whisker. */
  readonly low?: number
  readonly high?: number
  readonly color?: string
  /** The reader's own: green. */
  readonly role?: 'yours'
  /** Instead of the formatted value at its end. */
  readonly text?: string
}

interface MarksProps {
  bars: readonly Bar[]
  rows: boolean
  signed: boolean
  format: (value: number) => string
  base: number
  nameGap: number
}

/** The bars of a `Bars` chart with their names, numbers and whiskers. */
export function BarMarks({ bars, rows, signed, format, base, nameGap }: MarksProps) {
  const area = usePlot()
  const { x, y, metrics, left, top, width, height, big } = area
  const along = rows ? x : y
  const [near, far] = rows ? [left, left + width] : [top + height, top]
  const inFrame = (px: number) => Math.min(Math.max(px, Math.min(near, far)), Math.max(near, far))
  const place = (value: number) =>
    Number.isNaN(value)
      ? null
      : inFrame(
          value === Infinity ? far : value === -Infinity || (along.log && value <= 0) ? near : along(value),
        )
  const slot = (rows ? height : width) / Math.max(1, bars.length)
  const thick = Math.min(slot * 0.62, big ? 44 : 26)
  const zero = place(base) ?? near
  return (
    <g aria-hidden="true">
      {bars.map((bar, index) => {
        const middle = (rows ? top : left) + (index + 0.5) * slot
        const end = place(bar.value)
        const color =
          bar.color ?? (bar.role === 'yours' ? 'var(--live)' : signed ? signColor(bar.value) : 'var(--ink-2)')
        const negative = rows ? end !== null && end < zero : end !== null && end > zero
        const low = bar.low === undefined ? null : place(bar.low)
        const high = bar.high === undefined ? null : place(bar.high)
        const tip = rows ? Math.max(end ?? zero, high ?? zero) : Math.min(end ?? zero, high ?? zero)
        const tipNegative = rows ? Math.min(end ?? zero, low ?? zero) : Math.max(end ?? zero, low ?? zero)
        const text = bar.text ?? format(bar.value)
        return (
          <g key={bar.id}>
            {end !== null && <rect {...box(rows, zero, end, middle, thick)} fill={color} />}
            {low !== null && high !== null && (
              <path
                d={whisker(rows, low, high, middle, thick * 0.22)}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={big ? 2.5 : 1.5}
              />
            )}
            {rows ? (
              <>
                <SvgNumber
                  x={left - nameGap - 10}
                  y={middle + metrics.label * 0.35}
                  text={bar.name}
                  anchor="end"
                  className={bar.role === 'yours' ? 'lab you' : 'lab quiet'}
                />
                <SvgNumber
                  x={negative ? tipNegative - 7 : tip + 7}
                  y={middle + metrics.tick * 0.35}
                  text={text}
                  anchor={negative ? 'end' : 'start'}
                  className="num"
                />
              </>
            ) : (
              <>
                <SvgNumber
                  x={middle}
                  y={top + height + metrics.label + 6}
                  text={bar.name}
                  anchor="middle"
                  className={bar.role === 'yours' ? 'lab you' : 'lab quiet'}
                />
                <SvgNumber
                  x={middle}
                  y={negative ? tipNegative + metrics.tick + 3 : tip - 6}
                  text={text}
                  anchor="middle"
                  className="num"
                />
              </>
            )}
          </g>
        )
      })}
      <line
        {...(rows
          ? { x1: round(zero), x2: round(zero), y1: top, y2: round(top + height) }
          : { x1: left, x2: round(left + width), y1: round(zero), y2: round(zero) })}
        stroke="var(--rule-2)"
      />
    </g>
  )
}

function box(rows: boolean, from: number, to: number, middle: number, thick: number) {
  const start = round(Math.min(from, to))
  const long = Math.max(1, round(Math.abs(to - from)))
  const side = round(middle - thick / 2)
  return rows
    ? { x: start, y: side, width: long, height: round(thick) }
    : { x: side, y: start, width: round(thick), height: long }
}

function whisker(rows: boolean, low: number, high: number, middle: number, arm: number): string {
  const [a, b, m] = [round(low), round(high), round(middle)]
  const w = round(arm)
  return rows
    ? `M${a} ${m}H${b}M${a} ${m - w}v${2 * w}M${b} ${m - w}v${2 * w}`
    : `M${m} ${a}V${b}M${m - w} ${a}h${2 * w}M${m - w} ${b}h${2 * w}`
}
