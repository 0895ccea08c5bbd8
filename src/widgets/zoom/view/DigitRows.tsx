import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { valueAt } from '../spec/forward.ts'
import { down } from '../spec/place.ts'
import { STAGES } from '../spec/stages.ts'
import { decimals } from '../strings/shared.ts'
import { largestOf, type Sight } from './sight.ts'

/** A stage of ten numbers, one for each digit. A row opens its digit. */
export function DigitRows({ sight }: { sight: Sight }) {
  const { place, volumes, text, go } = sight
  const cells = volumes[place.layer]
  const odds = STAGES[place.layer].kind === 'softmax'
  const most = odds ? 1 : largestOf(cells.values) || 1
  return (
    <ul className={odds ? 'zm-digits odds' : 'zm-digits'} data-grid={1}>
      {Array.from({ length: cells.channels }, (_, digit) => {
        const value = valueAt(cells, 0, 0, digit)
        const share = (100 * Math.abs(value)) / most / (odds ? 1 : 2)
        const written = odds ? formatPercent(value) : decimals(value)
        return (
          <li key={digit}>
            <button
              type="button"
              aria-label={fill(text.openDigit, { n: digit, value: written })}
              {...(place.channel === digit ? { 'data-here': true } : {})}
              onClick={() => go(down({ ...place, channel: digit }))}
            >
              <span>{digit}</span>
              <span className="zm-bar">
                <i
                  style={{
                    left: odds ? 0 : `${(value < 0 ? 50 - share : 50).toFixed(2)}%`,
                    width: `${share.toFixed(2)}%`,
                    ...(odds ? {} : { background: `var(--${value < 0 ? 'neg' : 'pos'})` }),
                  }}
                />
              </span>
              <span>{written}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
