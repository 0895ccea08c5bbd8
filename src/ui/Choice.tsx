import { useId, type ReactNode } from 'react'
import type { UiLocale } from './strings.ts'

export interface Option<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** A line sample or mark before the label: then the choice is the legend too. */
  readonly mark?: ReactNode
}

export interface ChoiceProps<Id extends string> {
  value: Id
  options: readonly Option<Id>[]
  label: string
  onChange: (value: Id) => void
  locale?: UiLocale
  /** Say the label to screen readers only. */
  hideLabel?: boolean
  help?: string
  disabled?: boolean
  /** `select` for a list; default: segments up to four short options. */
  shape?: 'segments' | 'select'
}

/** About what four segments hold in the margin column. */
const SEGMENTS_HOLD = 30

/** One of several: two to four segments (arrow keys move the choice), a native select for more. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { value, options, label, onChange, hideLabel = false, help, disabled = false } = props
  const id = useId()
  const shape = props.shape ?? (fitsSegments(options) ? 'segments' : 'select')
  return (
    <div className={disabled ? 'ctl off' : 'ctl'}>
      <div className={hideLabel ? 'vh' : 'ctl-head'}>
        {shape === 'select' ? <label htmlFor={id}>{label}</label> : <span id={`${id}-label`}>{label}</span>}
      </div>
      {shape === 'select' ? (
        <select
          id={id}
          className="select"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.id === event.currentTarget.value)
            if (chosen) onChange(chosen.id)
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <div className="choice" role="radiogroup" aria-labelledby={`${id}-label`}>
          {options.map((option) => (
            <label key={option.id} className={option.id === value ? 'on' : undefined}>
              <input
                type="radio"
                name={id}
                value={option.id}
                checked={option.id === value}
                disabled={disabled}
                onChange={() => onChange(option.id)}
              />
              <span>
                {option.mark}
                {option.label}
              </span>
            </label>
          ))}
        </div>
      )}
      {help !== undefined && <p className="ctl-help">{help}</p>}
    </div>
  )
}

function fitsSegments(options: readonly Option[]): boolean {
  const letters = options.reduce(
    (sum, { label }) => sum + label.length + (/[^\u0000-\u02ff]/.test(label) ? label.length : 0) + 2,
    0,
  )
  return options.length <= 4 && letters <= SEGMENTS_HOLD
}
