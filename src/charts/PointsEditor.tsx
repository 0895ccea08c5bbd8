import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { formatNumber } from '../i18n/number.ts'
import { usePlot } from './area.ts'
import { nudge } from './nudge.ts'
import { type ClassPoint, Points } from './Points.tsx'
import { type ChartLocale, chartStrings } from './strings.ts'
import { round } from './text.tsx'

interface Props {
  points: readonly ClassPoint[]
  /** The class that new points get, or whatever else `draw` makes of it. */
  kind: number
  /** What it is called. */
  kindName: string
  /** Draws the points; unless given, as classes. */
  draw?: (points: readonly ClassPoint[]) => ReactNode
  onChange: (points: ClassPoint[]) => void
  locale: ChartLocale
  /** No more than so many. */
  most?: number
  disabled?: boolean
}

const REACH = 14

/**
 * Draw points by hand: a press on free ground adds one, a drag moves one, a press on one removes it.
 * By keys: arrows move a cursor, Enter adds, Delete removes the nearest. Every change is one call of `onChange`.
 */
export function PointsEditor({
  points,
  kind,
  kindName,
  draw,
  onChange,
  locale,
  most = 500,
  disabled = false,
}: Props) {
  const area = usePlot()
  const { left, top, width, height, x, y, outerWidth, outerHeight } = area
  const [cursor, setCursor] = useState<{ x: number; y: number } | null>(null)
  const group = useRef<SVGGElement>(null)
  const held = useRef<{ index: number; moved: boolean } | null>(null)
  const strings = chartStrings[locale]

  const locate = (event: PointerEvent<SVGGElement>) => {
    const box = group.current?.ownerSVGElement?.getBoundingClientRect()
    if (!box || box.width === 0) return null
    const px = ((event.clientX - box.left) / box.width) * outerWidth
    const py = ((event.clientY - box.top) / box.height) * outerHeight
    return { px: Math.min(left + width, Math.max(left, px)), py: Math.min(top + height, Math.max(top, py)) }
  }
  const value = (px: number, py: number) => ({ x: x.invert(px), y: y.invert(py) })
  const add = (px: number, py: number) => {
    if (points.length < most) onChange([...points, { ...value(px, py), kind }])
  }
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const at = locate(event)
    if (!at || disabled || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const index = nearestPoint(points, at, area)
    if (index >= 0) {
      held.current = { index, moved: false }
    } else {
      add(at.px, at.py)
      held.current = null
    }
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const at = locate(event)
    const grip = held.current
    const point = grip ? points[grip.index] : undefined
    if (!at || !grip || !point) return
    if (!grip.moved && Math.hypot(at.px - x(point.x), at.py - y(point.y)) < 6) return
    grip.moved = true
    onChange(points.map((old, index) => (index === grip.index ? { ...old, ...value(at.px, at.py) } : old)))
  }
  const onPointerUp = () => {
    const grip = held.current
    held.current = null
    if (grip && !grip.moved) onChange(points.filter((_, index) => index !== grip.index))
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (disabled) return
    const at = cursor ?? { x: left + width / 2, y: top + height / 2 }
    const step = nudge(event.key, event.shiftKey)
    if (step) {
      setCursor({
        x: Math.min(left + width, Math.max(left, at.x + 6 * step.dx)),
        y: Math.min(top + height, Math.max(top, at.y + 6 * step.dy)),
      })
    } else if (event.key === 'Enter' || event.key === ' ') {
      setCursor(at)
      add(at.x, at.y)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const index = nearestPoint(points, { px: at.x, py: at.y }, area, Infinity)
      if (index >= 0) onChange(points.filter((_, other) => other !== index))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const spoken = cursor ? value(cursor.x, cursor.y) : null
  const short = (number: number) => formatNumber(number, { significant: 2, trim: true })
  const place = spoken ? `, ${strings.pointAt(short(spoken.x), short(spoken.y))}` : ''
  return (
    <g
      ref={group}
      className="editor press"
      role="application"
      tabIndex={disabled ? -1 : 0}
      aria-label={`${strings.cursor}: ${kindName}, ${strings.pointsCount(formatNumber(points.length))}${place}. ${strings.cursorHelp}`}
      aria-disabled={disabled || undefined}
      style={{ touchAction: 'none' }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => (held.current = null)}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
    >
      <rect
        className="frame"
        x={left}
        y={top}
        width={round(width)}
        height={round(height)}
        fill="transparent"
      />
      {draw ? draw(points) : <Points points={points} />}
      {cursor && (
        <path
          aria-hidden="true"
          d={`M${round(cursor.x) - 12} ${round(cursor.y)}h24M${round(cursor.x)} ${round(cursor.y) - 12}v24`}
          stroke="var(--live)"
          strokeWidth={area.big ? 4 : 2.5}
        />
      )}
    </g>
  )
}

function nearestPoint(
  points: readonly ClassPoint[],
  at: { px: number; py: number },
  { x, y }: { x: (value: number) => number; y: (value: number) => number },
  reach = REACH,
): number {
  let best = -1
  let least = reach
  points.forEach((point, index) => {
    const distance = Math.hypot(x(point.x) - at.px, y(point.y) - at.py)
    if (distance < least) {
      least = distance
      best = index
    }
  })
  return best
}
