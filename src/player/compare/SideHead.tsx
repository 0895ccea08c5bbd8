import { Num, Symbol } from '../../ui/Num.tsx'
import { valueAtStep } from '../parts/curveShape.ts'
import { formatReading } from '../parts/Readings.tsx'
import type { FigureState } from '../useFigure.ts'
import { letterOf } from './sideNames.ts'
import { compareStrings } from './strings.ts'

/** Over each of two pictures: which it is, what it has that the other has not, and how it does at the shown step. */
export function SideHead({ fig, index }: { fig: FigureState; index: number }) {
  const words = compareStrings[fig.locale]
  const letter = letterOf(index)
  const reading = readingOf(fig, index)
  return (
    <div className="side-head" role="group" aria-label={words.side(letter)}>
      <b className="side-tag">{letter}</b>
      <span className="side-what">{index === 0 ? words.held : words.yours}</span>
      {reading && (
        <span className="side-reading">
          <small>{reading.name}</small> <Num text={reading.value} />
        </span>
      )}
      {fig.differences.length > 0 && (
        <dl className="side-chips">
          {fig.differences.map(({ key, label, symbol, values }) => (
            <div key={key}>
              <dt>
                {label} {symbol !== undefined && <Symbol text={symbol} />}
              </dt>
              <dd>{values[index]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** The headline of a side's first run, as last measured. */
function readingOf(
  { spec, text, strings, shown, headline }: FigureState,
  side: number,
): { readonly name: string; readonly value: string } | null {
  const runs = shown.members.filter((member) => member.side === side)
  const [first] = runs
  const history = first && shown.histories[shown.members.indexOf(first)]
  if (headline === null || !history) return null
  const names: Readonly<Record<string, string>> = text.metrics
  const value = valueAtStep(history.steps, history.metrics[headline] ?? [], shown.step)
  const name = names[headline] ?? headline
  return {
    name: runs.length > 1 ? strings.metricOf(name, text.member?.(first.id) ?? first.id) : name,
    value: formatReading(value, spec.run?.metrics[headline]?.role),
  }
}
