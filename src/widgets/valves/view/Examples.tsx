import { formatNumber } from '../../../i18n/number.ts'
import { Icon } from '../../../ui/icons.tsx'
import { EXAMPLES, NEAR, TASKS, type Score, type TaskId, type Taps } from '../spec/pipes.ts'
import { fill, two, type Text } from './words.ts'

interface Props {
  task: TaskId
  score: Score
  taps: Taps
  fountainNames: readonly [string, string]
  text: Text
  /** Only what there is to press, on a projector. */
  brief: boolean
  onTaps: (taps: Taps) => void
}

/** The three examples: what each fountain gives and should give, and how wrong all of it is. A press opens the taps so. */
export function Examples({ task, score, taps, fountainNames, text, brief, onTaps }: Props) {
  const names = [text.onlyLeft, text.onlyRight, text.both]
  const isShown = ([left, right]: Taps): boolean => left === taps[0] && right === taps[1]
  const button = (example: Taps, i: number) => (
    <button
      key={i}
      type="button"
      className="btn"
      aria-pressed={isShown(example)}
      onClick={() => onTaps(example)}
    >
      {names[i]}
    </button>
  )
  if (brief)
    return (
      <div className="vl-examples" role="group" aria-label={text.open}>
        {EXAMPLES.map(button)}
      </div>
    )
  return (
    <table className="vl-examples">
      <thead>
        <tr>
          <th scope="col">{text.open}</th>
          {fountainNames.map((name) => (
            <th key={name} scope="col">
              {fill(text.givesWanted, { name })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {EXAMPLES.map((example, i) => {
          return (
            <tr key={i}>
              <th scope="row">{button(example, i)}</th>
              {([0, 1] as const).map((k) => {
                const given = score.given[i]?.[k] ?? 0
                const wanted = TASKS[task][i]?.[k] ?? 0
                const right = Math.abs(given - wanted) <= NEAR
                return (
                  <td key={k}>
                    <b>{two(given)}</b>
                    {` / ${formatNumber(wanted)}`}
                    <span className={right ? 'vl-mark right' : 'vl-mark'}>
                      {right && <Icon name="check" />}
                      <span className="vh">{right ? text.isRight : text.isWrong}</span>
                    </span>
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
