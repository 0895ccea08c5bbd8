import { useId } from 'react'

export interface TextFieldProps {
  value: string
  label: string
  onChange: (value: string) => void
  /** On Enter (one line) or on leaving the field. */
  onCommit?: (value: string) => void
  /** More than one line. */
  lines?: number
  /** Set in the code face: expressions. */
  code?: boolean
  /** What is wrong with it, in words; the caller keeps what was typed. */
  problem?: string | null
  help?: string
  most?: number
  placeholder?: string
  disabled?: boolean
}

/** A line or a few of text. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    label,
    onChange,
    onCommit,
    lines = 1,
    code = false,
    problem = null,
    help,
    most,
    placeholder,
    disabled = false,
  } = props
  const id = useId()
  const common = {
    id,
    className: code ? 'field code' : 'field',
    value,
    disabled,
    placeholder,
    maxLength: most,
    spellCheck: code ? false : undefined,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onBlur: () => onCommit?.(value),
  }
  return (
    <div className={disabled ? 'ctl off' : 'ctl'}>
      <div className="ctl-head">
        <label htmlFor={id}>{label}</label>
      </div>
      {lines > 1 ? (
        <textarea {...common} rows={lines} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && onCommit?.(value)}
        />
      )}
      {help !== undefined && <p className="ctl-help">{help}</p>}
      {problem !== null && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A formula the reader types, in the code face; the caller parses it and says what is wrong. */
export function ExpressionField(props: Omit<TextFieldProps, 'code' | 'lines'>) {
  return <TextField {...props} code />
}
