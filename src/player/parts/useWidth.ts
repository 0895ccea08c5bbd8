import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** An element's inner width and height in CSS px, `initial` on the server and in the first client render; and a way to measure now. */
export function useWidth<E extends HTMLElement>(
  initial: number,
): readonly [RefObject<E | null>, number, number, () => void] {
  const element = useRef<E>(null)
  const [size, setSize] = useState({ width: initial, height: 0 })
  const measure = useCallback(() => {
    const node = element.current
    if (!node) return
    const style = getComputedStyle(node)
    const width =
      node.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    const height =
      node.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
    if (width > 0)
      setSize((old) =>
        Math.abs(old.width - width) < 0.5 && Math.abs(old.height - height) < 0.5 ? old : { width, height },
      )
  }, [])
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [measure])
  return [element, size.width, size.height, measure]
}
