import { useId } from 'react'

export interface ToggleProps {
  value: boolean
  label: string
  onChange: (value: boolean) => void
  help?: string
  disabled?: boolean
}

/** On or off: label left, switch right, the whole row can be clicked. */
export function Toggle({ value, label, onChange, help, disabled = false }: ToggleProps) {
  const id = useId()
  return (
    <div className={disabled ? 'ctl slim off' : 'ctl slim'}>
      <label className={value ? 'toggle on' : 'toggle'}>
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          checked={value}
          disabled={disabled}
          aria-describedby={help === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className="switch" aria-hidden="true" />
      </label>
      {help !== undefined && (
        <p className="ctl-help" id={id}>
          {help}
        </p>
      )}
    </div>
  )
}
