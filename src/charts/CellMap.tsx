import { useContext, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { nudge } from './nudge.ts'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import { round } from './text.tsx'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A frame round cells; rows and columns may lie outside the picture, in its padding. */
export interface CellFrame extends CellPlace {
  readonly rows: number
  readonly columns: number
  /** `hull`: thin and dashed, round what belongs together. */
  readonly kind: 'window' | 'hull'
}

interface Props {
  /** What it is, in a sentence; the place of the hand is added to it. */
  label: string
  rows: number
  columns: number
  /** Side of a cell in px. */
  cell: number
  paint: Paint
  /** Cells of padding drawn on each side. */
  around?: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
  /** A number for each cell, left out where there is no room: its text and class. */
  numbers?: (row: number, column: number) => { readonly text: string; readonly className: string }
  frames?: readonly CellFrame[]
  /** Where the keyboard stands, and what it says there. */
  at?: CellPlace
  spoken?: string
  /** A press, or a drag with the button held; `first` at its beginning. */
  onPress?: (place: CellPlace, first: boolean) => void
  /** The pointer without a button; null when it leaves. */
  onHover?: (place: CellPlace | null) => void
  /** Arrow keys; Enter and space are a press. */
  onMove?: (place: CellPlace) => void
  children?: ReactNode
}

const NO_PADDING = { top: 0, left: 0, bottom: 0, right: 0 }

/** A small image or map whose cells can be pointed at, pressed and walked over with arrow keys. */
export function CellMap(props: Props) {
  const { label, rows, columns, cell, paint, around = NO_PADDING, numbers, frames = [], at, spoken } = props
  const { big } = useContext(FigureScale)
  const { tick } = metricsOf(big)
  const group = useRef<SVGGElement>(null)
  const pressed = useRef<CellPlace | null>(null)
  const width = round((columns + around.left + around.right) * cell)
  const height = round((rows + around.top + around.bottom) * cell)
  const x = (column: number): number => (column + around.left) * cell
  const y = (row: number): number => (row + around.top) * cell
  const active = props.onPress !== undefined || props.onHover !== undefined

  const locate = (event: PointerEvent<SVGGElement>): CellPlace | null => {
    const box = group.current?.ownerSVGElement?.getBoundingClientRect()
    if (!box || box.width === 0) return null
    const column = Math.floor(((event.clientX - box.left) / box.width) * (width / cell)) - around.left
    const row = Math.floor(((event.clientY - box.top) / box.height) * (height / cell)) - around.top
    return row >= 0 && row < rows && column >= 0 && column < columns ? { row, column } : null
  }
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const place = locate(event)
    if (!place || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pressed.current = place
    props.onPress?.(place, true)
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const place = locate(event)
    const from = pressed.current
    if (from === null) {
      if (event.pointerType !== 'touch') props.onHover?.(place)
    } else if (place) {
      // A quick hand skips cells.
      for (const passed of placesBetween(from, place)) props.onPress?.(passed, false)
      pressed.current = place
    }
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const from = at ?? { row: 0, column: 0 }
    const step = nudge(event.key, false)
    if (step)
      props.onMove?.({
        row: Math.min(rows - 1, Math.max(0, from.row + step.dy)),
        column: Math.min(columns - 1, Math.max(0, from.column + step.dx)),
      })
    else if (event.key === 'Enter' || event.key === ' ') props.onPress?.(from, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const hand = active
    ? {
        role: 'application',
        tabIndex: 0,
        'aria-label': spoken === undefined ? label : `${label} ${spoken}`,
        style: { touchAction: 'none' },
        onPointerDown,
        onPointerMove,
        onPointerUp: () => (pressed.current = null),
        onPointerCancel: () => (pressed.current = null),
        onPointerLeave: () => props.onHover?.(null),
        onKeyDown,
      }
    : {}
  const percent = (part: number, whole: number): string => `${round((100 * part) / whole)}%`
  return (
    <div
      className={big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      role={active ? 'group' : undefined}
      aria-label={active ? label : undefined}
    >
      <Raster
        paint={paint}
        pixelated
        style={{
          inset: 'auto',
          left: percent(x(0), width),
          top: percent(y(0), height),
          width: percent(columns * cell, width),
          height: percent(rows * cell, height),
        }}
      />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role={active ? undefined : 'img'}
        aria-label={active ? undefined : label}
      >
        <g ref={group} className={active ? 'editor press' : undefined} {...hand}>
          <rect
            className="frame"
            x={0.5}
            y={0.5}
            width={width - 1}
            height={height - 1}
            fill="transparent"
            stroke="var(--rule-2)"
            strokeDasharray={around === NO_PADDING || width <= columns * cell + 1 ? undefined : '2 3'}
          />
          {width > columns * cell + 1 && (
            <rect
              x={x(0)}
              y={y(0)}
              width={round(columns * cell)}
              height={round(rows * cell)}
              fill="none"
              stroke="var(--rule-2)"
            />
          )}
          {numbers &&
            Array.from({ length: rows * columns }, (_, i) => {
              const [row, column] = [Math.floor(i / columns), i % columns]
              const { text, className } = numbers(row, column)
              return (
                <text
                  key={i}
                  x={round(x(column + 0.5))}
                  y={round(y(row + 0.5) + tick * 0.35)}
                  textAnchor="middle"
                  className={className}
                  aria-hidden="true"
                >
                  {text}
                </text>
              )
            })}
          {props.children}
          {frames.map((frame, i) => (
            <rect
              key={i}
              pointerEvents="none"
              x={round(x(frame.column))}
              y={round(y(frame.row))}
              width={round(frame.columns * cell)}
              height={round(frame.rows * cell)}
              fill="none"
              stroke="var(--live)"
              strokeWidth={frame.kind === 'window' ? (cell < 12 ? 2 : 3) : 1.5}
              strokeDasharray={frame.kind === 'hull' ? '4 3' : undefined}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

/** The cells on the straight way from one to another, without the first. */
export function placesBetween(from: CellPlace, to: CellPlace): readonly CellPlace[] {
  const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column))
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps
    return {
      row: Math.round(from.row + share * (to.row - from.row)),
      column: Math.round(from.column + share * (to.column - from.column)),
    }
  })
}

/** The number with the most decimals, two at most, that a cell has room for; else nothing. */
export function fitNumber(
  value: number,
  room: number,
  size: number,
  write: (value: number, digits: number) => string,
): string {
  for (let digits = 2; digits >= 0; digits--) {
    const text = write(value, digits)
    if (textWidth(text, size) <= room) return text
  }
  return ''
}
