import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { onFigureEvent, sendFigureEvent } from '../island.ts'
import type { Params, Values } from '../../protocol/params.ts'
import type { Side } from '../run/sides.ts'
import { putInUrl } from './pageUrl.ts'
import { readStored, writeStored } from './storage.ts'
import { LONGEST_VALUE, readTexts, readUrlValues, textsOf, urlTexts, type SideProblem } from './urlState.ts'
import { makeValuesStore, type ValuesStore } from './valuesStore.ts'

export interface UseFigureValues {
  /** The figure's setting, or A and B. */
  readonly sides: readonly Side[]
  /** What the controls act on: the last side's. */
  readonly values: Values<Params>
  readonly problems: readonly SideProblem[]
  /** The values were found in this tab's memory, not in the address: the reader is told. */
  readonly restored: boolean
  /** What is too large for a link is kept in this tab. */
  readonly kept: boolean
  readonly lossTold: boolean
  /** Keys of values too large for a link. */
  readonly large: readonly string[]
  readonly texts: Readonly<Record<string, string>>
  /** On the controls' side unless another is named. True when a new entry for undo was made. */
  readonly set: ValuesStore['set']
  readonly compare: ValuesStore['compare']
  undo(): boolean
  toDefaults(): void
  dismiss(): void
}

/** A figure's values: from the address or this tab's memory after the first render, written back as they change. */
export function useFigureValues(
  slug: string,
  figure: string,
  params: Params,
  base: Values<Params>,
  /** It never compares: the home page's figure has no room for two. */
  alone: boolean,
): UseFigureValues {
  const [store] = useState(() => makeValuesStore(params, base, () => performance.now()))
  const initial = useState(() => store.get())[0]
  const { sides, values, problems, loaded, restored, kept, lossTold } = useSyncExternalStore(
    store.subscribe,
    store.get,
    () => initial,
  )

  useLayoutEffect(() => {
    const stored = readStored(slug, figure)
    const fromUrl = readUrlValues(location.search, figure, params, base, largeOnly(stored))
    if (fromUrl.given) store.load(alone ? { ...fromUrl, compared: null } : fromUrl)
    else if (Object.keys(stored).length > 0)
      store.load({ ...readTexts(params, stored, base), problems: [], restored: true })
    else store.load({})
  }, [store, slug, figure, params, base, alone])

  const all = useMemo(() => textsOf(params, valuesOf(sides), base), [params, sides, base])
  const { texts, large } = useMemo(() => urlTexts(all), [all])
  useEffect(() => {
    if (!loaded) return
    putInUrl(figure, texts)
    store.noteKept(writeStored(slug, figure, all))
    sendFigureEvent('figure:values', { figure, values })
  }, [store, loaded, texts, all, values, slug, figure])

  // Before the values are told: what waited for the figure to wake is sent in answer to them.
  useLayoutEffect(
    () =>
      onFigureEvent('figure:set', (detail) => {
        if (detail.figure === figure) store.set(detail.values)
      }),
    [store, figure],
  )

  const toDefaults = useCallback(() => {
    store.dismiss()
    store.compare('keep-a')
    store.set(base)
  }, [store, base])
  const { set, compare, undo, dismiss } = store
  return {
    sides,
    values,
    problems,
    restored,
    kept,
    lossTold,
    large,
    texts,
    set,
    compare,
    undo,
    toDefaults,
    dismiss,
  }
}

const valuesOf = ([first, ...others]: readonly [Side, ...Side[]]): [Values<Params>, ...Values<Params>[]] => [
  first.values,
  ...others.map(({ values }) => values),
]

/** Texts that could not stand in an address: they belong to a link's other values only on this device. */
function largeOnly(stored: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).filter(([, text]) => text.length > LONGEST_VALUE))
}
