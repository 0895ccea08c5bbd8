import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { ANSWER } from '../spec/stages.ts'
import { decimals } from '../strings/shared.ts'
import { tint } from './paint.ts'
import { largestOf, shapeOf, type Sight } from './sight.ts'

/** The last two stages as ten rows: logits, and the probabilities that they become. */
export function Answer({ sight, tall }: { sight: Sight; tall: number }) {
  const { volumes, text, big, place, answer, go } = sight
  const logits = Array.from(volumes[ANSWER - 1].values)
  const odds = volumes[ANSWER].values
  const most = largestOf(logits) || 1
  const row = { height: tall / logits.length }
  const over = (layer: number, kind: 'dense' | 'softmax') => (
    <button
      type="button"
      className="zm-over"
      aria-label={fill(text.open, { n: layer, name: text[`kind-${kind}`], shape: shapeOf(layer) })}
      {...(place.layer === layer ? { 'data-here': true } : {})}
      onClick={() => go({ level: 'layer', layer })}
    />
  )
  const head = (name: string) => (
    <>
      <span className="zm-name">{name}</span>
      {!big && <span className="zm-shape">{shapeOf(ANSWER)}</span>}
    </>
  )
  return (
    <div className="zm-answer">
      <div className="zm-column zm-logits">
        <div aria-hidden="true">
          {head(text['short-dense'])}
          {logits.map((logit, digit) => (
            <div key={digit} className="zm-logit" style={{ ...row, background: tint(logit / most) }}>
              {decimals(logit, 1)}
            </div>
          ))}
        </div>
        {over(ANSWER - 1, 'dense')}
      </div>
      <div className="zm-column zm-odds">
        <div aria-hidden="true">
          {head(text['short-softmax'])}
          {logits.map((_, digit) => (
            <div key={digit} className={digit === answer ? 'zm-odd best' : 'zm-odd'} style={row}>
              <span>{digit}</span>
              <span className="zm-bar">
                <i style={{ width: `${(100 * (odds[digit] ?? 0)).toFixed(2)}%` }} />
              </span>
              <span>{formatPercent(Math.round(100 * (odds[digit] ?? 0)) / 100)}</span>
            </div>
          ))}
        </div>
        {over(ANSWER, 'softmax')}
      </div>
    </div>
  )
}
