import type { PlayerStrings } from '../strings.ts'

/** The row of keys under a presented figure. */
export function PresenterKeys({
  strings,
  runs,
  choice,
}: {
  strings: PlayerStrings
  runs: boolean
  choice: string | null
}) {
  const { keys } = strings
  return (
    <div className="p-keys">
      {runs && (
        <>
          <span>
            <kbd>{keys.space}</kbd>
            {keys.playPause}
          </span>
          <span>
            <kbd>→</kbd>
            {keys.step}
          </span>
          <span>
            <kbd>R</kbd>
            {keys.reset}
          </span>
        </>
      )}
      {choice !== null && (
        <span>
          <kbd>1–9</kbd>
          {choice}
        </span>
      )}
      <span>
        <kbd>?</kbd>
        {keys.title}
      </span>
      <span className="right">
        <kbd>Esc</kbd>
        {keys.leave}
      </span>
    </div>
  )
}
