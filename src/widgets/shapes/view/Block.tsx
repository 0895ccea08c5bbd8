import { formatPath, round } from '../../../charts/text.tsx'
import type { Shape } from '../../../math/shapes.ts'

interface Props {
  shape: Shape
  /** Middle of the block. */
  x: number
  y: number
  /** Px of the largest side in this picture. */
  size: number
  /** Px that a block may be wide. */
  room: number
  /** The largest sizes of all shapes shown: heights, and lengths or channels. */
  most: { readonly side: number; readonly depth: number }
}

/** Sizes are shown by their roots: else a vector of ten beside an image would be a dot. */
const root = (value: number, most: number): number => Math.sqrt(value / most)

/** A tensor as a body: an image as a slab whose depth is its channels, a vector as a bar. */
export function Block({ shape, x, y, size, room, most }: Props) {
  const flat = shape.length === 1
  const height = flat ? 10 : Math.max(4, size * root(shape[0], most.side))
  const width = flat
    ? Math.max(6, Math.min(2 * size, room) * root(shape[0], most.depth))
    : Math.max(4, size * root(shape[1], most.side))
  const deep = flat ? 3 : Math.max(2, 0.55 * size * root(shape[2], most.depth))
  // Seen from above and the right: depth goes up and to the right.
  const [dx, dy] = [deep * 0.8, -deep * 0.6]
  const [left, top] = [x - (width + dx) / 2, y - (height + dy) / 2]
  const face: readonly (readonly [number, number])[] = [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
    [left, top],
  ]
  const back = [
    [left, top],
    [left + dx, top + dy],
    [left + width + dx, top + dy],
    [left + width + dx, top + height + dy],
    [left + width, top + height],
  ] as const
  return (
    <g strokeWidth={1.25} stroke="var(--ink)" strokeLinejoin="round">
      <path d={`${formatPath(back)}L${round(left + width)} ${round(top)}Z`} fill="var(--sunk)" />
      <path
        d={formatPath([
          [left + width, top],
          [left + width + dx, top + dy],
        ])}
      />
      <path d={formatPath(face)} fill="var(--plate)" />
    </g>
  )
}
