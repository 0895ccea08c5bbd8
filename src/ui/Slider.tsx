import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { Num, Symbol } from './Num.tsx'
import { formatValue, POSITIONS, type Range, rangeTicks, shareOf, valueAfterKey, valueAt } from './range.ts'
import { ScrubNumber } from './ScrubNumber.tsx'
import { type UiLocale, uiStrings } from './strings.ts'

export interface SliderProps extends Range {
  value: number
  label: string
  locale: UiLocale
  /** While it moves. */
  onChange: (value: number) => void
  /** When it comes to rest: on release, after a key, after typing. */
  onCommit?: (value: number) => void
  /** A small tick marks it; a double click returns to it. */
  default?: number
  /** Maths symbol beside the label: `η`, `w_1`. */
  symbol?: string
  unit?: string
  /** One sentence under the control. */
  help?: string
  disabled?: boolean
}

/** A number to drag: the native range input under the book's track and ring, with a value that can be dragged and typed too. */
export function Slider(props: SliderProps) {
  const { value, label, locale, onChange, onCommit, symbol, unit, help, disabled = false } = props
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const range: Range = props
  const text = formatValue(value, range)
  const share = shareOf(value, range)
  const initial = props.default

  const change = (next: number) => {
    setProblem(null)
    if (next !== value) onChange(next)
  }
  const settle = (next: number) => {
    change(next)
    onCommit?.(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const next = valueAfterKey(event.key, value, range)
    if (next === null) return
    event.preventDefault()
    settle(next)
  }
  const described = [
    help === undefined ? null : `${id}-help`,
    problem === null ? null : `${id}-problem`,
  ].filter((part) => part !== null)
  return (
    <div className={disabled ? 'ctl off' : 'ctl'}>
      <div className="ctl-head">
        <label htmlFor={id}>{label}</label>
        {symbol !== undefined && <Symbol text={symbol} className="sym" />}
        <ScrubNumber
          className="scrub value"
          value={value}
          range={range}
          label={uiStrings[locale].value(label)}
          locale={locale}
          onChange={change}
          onProblem={setProblem}
          disabled={disabled}
          {...(unit === undefined ? {} : { unit })}
          {...(onCommit === undefined ? {} : { onCommit })}
        />
      </div>
      <div
        className="slider"
        style={sliderStyle(share, initial === undefined ? null : shareOf(initial, range))}
      >
        <div className="track" />
        <div className="fill" />
        {initial !== undefined && <div className="dflt" />}
        <input
          id={id}
          type="range"
          min={0}
          max={POSITIONS}
          step="any"
          value={share * POSITIONS}
          disabled={disabled}
          aria-valuetext={unit === undefined ? text : `${text} ${unit}`}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          title={initial === undefined ? undefined : uiStrings[locale].backToDefault}
          onChange={(event) => change(valueAt(Number(event.currentTarget.value) / POSITIONS, range))}
          onPointerUp={() => onCommit?.(value)}
          onKeyDown={onKeyDown}
          onDoubleClick={() => initial !== undefined && settle(initial)}
        />
        <div className="thumb" />
      </div>
      <Ticks range={range} />
      {help !== undefined && (
        <p className="ctl-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem !== null && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function sliderStyle(share: number, initial: number | null): CSSProperties {
  const percent = (part: number) => Math.round(part * 1e4) / 1e2
  const style: Record<string, number> = { '--v': percent(share) }
  if (initial !== null) style['--d'] = percent(initial)
  return style
}

function Ticks({ range }: { range: Range }) {
  return (
    <div className="ticks" aria-hidden="true">
      {rangeTicks(range).map(({ share, text, exponent }) => (
        <i
          key={share}
          style={{ left: `${Math.round(share * 1e4) / 1e2}%` }}
          data-end={share === 0 ? 'first' : share === 1 ? 'last' : undefined}
        >
          <Num text={text + exponent} />
        </i>
      ))}
    </div>
  )
}
