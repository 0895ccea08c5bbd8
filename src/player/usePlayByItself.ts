import { useEffect, useRef, type RefObject } from 'react'
import { savesData } from './savesData.ts'

/** The home page's figure plays by itself, once, when it is first seen: unless motion or data is to be saved. */
export function usePlayByItself(
  root: RefObject<HTMLElement | null>,
  wanted: boolean,
  play: () => void,
): void {
  const done = useRef(false)
  useEffect(() => {
    const element = root.current
    if (!wanted || done.current || !element) return
    if (savesData() || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const observer = new IntersectionObserver((entries) => {
      if (done.current || !entries.some((entry) => entry.isIntersecting)) return
      done.current = true
      observer.disconnect()
      play()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [root, wanted, play])
}
