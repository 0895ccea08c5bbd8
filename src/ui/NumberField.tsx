import { useId, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { formatValue, moveBy, type Range, valueAfterKey } from './range.ts'
import { readTyped } from './ScrubNumber.tsx'
import { type UiLocale, uiStrings } from './strings.ts'

export interface NumberFieldProps extends Range {
  value: number
  label: string
  locale: UiLocale
  onChange: (value: number) => void
  symbol?: string
  unit?: string
  help?: string
  disabled?: boolean
}

/** A number to type, with − and +. Nonsense leaves the value as it was and says why. */
export function NumberField(props: NumberFieldProps) {
  const { value, label, locale, onChange, unit, help, disabled = false } = props
  const id = useId()
  const range: Range = props
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const text = formatValue(value, range)
  const change = (next: number) => {
    setProblem(null)
    setTyped(null)
    if (next !== value) onChange(next)
  }
  const finish = () => {
    if (typed === null) return
    const outcome =
      typed.trim() === '' || typed === text ? { value, problem: null } : readTyped(typed, range, locale)
    setTyped(null)
    setProblem(outcome.problem)
    if (outcome.value !== null && outcome.value !== value) onChange(outcome.value)
  }
  return (
    <div className={disabled ? 'ctl off' : 'ctl'}>
      <div className="ctl-head">
        <label htmlFor={id}>{label}</label>
        {unit !== undefined && <span className="unit">{unit}</span>}
      </div>
      <div className="field-row">
        <input
          id={id}
          className="field"
          type="text"
          inputMode={range.integer && range.min >= 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={typed ?? text}
          disabled={disabled}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            const next =
              event.key === 'ArrowUp' || event.key === 'ArrowDown'
                ? valueAfterKey(event.key, value, range)
                : null
            if (event.key === 'Enter') finish()
            if (event.key === 'Escape') setTyped(null)
            if (next === null) return
            event.preventDefault()
            change(next)
          }}
        />
        <span className="stepper">
          <IconButton
            icon="minus"
            className=""
            label={uiStrings[locale].fewer(label)}
            disabled={disabled || value <= range.min}
            onClick={() => change(moveBy(value, -1, range))}
          />
          <IconButton
            icon="plus"
            className=""
            label={uiStrings[locale].more(label)}
            disabled={disabled || value >= range.max}
            onClick={() => change(moveBy(value, 1, range))}
          />
        </span>
      </div>
      {help !== undefined && <p className="ctl-help">{help}</p>}
      {problem !== null && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
