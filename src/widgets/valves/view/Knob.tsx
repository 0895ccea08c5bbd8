import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { nudge } from '../../../charts/nudge.ts'
import { round } from '../../../charts/text.tsx'

interface Props {
  x: number
  y: number
  radius: number
  value: number
  range: readonly [number, number]
  /** The needle's angle for a value of 1, in degrees from upright. */
  turn: number
  label: string
  valueText: string
  onTurn: (value: number) => void
  /** The hand lets go, or a key has been pressed. */
  onRest?: () => void
  onFocus?: () => void
  /** Which way and how far the loss asks to turn it: an arc from the needle, in degrees. */
  pull?: number
}

/** Px of the picture for a turn by 1. */
const PX = 50
const STEP = 0.05
const FARTHEST = 150

const tidy = (value: number): number => Math.round(Math.round(value / STEP) * STEP * 1e6) / 1e6

/** A ring with a needle: turned by dragging it up or down (or right and left), or by arrow keys (Shift: ten times as far). */
export function Knob(props: Props) {
  const { x, y, radius, value, range, turn, label, valueText, onTurn, onRest, onFocus, pull = 0 } = props
  const grab = useRef<{ x: number; y: number; value: number; scale: number } | null>(null)
  const needle = Math.min(FARTHEST, Math.max(-FARTHEST, value * turn))
  const bring = (next: number): void => {
    const inside = Math.min(range[1], Math.max(range[0], tidy(next)))
    if (inside !== value) onTurn(inside)
  }

  const onPointerDown = (event: PointerEvent<SVGGElement>): void => {
    const box = event.currentTarget.ownerSVGElement
    const wide = box?.getBoundingClientRect().width ?? 0
    if (!box || wide === 0 || event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus()
    grab.current = { x: event.clientX, y: event.clientY, value, scale: box.viewBox.baseVal.width / wide }
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>): void => {
    const from = grab.current
    if (!from) return
    const moved = (event.clientX - from.x - (event.clientY - from.y)) * from.scale
    bring(from.value + moved / PX)
  }
  const onPointerUp = (): void => {
    if (!grab.current) return
    grab.current = null
    onRest?.()
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const step = nudge(event.key, event.shiftKey)
    const next = step
      ? value + (step.dx - step.dy) * STEP
      : { Home: range[0], End: range[1], Delete: 0, Backspace: 0 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    bring(next)
    onRest?.()
  }
  return (
    <g
      className="handle"
      transform={`translate(${round(x)} ${round(y)})`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={range[0]}
      aria-valuemax={range[1]}
      aria-valuenow={round(value)}
      aria-valuetext={valueText}
      aria-orientation="vertical"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
      {...(onFocus ? { onFocus } : {})}
    >
      <circle r={22} fill="transparent" />
      <circle className="gap" r={radius + 3} />
      <circle className="around" r={radius + 5.5} />
      <circle className="ring" r={radius} />
      <line
        y2={-radius + 3}
        transform={`rotate(${round(needle)})`}
        stroke="var(--ink)"
        strokeWidth={radius / 4}
        strokeLinecap="round"
      />
      {pull !== 0 && <Pull from={needle} by={pull} radius={radius + 6} />}
    </g>
  )
}

/** An arc with a head beside the ring. */
function Pull({ from, by, radius }: { from: number; by: number; radius: number }) {
  const at = (degrees: number, r = radius): string => {
    const angle = (degrees * Math.PI) / 180
    return `${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`
  }
  const end = from + by
  const back = end - Math.sign(by) * Math.min(22, Math.abs(by))
  return (
    <g aria-hidden="true">
      <path
        d={`M${at(from)}A${radius} ${radius} 0 ${Math.abs(by) > 180 ? 1 : 0} ${by > 0 ? 1 : 0} ${at(back)}`}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={2.5}
      />
      <path d={`M${at(end)}L${at(back, radius - 5)}L${at(back, radius + 5)}Z`} fill="var(--ink)" />
    </g>
  )
}
