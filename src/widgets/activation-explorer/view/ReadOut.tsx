import { useContext, type KeyboardEvent } from 'react'
import { referenceDash } from '../../../charts/marks.tsx'
import { FigureScale, metricsOf, textWidth } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { FunctionId } from '../spec.ts'
import type { Curve } from './curves.ts'

interface Props {
  curves: readonly Curve[]
  focus: FunctionId
  x: number
  width: number
  label: string
  /** Where a curve is saturated, in words; left out where there is no room. */
  note: (curve: Curve) => string
  onFocus: (id: FunctionId) => void
}

const show = (value: number): string => formatNumber(value, { digits: 3 })

/** One row per function: its line, name, value and slope at x. A press puts it in focus. */
export function ReadOut({ curves, focus, x, width, label, note, onFocus }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const row = big ? 36 : 26
  const sample = big ? 44 : 30
  const names = Math.max(...curves.map(({ name }) => textWidth(name, metrics.label))) * 1.08
  const column = textWidth('f′(x) = −0.000', metrics.label)
  const first = sample + 10 + names + (big ? 32 : 18)
  const second = first + column + (big ? 24 : 14)
  const third = second + column + (big ? 24 : 18)
  const roomForNote = width - third > textWidth('|f′| < 0.05: x < −0.00, x > 0.00', metrics.tick)
  // Narrow: value and slope share the line without their names.
  const terse = second + column > width
  const references = curves.filter(({ id }) => id !== focus)
  const choose = (id: FunctionId) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onFocus(id)
  }
  return (
    <div
      className={big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${row * curves.length}` }}
    >
      <svg viewBox={`0 0 ${width} ${row * curves.length}`} role="radiogroup" aria-label={label}>
        {curves.map((curve, index) => {
          const chosen = curve.id === focus
          const middle = row * (index + 0.5)
          const text = middle + metrics.label * 0.35
          const [value, slope] = [show(curve.value(x)), show(curve.derivative(x))]
          return (
            <g
              key={curve.id}
              className="node"
              role="radio"
              tabIndex={0}
              aria-checked={chosen}
              aria-label={`${curve.name}: f(x) = ${value}, f′(x) = ${slope}`}
              onClick={() => onFocus(curve.id)}
              onKeyDown={choose(curve.id)}
              style={{ cursor: 'pointer' }}
            >
              <rect className="edge" style={{ stroke: 'none' }} y={row * index} width={width} height={row} />
              <rect y={row * index} width={width} height={row} fill="transparent" />
              <line
                x1={1}
                x2={sample}
                y1={middle}
                y2={middle}
                stroke={chosen ? 'var(--live)' : 'var(--ref)'}
                strokeWidth={chosen ? metrics.yours : metrics.reference}
                strokeDasharray={chosen ? undefined : referenceDash(references.indexOf(curve), big)}
                strokeLinecap={chosen ? 'butt' : 'round'}
              />
              <text x={sample + 10} y={text} className={chosen ? 'lab you' : 'lab'}>
                {curve.name}
              </text>
              <text
                x={round(terse ? width - column * 0.62 - 8 : first)}
                y={text}
                className="num"
                textAnchor={terse ? 'end' : 'start'}
              >
                {terse ? value : `f(x) = ${value}`}
              </text>
              <text
                x={round(terse ? width - 2 : second)}
                y={text}
                className="num"
                textAnchor={terse ? 'end' : 'start'}
              >
                {terse ? `f′ ${slope}` : `f′(x) = ${slope}`}
              </text>
              {roomForNote && (
                <text x={round(third)} y={text} className="tick">
                  {note(curve)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
