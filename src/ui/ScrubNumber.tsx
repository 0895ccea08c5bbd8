import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { parseNumber } from '../i18n/number.ts'
import { Num } from './Num.tsx'
import { clamp, formatValue, moveBy, type Range, valueAfterKey } from './range.ts'
import { type UiLocale, uiStrings } from './strings.ts'

export interface ScrubNumberProps {
  value: number
  range: Range
  /** Accessible name: the parameter it is. */
  label: string
  locale: UiLocale
  onChange: (value: number) => void
  /** After a drag, a key or typing: the value is meant. */
  onCommit?: (value: number) => void
  /** Where a message about typed nonsense goes; without it the number shows it beside itself. */
  onProblem?: (message: string | null) => void
  unit?: string
  disabled?: boolean
  className?: string
}

const PIXELS_PER_STEP = 4

/** ARIA takes no `1e-14`; what is said aloud is the value's text. */
const withoutPower = (value: number): number => (Math.abs(value) < 1e-6 ? 0 : value)

/** A green dotted number: drag it sideways, move it with arrow keys, press Enter or click to type. */
export function ScrubNumber(props: ScrubNumberProps) {
  const {
    value,
    range,
    label,
    locale,
    onChange,
    onCommit,
    unit,
    disabled = false,
    className = 'scrub',
  } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const drag = useRef<{ from: number; value: number; last: number; moved: boolean } | null>(null)
  const number = useRef<HTMLSpanElement>(null)
  const comeBack = useRef(false)
  const message = useId()
  const words = uiStrings[locale]
  const text = formatValue(value, range)

  const report = (next: string | null) => {
    setProblem(next)
    props.onProblem?.(next)
  }
  const change = (next: number) => {
    report(null)
    onChange(next)
  }
  const finish = (entry: string) => {
    setTyped(null)
    if (entry.trim() === '' || entry === text) return
    const outcome = readTyped(entry, range, locale)
    report(outcome.problem)
    if (outcome.value === null) return
    onChange(outcome.value)
    onCommit?.(outcome.value)
  }

  // After Enter or Escape the focus goes from the field back to the number it replaced.
  useEffect(() => {
    if (typed !== null || !comeBack.current) return
    comeBack.current = false
    number.current?.focus()
  }, [typed])

  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0 || disabled) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, value, last: value, moved: false }
  }
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>) => {
    const at = drag.current
    if (!at) return
    const steps = Math.round((event.clientX - at.from) / PIXELS_PER_STEP)
    if (steps === 0 && !at.moved) return
    at.moved = true
    at.last = moveBy(at.value, steps, range)
    change(at.last)
  }
  const onPointerUp = () => {
    if (drag.current?.moved) onCommit?.(drag.current.last)
    if (drag.current && !drag.current.moved) setTyped(text)
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    if (disabled) return
    const next = valueAfterKey(event.key, value, range)
    if (event.key === 'Enter' || event.key === 'F2') setTyped(text)
    else if (next !== null) {
      change(next)
      onCommit?.(next)
    } else return
    event.preventDefault()
  }

  if (typed !== null) {
    return (
      <input
        className={`${className} typing`}
        type="text"
        inputMode="decimal"
        aria-label={words.value(label)}
        autoFocus
        size={Math.max(5, typed.length)}
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          comeBack.current = true
          if (event.key === 'Enter') finish(event.currentTarget.value)
          else setTyped(null)
        }}
      />
    )
  }
  return (
    <>
      <span
        ref={number}
        className={className}
        role="spinbutton"
        tabIndex={disabled ? -1 : 0}
        aria-disabled={disabled || undefined}
        aria-label={label}
        aria-valuenow={withoutPower(value)}
        aria-valuemin={withoutPower(range.min)}
        aria-valuemax={withoutPower(range.max)}
        aria-valuetext={unit === undefined ? text : `${text} ${unit}`}
        aria-describedby={problem === null ? undefined : message}
        title={words.scrubHelp}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
      >
        <Num text={text} />
      </span>
      {unit !== undefined && <span className="unit">{unit}</span>}
      {problem !== null && props.onProblem === undefined && (
        <span className="field-problem" id={message} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

/** Reads what was typed: a value inside the range, or the reason why not. Too large or too small is brought to the limit and said. */
export function readTyped(
  entry: string,
  range: Range,
  locale: UiLocale,
): { value: number | null; problem: string | null } {
  const words = uiStrings[locale]
  const parsed = parseNumber(entry)
  if (parsed === null) return { value: null, problem: words.notANumber }
  const inside = clamp(range.integer ? Math.round(parsed) : parsed, range)
  const outside = parsed < range.min || parsed > range.max
  return {
    value: inside,
    problem: outside ? words.outside(formatValue(range.min, range), formatValue(range.max, range)) : null,
  }
}
