import type { ReadableAtom } from 'nanostores'
import { useSyncExternalStore } from 'react'

/** The present value of a page-wide setting; `initial` on the server and in the first client render. */
export function useAtom<T>(atom: ReadableAtom<T>, initial: T): T {
  return useSyncExternalStore(
    (listener) => atom.listen(listener),
    () => atom.get(),
    () => initial,
  )
}
