import { Icon, type IconName } from '../../ui/icons.tsx'
import type { PlayerStrings } from '../strings.ts'

interface Props {
  strings: PlayerStrings
  /** Null while there is nothing to undo. */
  onUndo: (() => void) | null
  table: boolean
  words: boolean
  onTable: () => void
  onWords: () => void
  onKeys: () => void
}

/** Other ways to read the picture: as words, as numbers; and the keys. */
export function MoreRow({ strings, onUndo, table, words, onTable, onWords, onKeys }: Props) {
  return (
    <div className="fig-more">
      {onUndo && (
        <button type="button" onClick={onUndo}>
          <Icon name="undo" />
          <span>{strings.undo}</span>
        </button>
      )}
      <More
        icon="info"
        label={words ? strings.summary.hide : strings.summary.show}
        open={words}
        onClick={onWords}
      />
      <More
        icon="table"
        label={table ? strings.numbers.hide : strings.numbers.show}
        open={table}
        onClick={onTable}
      />
      <button
        type="button"
        className="keys-button"
        aria-label={strings.keys.show}
        title={strings.keys.show}
        onClick={onKeys}
      >
        <kbd>?</kbd>
      </button>
    </div>
  )
}

function More(props: { icon: IconName; label: string; open: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-expanded={props.open} onClick={props.onClick}>
      <Icon name={props.icon} />
      <span>{props.label}</span>
    </button>
  )
}
