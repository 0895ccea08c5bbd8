import type { KeyboardEvent, PointerEvent } from 'react'
import { formatNumber } from '../i18n/number.ts'
import { usePlot } from './area.ts'
import { type Line, lineX, nearestIndex } from './lines.ts'
import { useLinkedPoint } from './linked.tsx'
import { nudge } from './nudge.ts'
import { textWidth } from './scale.ts'
import { type ChartLocale, chartStrings } from './strings.ts'
import { round, SvgNumber } from './text.tsx'

interface Props {
  lines: readonly Line[]
  xName: string
  locale: ChartLocale
  format?: (value: number) => string
}

/** Reads values off the curves where the pointer is, or where the arrow keys put it. */
export function Reader({ lines, xName, locale, format = formatShort }: Props) {
  const area = usePlot()
  const [at, setAt] = useLinkedPoint(xName)
  const { left, top, width, height, metrics, x, y } = area
  const read = at === null ? [] : lines.flatMap((line) => readAt(line, at))
  const first = read[0]
  const shown = first ? lineX(first.line, first.index) : null

  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    if (box.width > 0) setAt(x.invert(left + ((event.clientX - box.left) / box.width) * width))
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = nudge(event.key, event.shiftKey)
    const next =
      event.key === 'Home'
        ? x.domain[0]
        : event.key === 'End'
          ? x.domain[1]
          : step
            ? stepTo(lines, at ?? x.domain[1], step.dx - step.dy, x)
            : null
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  const words = read.map(({ line, index }) => `${line.name} ${format(line.y[index] ?? Number.NaN)}`)
  const rows = words.map((text) => ({ text, width: textWidth(text, metrics.tick) }))
  const onLeft = shown !== null && x(shown) + 12 + Math.max(0, ...rows.map((row) => row.width)) > left + width
  return (
    <g
      className="reader"
      role="slider"
      tabIndex={0}
      aria-label={chartStrings[locale].readValues}
      aria-valuemin={x.domain[0]}
      aria-valuemax={x.domain[1]}
      aria-valuenow={shown ?? x.domain[1]}
      aria-valuetext={
        shown === null ? chartStrings[locale].readValues : `${xName} ${format(shown)}: ${words.join(', ')}`
      }
      onPointerMove={onPointerMove}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
      onKeyDown={onKeyDown}
    >
      <rect
        className="frame"
        x={left}
        y={top}
        width={round(width)}
        height={round(height)}
        fill="transparent"
      />
      {shown !== null && (
        <g pointerEvents="none" aria-hidden="true">
          <line
            x1={round(x(shown))}
            x2={round(x(shown))}
            y1={top}
            y2={round(top + height)}
            stroke="var(--ink-3)"
          />
          {read.map(({ line, index }) => (
            <circle
              key={line.id}
              cx={round(x(lineX(line, index)))}
              cy={round(y(line.y[index] ?? Number.NaN))}
              r={3}
              fill="var(--ink)"
              stroke="var(--plate)"
            />
          ))}
          {rows.map((row, index) => (
            <SvgNumber
              key={row.text}
              x={x(shown) + (onLeft ? -8 : 8)}
              y={top + (index + 1) * metrics.row}
              text={row.text}
              anchor={onLeft ? 'end' : 'start'}
              className="num halo paper"
            />
          ))}
          <SvgNumber
            x={x(shown) + (onLeft ? -8 : 8)}
            y={top + height - 6}
            text={format(shown)}
            anchor={onLeft ? 'end' : 'start'}
            className="tick halo paper"
          />
        </g>
      )}
    </g>
  )
}

function formatShort(value: number): string {
  return Number.isInteger(value) ? formatNumber(value) : formatNumber(value, { significant: 3, trim: true })
}

function readAt(line: Line, at: number) {
  const index = nearestIndex(line, at)
  return index < 0 ? [] : [{ line, index }]
}

/** The x of the next point of the longest line, one or ten on. */
function stepTo(
  lines: readonly Line[],
  at: number,
  by: number,
  x: { domain: readonly [number, number] },
): number {
  const longest = lines.reduce<Line | null>(
    (best, line) => (best && best.y.length >= line.y.length ? best : line),
    null,
  )
  if (!longest) return x.domain[1]
  const index = nearestIndex(longest, at)
  const stride = Math.max(1, Math.round(longest.y.length / 200)) * by
  return lineX(longest, Math.min(longest.y.length - 1, Math.max(0, index + stride)))
}
