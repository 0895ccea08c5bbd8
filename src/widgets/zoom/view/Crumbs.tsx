import { fill } from '../../../i18n/fill.ts'
import { Fragment } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { after, before, levelsOf, type Level } from '../spec/place.ts'
import { ANSWER, STAGES } from '../spec/stages.ts'
import type { Sight } from './sight.ts'

/** Where the reader is, the way back, and the layers before and after. */
export function Crumbs({ sight }: { sight: Sight }) {
  const { place, text, go, answer, step } = sight
  const { kind, output } = STAGES[place.layer]
  const levels = levelsOf(kind)
  const shown = levels.slice(0, levels.indexOf(place.level) + 1)
  const named = (layer: number): string => {
    const { kind: other } = STAGES[layer]
    return layer === 0 ? text['kind-image'] : `${layer} ${text[`kind-${other}`]}`
  }
  const flat = output.height === 1
  const word = (level: Level): string => {
    if (level === 'network') return text.network
    if (level === 'layer') return named(place.layer)
    if (level === 'channel' || (flat && kind === 'softmax'))
      return flat ? fill(text.digit, { n: place.channel }) : fill(text.channel, { n: place.channel + 1 })
    return flat ? text.sum : fill(text.place, { row: place.row + 1, column: place.column + 1 })
  }
  return (
    <nav className="zm-crumbs" aria-label={text.where}>
      <ol>
        {shown.map((level) => (
          <Fragment key={level}>
            {level !== 'network' && (
              <li aria-hidden="true" className="zm-chevron">
                <Icon name="chevron-right" />
              </li>
            )}
            <li>
              {level === place.level ? (
                <b aria-current="location" {...(level === 'sum' ? { 'data-here': true, tabIndex: -1 } : {})}>
                  {word(level)}
                </b>
              ) : (
                <button type="button" onClick={() => go({ level })}>
                  {word(level)}
                </button>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
      {step === 0 && place.level !== 'network' && <span className="zm-random">{text.random}</span>}
      {place.level !== 'network' && (
        <div className="zm-beside">
          <IconButton
            icon="arrow-left"
            label={fill(text.earlier, { name: named(Math.max(0, place.layer - 1)) })}
            disabled={place.layer === 0}
            onClick={() => go(before(place))}
          />
          <IconButton
            icon="arrow-right"
            label={fill(text.later, { name: named(Math.min(ANSWER, place.layer + 1)) })}
            disabled={place.layer === ANSWER}
            onClick={() => go(after(place, answer))}
          />
        </div>
      )}
    </nav>
  )
}
