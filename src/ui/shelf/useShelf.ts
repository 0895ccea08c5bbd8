import { useEffect, useSyncExternalStore } from 'react'
import { readerShelf } from './readerShelf.ts'
import { EMPTY_SHELF, type Shelf, type ShelfState } from './shelf.ts'

/** The reader's files as they stand, and what can be done with them. Before the page wakes there are none. */
export function useShelf(): { readonly shelf: Shelf; readonly state: ShelfState } {
  const state = useSyncExternalStore(readerShelf.subscribe, readerShelf.get, () => EMPTY_SHELF)
  useEffect(() => void readerShelf.recall(), [])
  return { shelf: readerShelf, state }
}
