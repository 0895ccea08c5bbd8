import { formatNumber } from '../i18n/number.ts'
import type { Option } from './Choice.tsx'
import { IconButton } from './IconButton.tsx'
import { Icon } from './icons.tsx'
import { type UiLocale, uiStrings } from './strings.ts'

export interface LayerRow<Activation extends string = string> {
  readonly units: number
  /** Shown and changed when `activations` are given. */
  readonly activation?: Activation
}

export interface LayerListProps<Activation extends string = string> {
  value: readonly LayerRow<Activation>[]
  label: string
  /** Name of the n-th hidden layer, n from 1: `(n) => `Hidden ${n}``. */
  nameOf: (layer: number) => string
  locale: UiLocale
  onChange: (layers: LayerRow<Activation>[]) => void
  /** Fixed rows at the two ends. */
  input?: { readonly name: string; readonly units: number }
  output?: { readonly name: string; readonly units: number }
  /** Limits of units and of layers. Default 1–16 and 0–6. */
  units?: { readonly min: number; readonly max: number }
  layers?: { readonly min: number; readonly max: number }
  activations?: readonly Option<Activation>[]
  /** At the right of the head: "67 weights". */
  note?: string
  disabled?: boolean
}

const MOST_DOTS = 8
const FIRST_UNITS = 4

/** A network's layers, one row each: dots show units, − n + changes them, a row below adds one. */
export function LayerList<Activation extends string = string>(props: LayerListProps<Activation>) {
  const { value, label, nameOf, locale, onChange, activations, note, disabled = false } = props
  const units = props.units ?? { min: 1, max: 16 }
  const layers = props.layers ?? { min: 0, max: 6 }
  const words = uiStrings[locale]
  const replace = (at: number, row: LayerRow<Activation>) =>
    onChange(value.map((old, index) => (index === at ? row : old)))
  const add = () => {
    const last = value.at(-1)
    const activation = last?.activation ?? activations?.[0]?.id
    onChange([
      ...value,
      {
        units: last?.units ?? Math.min(units.max, Math.max(units.min, FIRST_UNITS)),
        ...(activation === undefined ? {} : { activation }),
      },
    ])
  }
  return (
    <div className={disabled ? 'ctl off' : 'ctl'} role="group" aria-label={label}>
      <div className="ctl-head">
        <span>{label}</span>
        {note !== undefined && <span className="unit note-end">{note}</span>}
      </div>
      <ul className="layers">
        {props.input && <EndRow {...props.input} />}
        {value.map((row, index) => {
          const name = nameOf(index + 1)
          return (
            <li key={index}>
              <span>{name}</span>
              <Dots count={row.units} />
              <span className="stepper">
                <IconButton
                  icon="minus"
                  className=""
                  label={words.fewer(name)}
                  disabled={disabled || row.units <= units.min}
                  onClick={() => replace(index, { ...row, units: row.units - 1 })}
                />
                <b>{formatNumber(row.units)}</b>
                <IconButton
                  icon="plus"
                  className=""
                  label={words.more(name)}
                  disabled={disabled || row.units >= units.max}
                  onClick={() => replace(index, { ...row, units: row.units + 1 })}
                />
                {value.length > layers.min && (
                  <IconButton
                    icon="close"
                    className="remove"
                    label={words.removeLayer(name)}
                    disabled={disabled}
                    onClick={() => onChange(value.filter((_, other) => other !== index))}
                  />
                )}
              </span>
              {activations && row.activation !== undefined && (
                <select
                  className="select"
                  aria-label={`${name}: ${words.activation}`}
                  value={row.activation}
                  disabled={disabled}
                  onChange={(event) => {
                    const chosen = activations.find(({ id }) => id === event.currentTarget.value)
                    if (chosen) replace(index, { ...row, activation: chosen.id })
                  }}
                >
                  {activations.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.label}
                    </option>
                  ))}
                </select>
              )}
            </li>
          )
        })}
        {props.output && <EndRow {...props.output} />}
      </ul>
      {value.length < layers.max && (
        <button type="button" className="add-row" disabled={disabled} onClick={add}>
          <Icon name="plus" />
          {words.addLayer}
        </button>
      )}
    </div>
  )
}

function EndRow({ name, units }: { name: string; units: number }) {
  return (
    <li className="io">
      <span>{name}</span>
      <Dots count={units} />
      <span className="act">{formatNumber(units)}</span>
    </li>
  )
}

function Dots({ count }: { count: number }) {
  return (
    <span className="u" aria-hidden="true">
      {Array.from({ length: count > MOST_DOTS ? MOST_DOTS - 2 : count }, (_, index) => (
        <i key={index} />
      ))}
      {count > MOST_DOTS && '…'}
    </span>
  )
}
