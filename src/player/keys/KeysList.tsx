import { Fragment } from 'react'
import type { Digits } from '../present/PresenterKeys.tsx'
import type { PlayerStrings } from '../strings.ts'

interface Props {
  strings: PlayerStrings
  /** The figure trains a model. */
  runs: boolean
  /** The choice that the digits set. */
  digits: Digits | null
  seed: boolean
  presets: boolean
}

/** The list of keys, for what this figure has. */
export function KeysList({ strings, runs, digits, seed, presets }: Props) {
  const { keys } = strings
  const rows: readonly (readonly [string, string, boolean])[] = [
    [keys.space, keys.playPause, runs],
    ['→', keys.step, runs],
    ['←', keys.back, runs],
    ['R', keys.reset, runs],
    ['+ −', `${keys.faster} / ${keys.slower}`, runs],
    ['N', keys.seed, seed],
    ['P', keys.preset, presets],
    [digits?.keys ?? '', digits?.label ?? '', digits !== null],
    ['U', keys.undo, true],
    ['F', keys.present, true],
    ['S', keys.share, true],
    ['E', keys.export, true],
    ['T', keys.table, true],
    ['D', keys.describe, true],
    ['PgDn', keys.next, true],
    ['PgUp', keys.previous, true],
    ['?', keys.help, true],
  ]
  return (
    <>
      <dl className="keys">
        {rows
          .filter(([, , has]) => has)
          .map(([key, meaning]) => (
            <Fragment key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </Fragment>
          ))}
      </dl>
      <p className="aside">{keys.where}</p>
    </>
  )
}
