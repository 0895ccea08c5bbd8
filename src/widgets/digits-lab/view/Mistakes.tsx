import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { useEffect, useState } from 'react'
import { Tiles } from '../../../charts/Tiles.tsx'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { SIDE } from '../spec/params.ts'
import type { Exam, Pictures } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'
import { Confusion, type Cell } from './Confusion.tsx'

interface Props {
  exam: Exam
  width: number
  /** Null while the exam is a recorded one: nobody can be asked for what it does not hold. */
  ask: ViewProps<typeof spec>['ask'] | null
  /** Someone is to be there who can be asked. */
  onAsk: () => void
  text: Text
}

const PIXELS = SIDE * SIDE
/** Of one cell so many images are shown. */
const MOST = 18

/** How often each digit is read as each, and the images behind the numbers. */
export function Mistakes({ exam, width, ask, onAsk, text }: Props) {
  const [cell, setCell] = useState<Cell | null>(null)
  const found = useCell(cell, exam.at, ask)
  const pictures = cell ? found : exam.worst
  const wide = width >= 520
  const open = (next: Cell): void => {
    setCell(next)
    onAsk()
  }
  return (
    <div className={wide ? 'lab-mistakes' : 'lab-mistakes narrow'}>
      <div>
        <Confusion confusion={exam.confusion} chosen={cell} text={text} onCell={open} />
        <p className="quiet">{text.confusionRows}</p>
      </div>
      <div>
        <p className="lab-gallery-head">
          <b>{cell ? fill(text.cellTitle, { ...cell }) : text.worst}</b>
          {cell && (
            <button type="button" className="btn" onClick={() => setCell(null)}>
              {text.backToWorst}
            </button>
          )}
        </p>
        {cell && !ask && (
          <p className="quiet" role="status">
            {text.moment}
          </p>
        )}
        {!cell && exam.worst.numbers.length === 0 && <p className="quiet">{text.none}</p>}
        {pictures && <Gallery pictures={pictures} text={text} />}
      </div>
    </div>
  )
}

function Gallery({ pictures, text }: { pictures: Pictures; text: Text }) {
  const { numbers, images, labels, answers, right } = pictures
  return (
    <ul className="lab-gallery">
      {Array.from(numbers.subarray(0, MOST), (number, i) => (
        <li key={number}>
          <Tiles
            values={images.subarray(i * PIXELS, (i + 1) * PIXELS)}
            count={1}
            height={SIDE}
            width={SIDE}
            limit={255}
            scale="ink"
            columns={1}
            cell={1.7}
            label={fill(text.mistake, {
              digit: labels[i] ?? '',
              answer: answers[i] ?? '',
              share: formatPercent(right[i]),
            })}
          />
          <span aria-hidden="true">
            {labels[i]} → {answers[i]}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The images of a cell, asked for anew after each exam; those of another cell or exam are not shown. */
function useCell(cell: Cell | null, at: number, ask: Props['ask']): Pictures | null {
  const [found, setFound] = useState<{ key: string; pictures: Pictures } | null>(null)
  const key = cell ? `${cell.digit} ${cell.answer} ${at}` : ''
  useEffect(() => {
    if (!cell || !ask) return
    let wanted = true
    ask({ kind: 'cell', ...cell }).then(
      (answer) => {
        if (wanted && 'numbers' in answer) setFound({ key, pictures: answer })
      },
      // A run that has ended gives no answer; its page shows none.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [cell, key, ask])
  return found?.key === key ? found.pictures : null
}
