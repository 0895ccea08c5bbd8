import { useLayoutEffect, type RefObject } from 'react'
import { useAtom } from '../values/useAtom.ts'
import { $presented } from './presented.ts'

/** The presenter is one design at this size, scaled whole: for a screen, and for one held upright. */
const DESIGN = { wide: { width: 1024, height: 768 }, upright: { width: 600, height: 960 } }

/** True while this figure fills the screen: everything else is out of reach, and the scale follows the window. */
export function usePresenting(figure: string, root: RefObject<HTMLElement | null>): boolean {
  const presenting = useAtom($presented, null) === figure
  useLayoutEffect(() => {
    const element = root.current
    if (!presenting || !element) return
    const inside = document.activeElement
    // A figure that was turned to has nothing to give the focus back to but itself.
    const before = element.contains(inside) ? inside : element
    const top = scrollY
    const scale = (): void => {
      const { width, height } = innerWidth > innerHeight ? DESIGN.wide : DESIGN.upright
      const zoom = Math.min(innerWidth / width, innerHeight / height)
      element.style.setProperty('--pz', String(Math.max(0.4, zoom)))
    }
    scale()
    addEventListener('resize', scale)
    enter(element)
    element.focus({ preventScroll: true })
    return () => {
      removeEventListener('resize', scale)
      element.style.removeProperty('--pz')
      leave(element)
      if ($presented.get() !== null) return
      // Back to where the reader was, or to this figure when the presenter has walked on to it.
      scrollTo({ top, behavior: 'instant' })
      if (!isInWindow(element)) element.scrollIntoView({ block: 'nearest' })
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true })
    }
  }, [presenting, root])
  return presenting
}

function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** The figure on the screen, and what it made inert. From one figure to the next either may move first. */
let onScreen: { readonly element: HTMLElement; readonly silenced: readonly HTMLElement[] } | null = null

function enter(element: HTMLElement): void {
  if (onScreen) leave(onScreen.element)
  onScreen = { element, silenced: silenceOthers(element) }
  document.documentElement.classList.add('presenting')
}

function leave(element: HTMLElement): void {
  if (onScreen?.element !== element) return
  for (const other of onScreen.silenced) other.inert = false
  onScreen = null
  document.documentElement.classList.remove('presenting')
}

/** Makes everything but the element and its ancestors inert; returns what it changed. */
function silenceOthers(element: HTMLElement): readonly HTMLElement[] {
  const silenced: HTMLElement[] = []
  for (let node = element; node.parentElement !== null && node !== document.body; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert) continue
      sibling.inert = true
      silenced.push(sibling)
    }
  }
  return silenced
}
