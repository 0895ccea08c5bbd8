import { atom } from 'nanostores'

/** The figure that fills the screen, or null. A figure that wakes up and finds its own id here presents itself. */
export const $presented = atom<string | null>(null)

/** Presents a figure: full screen where the browser allows it, else the whole window. */
export function present(figure: string): void {
  $presented.set(figure)
  const root = document.documentElement
  if (document.fullscreenElement === null && document.fullscreenEnabled) {
    root.requestFullscreen().then(entered, () => undefined)
  }
}

function entered(): void {
  // The reader may have left before the browser was there.
  if ($presented.get() === null) leaveFullscreen()
  else document.addEventListener('fullscreenchange', onChange)
}
function onChange(): void {
  if (document.fullscreenElement !== null) return
  document.removeEventListener('fullscreenchange', onChange)
  $presented.set(null)
}

export function stopPresenting(): void {
  $presented.set(null)
  leaveFullscreen()
}

function leaveFullscreen(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined)
}

/** The other figure may not have woken yet: it is brought near, where the page wakes it. */
export function presentOther(figure: string): void {
  document.getElementById(`fig-${figure}`)?.scrollIntoView({ block: 'center' })
  $presented.set(figure)
}
