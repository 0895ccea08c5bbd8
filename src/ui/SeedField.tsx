import { useId, useState } from 'react'
import { parseNumber } from '../i18n/number.ts'
import { IconButton } from './IconButton.tsx'
import { type UiLocale, uiStrings } from './strings.ts'

export interface SeedFieldProps {
  value: number
  label: string
  locale: UiLocale
  onChange: (seed: number) => void
  /** Gives the next seed; default one more. Chance, where it is wanted, is the caller's. */
  nextSeed?: (seed: number) => number
  disabled?: boolean
}

const LARGEST = 2 ** 31 - 1

/** The number all chance in a run comes from, and a button for another. */
export function SeedField({
  value,
  label,
  locale,
  onChange,
  nextSeed = (seed) => (seed >= LARGEST ? 0 : seed + 1),
  disabled = false,
}: SeedFieldProps) {
  const id = useId()
  const words = uiStrings[locale]
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState(false)
  const finish = () => {
    if (typed === null) return
    const seed = parseNumber(typed)
    const good = seed !== null && Number.isInteger(seed) && seed >= 0 && seed <= LARGEST
    setTyped(null)
    setProblem(!good)
    if (good && seed !== value) onChange(seed)
  }
  return (
    <div className={disabled ? 'ctl off' : 'ctl'}>
      <div className="ctl-head">
        <label htmlFor={id}>{label}</label>
      </div>
      <div className="field-row">
        <input
          id={id}
          className="field"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(value)}
          disabled={disabled}
          aria-invalid={problem}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish()
            if (event.key === 'Escape') setTyped(null)
          }}
        />
        <IconButton
          icon="dice"
          className="btn"
          label={words.newSeed}
          disabled={disabled}
          onClick={() => {
            setProblem(false)
            onChange(nextSeed(value))
          }}
        />
      </div>
      {problem && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {words.wholeNumber}
        </p>
      )}
    </div>
  )
}
