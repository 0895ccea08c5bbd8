import { fill } from '../../../i18n/fill.ts'
import { useState } from 'react'
import { Tiles } from '../../../charts/Tiles.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { Taker } from '../../../protocol/view.ts'
import { filterRows, kernelValues, OFFERED_SIDES } from '../spec/kernelOffer.ts'
import type { LabLayer } from '../spec/params.ts'
import type { Filters, LabFrame } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'

interface Props {
  filters: Filters
  /** The layer that the filters are of. */
  layer: LabLayer
  image: LabFrame['image']
  /** The convolution figure, if this page has it. */
  taker: Taker | undefined
  text: Text
}

/** Pixels of the page along a filter's side, at least: a finger's width. */
const WANTED = 44

/** The filters of a convolution that sees the image. One that is pressed shows its numbers, and can be tried elsewhere. */
export function FilterShelf({ filters, layer, image, taker, text }: Props) {
  const { side, count, values } = filters
  const [chosen, setChosen] = useState<number | null>(null)
  const limit = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const index = chosen !== null && chosen < count ? chosen : null
  return (
    <>
      <ul className="lab-filters">
        {Array.from({ length: count }, (_, i) => (
          <li key={i}>
            <button
              type="button"
              aria-pressed={i === index}
              onClick={() => setChosen(i === index ? null : i)}
            >
              <Tiles
                values={values.subarray(i * side * side, (i + 1) * side * side)}
                count={1}
                height={side}
                width={side}
                limit={limit}
                scale="diverging"
                columns={1}
                cell={Math.ceil(WANTED / side)}
                label={fill(text.oneFilter, { n: i + 1 })}
              />
            </button>
          </li>
        ))}
      </ul>
      {index === null ? (
        <p className="quiet">{text.pressFilter}</p>
      ) : (
        <div className="lab-filter">
          <table>
            <caption>{fill(text.filterNumbers, { n: index + 1 })}</caption>
            <tbody>
              {filterRows(filters, index).map((row, r) => (
                <tr key={r}>
                  {row.map((weight, c) => (
                    <td key={c} style={{ background: tint(weight / (limit || 1)) }}>
                      {formatNumber(weight, { digits: 2 })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {taker && OFFERED_SIDES.includes(side) && (
            <div>
              <button
                type="button"
                className="btn"
                onClick={() => taker.take(kernelValues(filters, index, layer, image))}
              >
                {fill(text.lookAtFilter, { figure: taker.number })}
              </button>
              <p>{text.lookAtFilterHelp}</p>
            </div>
          )}
        </div>
      )}
    </>
  )
}

/** A field stops well before the scale's end, so that ink can be read on it. */
const tint = (share: number): string =>
  `color-mix(in srgb, var(--${share < 0 ? 'neg' : 'pos'}) ${Math.round(Math.abs(share) * 38)}%, var(--plate))`
