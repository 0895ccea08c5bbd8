import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { PenStroke } from '../../math/drawnDigit.ts'

/** The pen leaves a place only this far from the last one, in sides of the pad. */
const SPACING = 0.02
const STRIDE = 0.04

interface Cursor {
  readonly x: number
  readonly y: number
}

/** A pen on a pad whose side is 1: by pointer, or by keys with a cursor. `onStroke` gets each finished stroke. */
export function usePen(onStroke: (stroke: PenStroke) => void, onUndo: () => void) {
  const stroke = useRef<number[] | null>(null)
  const pointer = useRef<number | null>(null)
  const [draft, setDraft] = useState<PenStroke>([])
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const [down, setDown] = useState(false)

  function extend(x: number, y: number): void {
    const held = stroke.current
    if (!held) return
    const [lastX = -1, lastY = -1] = held.slice(-2)
    if (Math.hypot(x - lastX, y - lastY) < SPACING) return
    held.push(x, y)
    setDraft([...held])
  }
  function begin(x: number, y: number): void {
    stroke.current = []
    setDown(true)
    extend(x, y)
  }
  function finish(): void {
    const held = stroke.current
    stroke.current = null
    setDown(false)
    setDraft([])
    if (held && held.length > 0) onStroke(held)
  }
  const inside = (value: number): number => Math.min(1, Math.max(0, value))
  function locate(event: { clientX: number; clientY: number }, pad: Element): [number, number] {
    const box = pad.getBoundingClientRect()
    return [
      inside((event.clientX - box.left) / (box.width || 1)),
      inside((event.clientY - box.top) / (box.height || 1)),
    ]
  }

  const handlers = {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      // A second finger or the palm does not write.
      if (event.button !== 0 || stroke.current) return
      event.currentTarget.setPointerCapture(event.pointerId)
      pointer.current = event.pointerId
      setCursor(null)
      begin(...locate(event, event.currentTarget))
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const passed = event.nativeEvent.getCoalescedEvents?.() ?? []
      for (const one of passed.length > 0 ? passed : [event]) extend(...locate(one, event.currentTarget))
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) finish()
    },
    onPointerCancel(event: PointerEvent<SVGSVGElement>) {
      // The palm, which the browser takes back, does not end the pen's stroke.
      if (event.pointerId === pointer.current) finish()
    },
    onBlur: finish,
    onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
      const at = cursor ?? { x: 0.5, y: 0.5 }
      const by = (event.shiftKey ? 3 : 1) * STRIDE
      const step = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[
        event.key
      ]
      if (step) {
        const next = { x: inside(at.x + (step[0] ?? 0)), y: inside(at.y + (step[1] ?? 0)) }
        setCursor(next)
        extend(next.x, next.y)
      } else if (event.key === 'Enter' || event.key === ' ') {
        setCursor(at)
        if (stroke.current) finish()
        else begin(at.x, at.y)
      } else if (event.key === 'Escape' && stroke.current) finish()
      else if (event.key === 'Delete' || event.key === 'Backspace') onUndo()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { draft, cursor, down, handlers }
}
