import { fill } from '../../../i18n/fill.ts'
import type { KeyboardEvent } from 'react'
import { DIGITS } from '../spec/params.ts'
import { type Text } from '../strings/shared.ts'

export interface Cell {
  readonly digit: number
  readonly answer: number
}

interface Props {
  confusion: Uint32Array
  chosen: Cell | null
  text: Text
  onCell: (cell: Cell) => void
}

const digits = Array.from({ length: DIGITS }, (_, digit) => digit)

/** What the test digits are and what they are read as; each cell opens its images. Arrow keys go from cell to cell. */
export function Confusion({ confusion, chosen, text, onCell }: Props) {
  const at = chosen ?? { digit: 0, answer: 0 }
  const most = Math.max(1, ...confusion.filter((_, i) => i % (DIGITS + 1) !== 0))
  // Caught before the figure hears of it, to which an arrow is a step.
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const [down, right] =
      { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key] ?? []
    if (down === undefined || right === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const [digit, answer] = [(at.digit + down + DIGITS) % DIGITS, (at.answer + right + DIGITS) % DIGITS]
    onCell({ digit, answer })
    event.currentTarget.querySelectorAll('button')[digit * DIGITS + answer]?.focus()
  }
  return (
    <table className="lab-confusion" onKeyDownCapture={onKeyDown}>
      <caption className="vh">{text.confusion}</caption>
      <thead>
        <tr>
          <td />
          {digits.map((answer) => (
            <th key={answer} scope="col">
              {answer}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {digits.map((digit) => (
          <tr key={digit}>
            <th scope="row">{digit}</th>
            {digits.map((answer) => {
              const n = confusion[digit * DIGITS + answer] ?? 0
              const here = digit === at.digit && answer === at.answer
              const share = digit === answer ? 0 : n / most
              return (
                <td key={answer}>
                  <button
                    type="button"
                    tabIndex={here ? 0 : -1}
                    aria-pressed={chosen !== null && here}
                    aria-label={fill(text.cell, { digit, answer, n })}
                    className={digit === answer ? 'right' : undefined}
                    style={{
                      background: `color-mix(in srgb, var(--mag-1) ${Math.round(100 * share)}%, var(--plate))`,
                    }}
                    onClick={() => onCell({ digit, answer })}
                  >
                    {n > 0 ? n : '·'}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
