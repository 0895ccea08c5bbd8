import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { formatNumber } from '../../i18n/number.ts'
import { Curve, type CurveProps } from './Curve.tsx'
import { xToStep, type Area } from './curveShape.ts'
import { useWidth } from './useWidth.ts'

interface Props extends CurveProps {
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
