import type { ReactNode } from 'react'
import { formatNumber, MINUS } from '../../../i18n/number.ts'
import type { WindowTerm } from '../../../math/convolution.ts'
import type { Locale } from '../../../protocol/view.ts'
import { ScrubNumber } from '../../../ui/ScrubNumber.tsx'
import { WEIGHT_REACH } from '../spec.ts'
import { fill } from './cells.ts'

interface Props {
  /** All products of the chosen output cell; empty where the window fits nowhere. */
  terms: readonly WindowTerm[]
  size: number
  /** The slice that is shown. */
  channel: number
  channels: number
  result: number
  width: number
  /** Before an audience, in large type. */
  big: boolean
  name: string
  text: Readonly<Record<string, string>>
  locale: Locale
  onWeight: (row: number, column: number, weight: number) => void
}

const short = (value: number): string =>
  formatNumber(Math.abs(value) < 1e-9 ? 0 : value, { digits: 3, trim: true })

/** Window times kernel, entry by entry, and the sum of the products: one number of the output. */
export function Arithmetic(props: Props) {
  const { terms, size, channel, channels, result, width, big, name, text, locale, onWeight } = props
  const slice = terms.filter((term) => term.channel === channel)
  const most = Math.max(1e-9, ...terms.map(({ weight }) => Math.abs(weight)))
  const largest = Math.max(1e-9, ...terms.map(({ product }) => Math.abs(product)))
  const narrow = width < 480
  const fits = !big || tablesWidth(size) <= width
  // Lines that the sum may need, kept free so that nothing below it moves.
  const lines = (size === 3 ? (narrow ? 3 : 2) : narrow ? 7 : 4) + (channels === 3 ? 1 : 0)
  if (slice.length === 0) return null
  return (
    <div className={narrow ? 'cv-arithmetic narrow' : 'cv-arithmetic'} data-size={size}>
      <Entries
        title={text.window}
        size={size}
        terms={slice}
        tone={({ input }) => ['ink', 0.28 * (channels === 3 ? 1 - input : input)]}
      >
        {({ input, inside }) => (inside ? short(input) : <span className="cv-outside">0</span>)}
      </Entries>
      <div className="cv-next">
        <span className="cv-sign">×</span>
        <Entries
          title={`${text.kernel}: ${name}`}
          size={size}
          terms={slice}
          tone={({ weight }) => signed(weight / most)}
        >
          {({ weight, kernelRow, kernelColumn }) => (
            <ScrubNumber
              value={weight}
              range={{ min: -WEIGHT_REACH, max: WEIGHT_REACH, step: 0.1 }}
              label={fill(text.weightAt, { row: kernelRow + 1, column: kernelColumn + 1 })}
              locale={locale}
              onChange={(next) => onWeight(kernelRow, kernelColumn, next)}
            />
          )}
        </Entries>
      </div>
      {fits && (
        <div className="cv-next">
          <span className="cv-sign">=</span>
          <Entries
            title={text.products}
            size={size}
            terms={slice}
            tone={({ product }) => signed(product / largest)}
          >
            {({ product }) => short(product)}
          </Entries>
        </div>
      )}
      <p className="cv-sum" style={{ minHeight: `${lines * 1.4}em` }}>
        {sumInWords(slice)}
        {channels === 3 ? (
          <>
            {' = '}
            {short(total(slice))}
            <br />
            {['red', 'green', 'blue'].map((id, c) => (
              <span key={id}>
                {c > 0 && ' + '}
                {`${text[`pen-${id}`]} ${bracketed(total(terms.filter((term) => term.channel === c)))}`}
              </span>
            ))}
          </>
        ) : null}
        {' = '}
        <strong>{short(result)}</strong>
      </p>
    </div>
  )
}

/** What three tables and their signs take in large type; convolution.css has the cells. A sum says what products say. */
const tablesWidth = (size: number): number => 3 * size * 70 + 80

const total = (terms: readonly WindowTerm[]): number => terms.reduce((sum, { product }) => sum + product, 0)
const bracketed = (value: number): string => (value < 0 ? `(${short(value)})` : short(value))

/** −1·0.4 + 2·0.9 …: weight and input of each product that is not 0. */
function sumInWords(terms: readonly WindowTerm[]): string {
  const counted = terms.filter(({ product }) => product !== 0)
  if (counted.length === 0) return 'Σ = 0'
  const words = counted.map(({ weight, input }, i) => {
    const sign = weight < 0 ? (i === 0 ? MINUS : ` ${MINUS} `) : i === 0 ? '' : ' + '
    return `${sign}${short(Math.abs(weight))}·${short(input)}`
  })
  return `Σ = ${words.join('')}`
}

type Tone = readonly [color: 'ink' | 'neg' | 'pos', share: number]
/** A field stops well before the scale’s end, so that ink can be read on it. */
const signed = (share: number): Tone => [share < 0 ? 'neg' : 'pos', Math.abs(share) * 0.38]

interface EntriesProps {
  title: string
  size: number
  terms: readonly WindowTerm[]
  tone: (term: WindowTerm) => Tone
  children: (term: WindowTerm) => ReactNode
}

function Entries({ title, size, terms, tone, children }: EntriesProps) {
  return (
    <table className="cv-entries">
      <caption>{title}</caption>
      <tbody>
        {Array.from({ length: size }, (_, row) => (
          <tr key={row}>
            {terms.slice(row * size, (row + 1) * size).map((term) => {
              const [color, share] = tone(term)
              return (
                <td
                  key={term.kernelColumn}
                  style={{
                    background: `color-mix(in srgb, var(--${color}) ${Math.round(share * 100)}%, var(--plate))`,
                  }}
                >
                  {children(term)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
