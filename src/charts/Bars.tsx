import { useContext } from 'react'
import { formatNumber } from '../i18n/number.ts'
import type { Axis } from './area.ts'
import { extentOf } from './decimate.ts'
import { signColor } from './palette.ts'
import { Plot } from './Plot.tsx'
import { usePlot } from './area.ts'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import { round, SvgNumber } from './text.tsx'
import type { Interval } from './pixels.ts'

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

interface Props {
  label: string
  width: number
  height: number
  bars: readonly Bar[]
  /** Rows: names at the left, bars to the right. Columns: names below. */
  direction?: 'rows' | 'columns'
  /** The axis of the values. On a log axis bars start at its low end. */
  value?: Omit<Axis, 'domain'> & { readonly domain?: Interval }
  /** Colour by sign. */
  signed?: boolean
  format?: (value: number) => string
}

/** Signed bars with their numbers. An infinite value runs to the edge and says ∞; what is no number has no bar, only a dash. */
export function Bars({
  label,
  width,
  height,
  bars,
  direction = 'rows',
  value = {},
  signed = false,
  format = shortNumber,
}: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const log = value.scale === 'log'
  const domain = value.domain ?? chooseDomain(bars, log)
  const names = bars.map(({ name }) => textWidth(name, metrics.label))
  const slots: Axis = { domain: [0, Math.max(1, bars.length)], ticks: [] }
  const numbers =
    Math.max(...bars.map((bar) => textWidth(bar.text ?? format(bar.value), metrics.tick)), 0) + 10
  const rows = direction === 'rows'
  const valueAxis: Axis = { ...value, domain }
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      frame="none"
      grid={rows ? 'x' : 'y'}
      x={rows ? valueAxis : slots}
      y={rows ? slots : valueAxis}
      margins={
        rows
          ? {
              left: Math.ceil(Math.max(0, ...names) * 1.04) + 12 + (domain[0] < 0 ? numbers : 0),
              right: numbers,
              top: 4,
            }
          : { bottom: metrics.row + 6, top: metrics.row }
      }
    >
      <BarMarks
        bars={bars}
        rows={rows}
        signed={signed}
        format={format}
        base={log ? domain[0] : 0}
        nameGap={domain[0] < 0 ? numbers : 0}
      />
    </Plot>
  )
}

function shortNumber(value: number): string {
  return formatNumber(value, { significant: 3, trim: true })
}

function chooseDomain(bars: readonly Bar[], log: boolean): Interval {
  const values = bars.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const extent = extentOf([values], log) ?? [log ? 0.1 : 0, 1]
  if (log) return [10 ** Math.floor(Math.log10(extent[0]) - 1e-9), 10 ** Math.ceil(Math.log10(extent[1]))]
  return [Math.min(0, extent[0]), Math.max(0, extent[1]) || (extent[0] < 0 ? 0 : 1)]
}

interface MarksProps {
  bars: readonly Bar[]
  rows: boolean
  signed: boolean
  format: (value: number) => string
  base: number
  nameGap: number
}

function BarMarks({ bars, rows, signed, format, base, nameGap }: MarksProps) {
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
