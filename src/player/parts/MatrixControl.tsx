import { formatNumber } from '../../i18n/number.ts'
import type { Locale } from '../../protocol/view.ts'
import { ScrubNumber } from '../../ui/ScrubNumber.tsx'
import { playerStrings } from '../strings.ts'

interface Props {
  value: readonly (readonly number[])[]
  label: string
  help?: string
  min: number
  max: number
  locale: Locale
  onChange: (value: readonly (readonly number[])[]) => void
}

/** Rows of numbers, each to be dragged or typed. */
export function MatrixControl({ value, label, help, min, max, locale, onChange }: Props) {
  const { cell } = playerStrings[locale]
  return (
    <div className="ctl" role="group" aria-label={label}>
      <div className="ctl-head">
        <span>{label}</span>
      </div>
      <table className="matrix" role="presentation">
        <tbody>
          {value.map((row, r) => (
            <tr key={r}>
              {row.map((number, c) => (
                <td key={c}>
                  <ScrubNumber
                    value={number}
                    range={{ min, max }}
                    label={`${label}, ${cell(formatNumber(r + 1), formatNumber(c + 1))}`}
                    locale={locale}
                    onChange={(next) =>
                      onChange(
                        value.map((old, i) => (i === r ? old.map((n, j) => (j === c ? next : n)) : old)),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {help !== undefined && <p className="ctl-help">{help}</p>}
    </div>
  )
}
