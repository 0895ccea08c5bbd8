import { fill } from '../../../i18n/fill.ts'
import { ANSWER, STAGES } from '../spec/stages.ts'
import { dotProduct, type DotProduct } from '../spec/sums.ts'
import { decimals } from '../strings/shared.ts'
import { Entries } from './Entries.tsx'
import { Kernel, Patch, Window } from './Inputs.tsx'
import { shade, tint } from './paint.ts'
import { largestOf, NARROW, type Sight } from './sight.ts'

/** Window times kernel, entry by entry, for one channel of the layer before; the sums of all channels; and the total. */
export function Products({ sight }: { sight: Sight }) {
  const { place, frame, volumes, limit, width, big, text, go } = sight
  const { kind, input, size, weights } = STAGES[place.layer]
  const dot = dotProduct(frame, volumes, place)
  const { terms } = dot.slices[place.slice]
  const image = place.layer === 1
  const narrow = width < NARROW
  const heaviest = largestOf(frame.layers[weights].kernel) || 1
  const most = largestOf(dot.slices.flatMap((slice) => slice.terms.map(({ product }) => product))) || 1
  const several = input.channels > 1
  const stacked = narrow || big
  const room = width - (several && !stacked ? 200 : 0)
  // Where three tables don't fit in a row, the products stand below, or before an audience are left out.
  const three = !(size === 5 && (several || stacked))
  const cell = Math.min(big ? 64 : 44, Math.floor((room - (three ? 56 : 28)) / (size * (three ? 3 : 2))))
  const table = { terms, size, cell }
  return (
    <div className={stacked ? 'zm-products stacked' : 'zm-products'}>
      {several && <Slices sight={sight} dot={dot} />}
      <div className="zm-tables" style={{ width: room }}>
        <Entries
          {...table}
          title={image ? text.seenImage : fill(text.seen, { n: place.slice + 1 })}
          tone={({ input: value }) => (image ? shade(value) : tint(value / limit))}
          write={({ input: value }) => decimals(value)}
          {...(image
            ? {}
            : {
                label: ({ row, column, input: value }) =>
                  fill(text.from, { row: row + 1, column: column + 1, value: decimals(value, 3) }),
                onOpen: ({ row, column }) =>
                  go({ layer: place.layer - 1, channel: place.slice, row, column }),
              })}
        />
        <span className="zm-sign">×</span>
        <Entries
          {...table}
          title={kind === 'dense' ? text.weights : text.kernel}
          tone={({ weight }) => tint(weight / heaviest)}
          write={({ weight }) => decimals(weight)}
        />
        {(three || !big) && (
          <>
            <span className="zm-sign">=</span>
            <Entries
              {...table}
              title={text.products}
              tone={({ product }) => tint(product / most)}
              write={({ product }) => decimals(product)}
            />
          </>
        )}
        {size === 3 && !stacked && (
          <div className="zm-whole">
            <Window sight={sight} channel={place.slice} row={place.row} column={place.column} cell={14} />
          </div>
        )}
      </div>
      <Total sight={sight} dot={dot} />
    </div>
  )
}

/** The channels of the layer before: what is seen of each, its kernel, and their products' sum. */
function Slices({ sight, dot }: { sight: Sight; dot: DotProduct }) {
  const { place, text, width, big, go } = sight
  return (
    <div className="zm-list" role="group" aria-label={text.sums} data-grid={big || width < NARROW ? 4 : 1}>
      {dot.slices.map(({ sum }, channel) => (
        <button
          key={channel}
          type="button"
          aria-pressed={channel === place.slice}
          aria-label={fill(text.sumOf, { n: channel + 1, value: decimals(sum, 3) })}
          onClick={() => go({ slice: channel })}
        >
          <span className="zm-nth">{channel + 1}</span>
          <Patch sight={sight} channel={channel} side={24} />
          <Kernel sight={sight} channel={channel} side={24} />
          <span>{decimals(sum, 3)}</span>
        </button>
      ))}
    </div>
  )
}

const bracketed = (value: number): string => decimals(value, 3).replace(/^\u2212.*/, '($&)')

function Total({ sight, dot }: { sight: Sight; dot: DotProduct }) {
  const { place, text } = sight
  const { slices, bias, total } = dot
  const parts = slices.map(({ sum }) => bracketed(sum)).join(' + ')
  const products = slices.reduce((count, { terms }) => count + terms.length, 0)
  return (
    <p className="zm-equation">
      {slices.length === 1 && `${fill(text.allProducts, { n: products })}: `}
      {parts} + {text.bias} {bracketed(bias)} = <strong>{decimals(total, 3)}</strong>
      {place.layer < ANSWER - 1 && (
        <>
          {' '}
          → ReLU → <strong>{decimals(Math.max(0, total), 3)}</strong>
        </>
      )}
    </p>
  )
}
