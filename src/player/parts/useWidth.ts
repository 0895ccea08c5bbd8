import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** An element's inner width in CSS px; `initial` on the server and in the first client render. */
export function useWidth<E extends HTMLElement>(
  initial: number,
): readonly [RefObject<E | null>, number, number] {
  const element = useRef<E>(null)
  const [size, setSize] = useState({ width: initial, height: 0 })
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    const measure = (): void => {
      const style = getComputedStyle(node)
      const width =
        node.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      const height =
        node.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
      if (width > 0)
        setSize((old) =>
          Math.abs(old.width - width) < 0.5 && Math.abs(old.height - height) < 0.5 ? old : { width, height },
        )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return [element, size.width, size.height]
}
