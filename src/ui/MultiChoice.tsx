import { useId } from 'react'
import type { Option } from './Choice.tsx'

export interface MultiChoiceProps<Id extends string> {
  value: readonly Id[]
  options: readonly Option<Id>[]
  label: string
  /** In the order of the options. */
  onChange: (value: Id[]) => void
  /** At least and at most so many can be chosen: further ones cannot be pressed. */
  least?: number
  most?: number
  help?: string
  disabled?: boolean
}

/** Several of several: a row of boxes that wraps. */
export function MultiChoice<Id extends string>(props: MultiChoiceProps<Id>) {
  const { value, options, label, onChange, least = 0, most = Infinity, help, disabled = false } = props
  const id = useId()
  const toggle = (option: Id, on: boolean) =>
    onChange(
      options.map((other) => other.id).filter((other) => (other === option ? on : value.includes(other))),
    )
  return (
    <div className={disabled ? 'ctl off' : 'ctl'} role="group" aria-labelledby={id}>
      <div className="ctl-head">
        <span id={id}>{label}</span>
      </div>
      <div className="several">
        {options.map((option) => {
          const on = value.includes(option.id)
          const held = on ? value.length <= least : value.length >= most
          return (
            <label key={option.id} className={on ? 'on' : undefined}>
              <input
                type="checkbox"
                checked={on}
                disabled={disabled || held}
                onChange={(event) => toggle(option.id, event.currentTarget.checked)}
              />
              <span>
                {option.mark}
                {option.label}
              </span>
            </label>
          )
        })}
      </div>
      {help !== undefined && <p className="ctl-help">{help}</p>}
    </div>
  )
}
