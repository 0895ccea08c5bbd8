import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { usePlot } from './area.ts'
import { spotOf } from './captions.ts'
import type { Interval } from './pixels.ts'
import { nudge } from './nudge.ts'
import { nextRound, snapTo } from './snap.ts'
import { round, SvgNumber } from './text.tsx'

export interface HandleProps {
  x: number
  y: number
  /** Accessible name: "Start of the descent". */
  label: string
  /** What it says aloud now: "w₁ 0.9, w₂ 1.62". */
  valueText: string
  onMove: (x: number, y: number) => void
  /** After a drag or a key: the time to write the address or to start a run. */
  onCommit?: () => void
  /** Which way it moves. Default both. */
  direction?: 'both' | 'x' | 'y'
  /** Limits in the axes' values. Default: the axes' domains. */
  xLimits?: Interval
  yLimits?: Interval
  /** Words beside the ring: "start: drag me". Left out on phones. */
  caption?: string
  disabled?: boolean
}

/** The ring: what a hand can move on a picture, by pointer, touch and arrow keys (Shift: ten times as far), from one round number to the next. */
export function Handle(props: HandleProps) {
  const { x, y, label, valueText, onMove, onCommit, direction = 'both', caption, disabled = false } = props
  const area = usePlot()
  const group = useRef<SVGGElement>(null)
  const grab = useRef<{ dx: number; dy: number } | null>(null)
  const xLimits = props.xLimits ?? area.x.domain
  const yLimits = props.yLimits ?? area.y.domain
  const px = area.x(x)
  const py = area.y(y)
  const r = area.metrics.ring

  const move = (nextX: number, nextY: number) => {
    onMove(
      direction === 'y' ? x : Math.min(xLimits[1], Math.max(xLimits[0], nextX)),
      direction === 'x' ? y : Math.min(yLimits[1], Math.max(yLimits[0], nextY)),
    )
  }
  const pointer = (event: PointerEvent<SVGGElement>) => {
    const box = group.current?.ownerSVGElement?.getBoundingClientRect()
    if (!box || box.width === 0) return null
    return {
      x: ((event.clientX - box.left) / box.width) * area.outerWidth,
      y: ((event.clientY - box.top) / box.height) * area.outerHeight,
    }
  }
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const at = pointer(event)
    if (!at || disabled || event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    grab.current = { dx: px - at.x, dy: py - at.y }
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const at = pointer(event)
    if (!at || !grab.current) return
    move(snapTo(area.x, at.x + grab.current.dx), snapTo(area.y, at.y + grab.current.dy))
  }
  const onPointerUp = () => {
    if (!grab.current) return
    grab.current = null
    onCommit?.()
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = nudge(event.key, event.shiftKey)
    if (!step || disabled) return
    if ((direction === 'x' && step.dx === 0) || (direction === 'y' && step.dy === 0)) return
    event.preventDefault()
    // About two pixels of the picture per press, so that one press is seen.
    move(
      step.dx === 0 ? x : nextRound(area.x, x, 2 * step.dx),
      step.dy === 0 ? y : nextRound(area.y, y, 2 * step.dy),
    )
    onCommit?.()
  }
  if (!Number.isFinite(px) || !Number.isFinite(py)) return null
  const main = direction === 'y' ? { now: y, limits: yLimits } : { now: x, limits: xLimits }
  const beside = spotOf('ring', px, caption ?? '', area)
  return (
    <g
      ref={group}
      className="handle"
      transform={`translate(${round(px)} ${round(py)})`}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-valuemin={main.limits[0]}
      aria-valuemax={main.limits[1]}
      aria-valuenow={main.now}
      aria-valuetext={valueText}
      aria-orientation={direction === 'y' ? 'vertical' : 'horizontal'}
      aria-disabled={disabled || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      <circle r={22} fill="transparent" />
      <circle className="gap" r={r + 3} />
      <circle className="around" r={r + 5.5} />
      <circle className="ring" r={r} />
      {caption !== undefined && !area.small && (
        <SvgNumber
          x={beside.dx}
          y={beside.dy}
          text={caption}
          anchor={beside.anchor}
          className="lab you halo"
        />
      )}
    </g>
  )
}
