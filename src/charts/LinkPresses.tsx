import { useMemo, useRef, useState } from 'react'
import type { NetworkLink } from './network.ts'
import { drawLink, nearestLink, type LinkPlace } from './networkGeometry.ts'

/** Takes presses anywhere on the links, and shows the one that a press would take. */
export function LinkPresses(props: {
  width: number
  height: number
  links: readonly LinkPlace[]
  onLink: (link: NetworkLink) => void
}) {
  const { width, height, links, onLink } = props
  const box = useRef<SVGRectElement>(null)
  const [near, setNear] = useState<LinkPlace | undefined>(undefined)
  const find = (event: { clientX: number; clientY: number }): LinkPlace | undefined => {
    const outer = box.current?.getBoundingClientRect()
    if (!outer || outer.width === 0) return undefined
    const x = ((event.clientX - outer.left) / outer.width) * width
    const y = ((event.clientY - outer.top) / outer.height) * height
    return nearestLink(links, x, y)
  }
  const shown = useMemo(
    () => links.find((link) => link.gap === near?.gap && link.from === near.from && link.to === near.to),
    [links, near],
  )
  return (
    <g className={shown ? 'links press' : 'links'} aria-hidden="true">
      {shown && <path d={drawLink(shown)} fill="none" stroke="var(--live)" strokeWidth={3} />}
      <rect
        ref={box}
        width={width}
        height={height}
        fill="transparent"
        onPointerMove={(event) => setNear(find(event))}
        onPointerLeave={() => setNear(undefined)}
        onClick={(event) => {
          const link = find(event)
          if (link) onLink({ gap: link.gap, from: link.from, to: link.to })
        }}
      />
    </g>
  )
}
