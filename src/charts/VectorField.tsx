import { useMemo } from 'react'
import { usePlot } from './area.ts'
import { formatPath } from './text.tsx'

interface Props {
  at: (x: number, y: number) => readonly [dx: number, dy: number]
  /** Arrows across; as many rows as fit. */
  columns?: number
  /** `equal`: direction only. `root`: length by the square root of size, so that small ones are seen. */
  length?: 'equal' | 'root'
  stroke?: string
}

/** Small arrows on a lattice: gradients over a map. Directions are those on the picture, with its own scales. */
export function VectorField({ at, columns = 16, length = 'root', stroke = 'var(--ink-2)' }: Props) {
  const area = usePlot()
  const { left, top, width, height, x, y, big } = area
  const d = useMemo(() => {
    const pitch = width / columns
    const rows = Math.max(1, Math.round(height / pitch))
    const arrows: { px: number; py: number; dx: number; dy: number; size: number }[] = []
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const px = left + (column + 0.5) * pitch
        const py = top + ((row + 0.5) / rows) * height
        const [vx, vy] = at(x.invert(px), y.invert(py))
        const dx = vx * (width / (x.domain[1] - x.domain[0]))
        const dy = -vy * (height / (y.domain[1] - y.domain[0]))
        const size = Math.hypot(dx, dy)
        if (Number.isFinite(size) && size > 0) arrows.push({ px, py, dx: dx / size, dy: dy / size, size })
      }
    }
    // The largest tenth would make all others dots; they share the full length.
    const sizes = arrows.map(({ size }) => size).sort((a, b) => a - b)
    const full = sizes[Math.floor(sizes.length * 0.9)] ?? 1
    const reach = pitch * 0.72
    return arrows
      .map(({ px, py, dx, dy, size }) => {
        const long = reach * (length === 'equal' ? 0.8 : Math.max(0.22, Math.min(1, Math.sqrt(size / full))))
        const head = Math.min(big ? 8 : 4.5, long * 0.38)
        const [ax, ay, bx, by] = [
          px - (dx * long) / 2,
          py - (dy * long) / 2,
          px + (dx * long) / 2,
          py + (dy * long) / 2,
        ]
        const wing = (turn: number) =>
          [bx - head * (dx - turn * dy * 0.6), by - head * (dy + turn * dx * 0.6)] as const
        return (
          formatPath([
            [ax, ay],
            [bx, by],
          ]) + formatPath([wing(1), [bx, by], wing(-1)])
        )
      })
      .join('')
  }, [at, columns, length, left, top, width, height, x, y, big])
  return (
    <path
      aria-hidden="true"
      clipPath={`url(#${area.clip})`}
      d={d}
      fill="none"
      stroke={stroke}
      strokeWidth={big ? 2 : 1.1}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
