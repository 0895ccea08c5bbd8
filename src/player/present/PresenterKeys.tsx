import type { FigureState } from '../useFigure.ts'

/** The keys that set a choice, and its name. */
export interface Digits {
  readonly label: string
  /** `1–3` */
  readonly keys: string
}

/** Digits for so many options. */
export const digitKeys = (options: number): string => `1–${Math.min(9, options)}`

/** The row of keys under a presented figure. */
export function PresenterKeys({ fig, digits }: { fig: FigureState; digits: Digits | null }) {
  const { keys } = fig.strings
  const runs = fig.spec.run !== undefined
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
      {digits !== null && (
        <span>
          <kbd>{digits.keys}</kbd>
          {digits.label}
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
