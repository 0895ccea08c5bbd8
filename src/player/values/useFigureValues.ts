import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { onFigureEvent, sendFigureEvent } from '../island.ts'
import type { ParamProblem, Params, Values } from '../../protocol/params.ts'
import { formatValues, parseValues } from '../../protocol/values.ts'
import { putInUrl } from './pageUrl.ts'
import { readStored, writeStored } from './storage.ts'
import { LONGEST_VALUE, readUrlValues, urlTexts } from './urlState.ts'
import { makeValuesStore } from './valuesStore.ts'

export interface UseFigureValues {
  readonly values: Values<Params>
  readonly problems: readonly ParamProblem[]
  /** The values were found in this tab's memory, not in the address: the reader is told. */
  readonly restored: boolean
  /** What is too large for a link is kept in this tab. */
  readonly kept: boolean
  readonly lossTold: boolean
  /** Keys of values too large for a link. */
  readonly large: readonly string[]
  readonly texts: Readonly<Record<string, string>>
  /** True when a new entry for undo was made. */
  set(given: Readonly<Record<string, unknown>>): boolean
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
): UseFigureValues {
  const [store] = useState(() => makeValuesStore(params, base, () => performance.now()))
  const initial = useState(() => store.get())[0]
  const { values, problems, loaded, restored, kept, lossTold } = useSyncExternalStore(
    store.subscribe,
    store.get,
    () => initial,
  )

  useLayoutEffect(() => {
    const stored = readStored(slug, figure)
    const fromUrl = readUrlValues(location.search, figure, params, base, largeOnly(stored))
    if (fromUrl.given) store.load({ values: fromUrl.values, problems: fromUrl.problems })
    else if (Object.keys(stored).length > 0)
      store.load({ values: parseValues(params, stored, base).values, restored: true })
    else store.load({})
  }, [store, slug, figure, params, base])

  const { texts, large } = urlTexts(params, values, base)
  const written = JSON.stringify(texts)
  useEffect(() => {
    if (!loaded) return
    putInUrl(figure, JSON.parse(written) as Record<string, string>)
    store.noteKept(writeStored(slug, figure, formatValues(params, values, base)))
    sendFigureEvent('figure:values', { figure, values })
  }, [store, loaded, written, values, slug, figure, params, base])

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
    store.set(base)
  }, [store, base])
  const { set, undo, dismiss } = store
  return { values, problems, restored, kept, lossTold, large, texts, set, undo, toDefaults, dismiss }
}

/** Texts that could not stand in an address: they belong to a link's other values only on this device. */
function largeOnly(stored: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).filter(([, text]) => text.length > LONGEST_VALUE))
}
