import { atom } from 'nanostores'
import { BACKENDS, type BackendId } from '../../protocol/messages.ts'

/** What the address or the reader says to all figures of the page. */
export const $backend = atom<BackendId | null>(null)
/** `?backend=` held something that is no backend. */
export const $unknownBackend = atom<string | null>(null)
/** Names of controls and parts that a teacher's link hides. */
export const $hidden = atom<ReadonlySet<string>>(new Set())

const isBackend = (text: string): text is BackendId => (BACKENDS as readonly string[]).includes(text)

let read = false
/** Reads `?backend=` and `?hide=` once, after the first render. */
export function readPageSettings(): void {
  if (read) return
  read = true
  const search = new URLSearchParams(location.search)
  const backend = search.get('backend')
  if (backend !== null && backend !== '' && backend !== 'auto') {
    if (isBackend(backend)) $backend.set(backend)
    else $unknownBackend.set(backend.slice(0, 40))
  }
  const hide = search.get('hide')
  if (hide !== null && hide !== '') $hidden.set(new Set(hide.split(',').map((name) => name.trim())))
}

/** The reader's override, kept in the address; null: the device's best. */
export function chooseBackend(backend: BackendId | null): void {
  $backend.set(backend)
  $unknownBackend.set(null)
  const search = new URLSearchParams(location.search)
  if (backend === null) search.delete('backend')
  else search.set('backend', backend)
  const query = search.toString()
  try {
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`,
    )
  } catch {
    // The choice holds without its address.
  }
}
