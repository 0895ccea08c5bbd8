import { atom } from 'nanostores'
import { BACKENDS, type BackendId } from '../../protocol/messages.ts'
import { readChoice, writeChoice } from './storage.ts'
import { strangersIn } from './urlState.ts'

/** What the address or the reader says to all figures of the page. */
export const $backend = atom<BackendId | null>(null)
/** `?backend=` held something that is no backend. */
export const $unknownBackend = atom<string | null>(null)
/** Names of controls and parts that a teacher's link hides. */
export const $hidden = atom<ReadonlySet<string>>(new Set())
/** Names that a teacher's link would hide, of which the page has none. */
export const $nothingToHide = atom<readonly string[]>([])
/** Keys of the address that belong to figures which this page has not. */
export const $strangers = atom<readonly string[]>([])

/** What `?hide=` can take away of any figure, besides its settings. */
const HIDEABLE: readonly string[] = [
  'controls',
  'transport',
  'scrubber',
  'speed',
  'preset',
  'group',
  'compare',
  'share',
  'present',
  'export',
  'caption',
  'status',
]

/** The names that are not known, each once. An empty one, as after a last comma, is none. */
export const unknownNames = (names: readonly string[], known: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name) => name !== '' && !known.includes(name))),
]

const backendNamed = (text: string | null): BackendId | null =>
  BACKENDS.find((backend) => backend === text) ?? null

let read = false
/**
 * Reads `?backend=` and `?hide=` once, after the first render. A backend that the reader chose on an earlier page is taken
 * where the address names none; `?backend=auto` asks for the best.
 */
export function readPageSettings(): void {
  if (read) return
  read = true
  const search = new URLSearchParams(location.search)
  const backend = search.get('backend') ?? ''
  $backend.set(backendNamed(backend === '' ? readChoice('backend') : backend))
  if (backend !== '' && backend !== 'auto' && $backend.get() === null)
    $unknownBackend.set(backend.slice(0, 40))
  const hide = search.get('hide')
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
  if (hide !== null && hide !== '') {
    const names = hide.split(',').map((name) => name.trim())
    $hidden.set(new Set(names))
    const settings = figures.flatMap((figure) => (figure.dataset['settings'] ?? '').split(' '))
    $nothingToHide.set(unknownNames(names, [...HIDEABLE, ...settings]))
  }
  $strangers.set(
    strangersIn(
      location.search,
      figures.map((figure) => figure.dataset['figure'] ?? ''),
    ),
  )
}

/** Closes what was said about the address as a whole. */
export function dismissPageNotes(): void {
  $unknownBackend.set(null)
  $strangers.set([])
  $nothingToHide.set([])
}

/** The reader's override, kept in the address and for other pages; null: the device's best. */
export function chooseBackend(backend: BackendId | null): void {
  $backend.set(backend)
  $unknownBackend.set(null)
  writeChoice('backend', backend)
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
