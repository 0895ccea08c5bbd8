import { fill } from '../../../i18n/fill.ts'
import { candidates } from '../spec/sums.ts'
import { decimals } from '../strings/shared.ts'
import { tint } from './paint.ts'
import type { Sight } from './sight.ts'

/** The four numbers of a window, of which the largest stays. Each is a unit of the layer before, and opens it. */
export function PoolSum({ sight }: { sight: Sight }) {
  const { place, volumes, limit, text, go } = sight
  const four = candidates(volumes, place)
  const best = four.find(({ chosen }) => chosen)
  return (
    <div className="zm-pool">
      <p className="zm-title">{text.poolIn}</p>
      <div className="zm-four" data-grid={2}>
        {four.map(({ row, column, value, chosen }) => (
          <button
            key={`${row} ${column}`}
            type="button"
            className={chosen ? 'chosen' : undefined}
            style={{ background: tint(value / limit) }}
            aria-label={fill(text.from, { row: row + 1, column: column + 1, value: decimals(value, 3) })}
            onClick={() => go({ layer: place.layer - 1, row, column })}
          >
            {decimals(value, 3)}
          </button>
        ))}
      </div>
      <p className="zm-equation">
        max({four.map(({ value }) => decimals(value, 3)).join(', ')}) ={' '}
        <strong>{decimals(best?.value ?? 0, 3)}</strong>
      </p>
      <p className="zm-line">{text.chosen}</p>
    </div>
  )
}
