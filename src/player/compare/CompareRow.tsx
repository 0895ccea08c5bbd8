import { Icon, type IconName } from '../../ui/icons.tsx'
import type { FigureState } from '../useFigure.ts'
import { SIDE_LETTERS } from './sideNames.ts'
import { compareStrings } from './strings.ts'

interface Props {
  fig: FigureState
  /** Ends the comparison with this side. */
  onEnd: (side: 0 | 1) => void
}

/** What can be done with a comparison, and whether there is anything to compare yet. */
export function CompareRow({ fig, onEnd }: Props) {
  const words = compareStrings[fig.locale]
  const count = fig.differences.length
  return (
    <div className="compare-row" role="group" aria-label={words.row}>
      <p>{count === 0 ? words.alike : words.differing(count)}</p>
      <Way icon="swap" label={words.swap} onClick={() => fig.compare('swap')} />
      <Way icon="copy" label={words.copy} onClick={() => fig.compare('copy')} />
      {SIDE_LETTERS.map((letter, side) => (
        <Way key={letter} icon="check" label={words.keep(letter)} onClick={() => onEnd(side === 0 ? 0 : 1)} />
      ))}
    </div>
  )
}

function Way({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  )
}
