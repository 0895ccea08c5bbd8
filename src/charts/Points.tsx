import { usePlot } from './area.ts'
import { ClassMark } from './marks.tsx'

export interface ClassPoint {
  readonly x: number
  readonly y: number
  /** Class: 0 disc, 1 square, 2 triangle, 3 outlined cross. */
  readonly kind: number
}

interface Props {
  points: readonly ClassPoint[]
  /** Open marks: test points. */
  open?: boolean
  /** Radius in px. */
  size?: number
  /** A point with a ring around it. */
  chosen?: number
}

/** Data points: always a colour and a shape. Points outside the frame are left out whole. */
export function Points({ points, open = false, size, chosen }: Props) {
  const area = usePlot()
  const radius = size ?? (area.big ? 7 : area.small ? 3.6 : 4)
  const picked = chosen === undefined ? undefined : points[chosen]
  return (
    <g aria-hidden="true" clipPath={`url(#${area.clip})`}>
      {points.map(({ x, y, kind }, index) => {
        const at = { x: area.x(x), y: area.y(y) }
        if (!(at.x >= area.left && at.x <= area.left + area.width)) return null
        if (!(at.y >= area.top && at.y <= area.top + area.height)) return null
        return <ClassMark key={index} {...at} kind={kind} open={open} size={open ? radius - 0.5 : radius} />
      })}
      {picked && (
        <circle
          cx={area.x(picked.x)}
          cy={area.y(picked.y)}
          r={radius + 5}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={area.big ? 3 : 2}
        />
      )}
    </g>
  )
}
