import { useEffect, type RefObject } from 'react'

/** Tells whether the reader can see the figure: on screen, in a tab that is shown. */
export function useOnScreen(root: RefObject<HTMLElement | null>, tell: (visible: boolean) => void): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let near = true
    const say = (): void => tell(near && document.visibilityState === 'visible')
    const observer = new IntersectionObserver((entries) => {
      near = entries.at(-1)?.isIntersecting ?? near
      say()
    })
    observer.observe(element)
    document.addEventListener('visibilitychange', say)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', say)
    }
  }, [root, tell])
}
