import { useEffect, useState, type RefObject } from 'react'
import { formatNumber } from '../../i18n/number.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PlayerStrings } from '../strings.ts'

/** A presented figure’s controls stand in columns as high as their place, one column at a time: these buttons turn them. */
export function ControlPages({ of, strings }: { of: RefObject<HTMLElement | null>; strings: PlayerStrings }) {
  const { page, pages } = usePages(of)
  if (pages < 2) return null
  // Round and round: a button that ends would lose the focus, and the keys with it.
  const turn = (by: number): void => {
    const to = (page + by + pages) % pages
    of.current?.scrollTo({ left: to * of.current.clientWidth, behavior: 'instant' })
  }
  return (
    <div className="p-pages">
      <IconButton icon="arrow-left" label={strings.previousSettings} onClick={() => turn(-1)} />
      <span>
        {formatNumber(page + 1)} / {formatNumber(pages)}
      </span>
      <IconButton icon="arrow-right" label={strings.nextSettings} onClick={() => turn(1)} />
    </div>
  )
}

/** How many columns there are, and which one is seen: the focus scrolls them too. */
function usePages(of: RefObject<HTMLElement | null>): { page: number; pages: number } {
  const [seen, setSeen] = useState({ page: 0, pages: 1 })
  useEffect(() => {
    const element = of.current
    if (!element) return
    const measure = (): void => {
      const { scrollWidth, clientWidth, scrollLeft } = element
      if (clientWidth === 0) return
      const pages = Math.max(1, Math.round(scrollWidth / clientWidth))
      const page = Math.min(pages - 1, Math.round(scrollLeft / clientWidth))
      setSeen((old) => (old.page === page && old.pages === pages ? old : { page, pages }))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    for (const child of element.children) sizes.observe(child)
    // A control that comes or goes with a choice makes columns longer or shorter.
    const children = new MutationObserver(measure)
    children.observe(element, { childList: true })
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      children.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [of])
  return seen
}
