import { writeUrlTexts } from './urlState.ts'

/** All figures of a page share one address: their edits are gathered, and written into the present history entry. */
const pending = new Map<string, Readonly<Record<string, string>>>()
let timer: ReturnType<typeof setTimeout> | null = null

/** Browsers refuse more than about 100 changes of the address in 30 s; a pause of this length stays far below. */
const PAUSE = 350

function flush(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (pending.size === 0) return
  let search = location.search
  for (const [figure, texts] of pending) search = writeUrlTexts(search, figure, texts)
  pending.clear()
  if (search === location.search) return
  try {
    history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`)
  } catch {
    // A page opened from a file, or too many changes at once: the figure works on without its address.
  }
}

let leaving = false
/** A link may be about to be followed, or the page to go: what is written later would be lost. */
function flushOnLeaving(): void {
  if (leaving) return
  leaving = true
  for (const way of ['click', 'auxclick', 'contextmenu', 'pagehide'])
    addEventListener(way, flush, { capture: true })
}

/** Writes a figure's values into the address, soon; at once when the page may be about to go. */
export function putInUrl(figure: string, texts: Readonly<Record<string, string>>): void {
  flushOnLeaving()
  pending.set(figure, texts)
  timer ??= setTimeout(flush, PAUSE)
}

/** A link to a figure with the values of all figures as they stand in `texts` and in the address. */
export function linkTo(figure: string, texts: Readonly<Record<string, string>>): string {
  flush()
  const search = writeUrlTexts(location.search, figure, texts)
  return `${location.origin}${location.pathname}${search}#fig-${figure}`
}
