import { Fragment } from 'react'
import type { Digits } from '../present/PresenterKeys.tsx'
import { compareStrings } from '../compare/strings.ts'
import type { FigureState } from '../useFigure.ts'

interface Props {
  fig: FigureState
  /** The choice that the digits set. */
  digits: Digits | null
}

/** The list of keys, for what this figure has. */
export function KeysList({ fig, digits }: Props) {
  const { strings, spec, locale } = fig
  const { keys } = strings
  const { keys: comparing } = compareStrings[locale]
  const runs = spec.run !== undefined
  const rows: readonly (readonly [string, string, boolean])[] = [
    [keys.space, keys.playPause, runs],
    ['→', keys.step, runs],
    ['←', keys.back, runs],
    ['R', keys.reset, runs],
    ['+ −', `${keys.faster} / ${keys.slower}`, runs],
    ['N', keys.seed, fig.seedKey !== null],
    ['P', keys.preset, spec.presets !== undefined],
    [digits?.keys ?? '', digits?.label ?? '', digits !== null],
    ['C', comparing.compare, fig.comparable],
    ['X', comparing.swap, fig.comparable],
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
