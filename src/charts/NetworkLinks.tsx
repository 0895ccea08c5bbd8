import { drawLink } from './networkGeometry.ts'
import type { UnitPlace } from './network.ts'
import { signColor } from './palette.ts'
import { round } from './text.tsx'

interface LinksProps {
  units: readonly UnitPlace[]
  weights: readonly ArrayLike<number>[]
  size: number
  outlet: { x: number; y: number } | null
}

/** Weights as curves, as thick as they are large, blue below zero and orange above. */
export function NetworkLinks({ units, weights, size, outlet }: LinksProps) {
  return weights.map((values, gap) => {
    const from = units.filter(({ layer }) => layer === gap)
    const next = units.filter(({ layer }) => layer === gap + 1)
    const to = next.length > 0 ? next.map(({ x, y }) => ({ x, y: y + size / 2 })) : outlet ? [outlet] : []
    const lines = from.flatMap((start, i) =>
      to.map((end, j) => ({ start, end, weight: values[i * to.length + j] ?? 0 })),
    )
    // Thin lines first: the weights that matter lie on top.
    lines.sort((a, b) => Math.abs(a.weight) - Math.abs(b.weight))
    return lines.map(({ start, end, weight }) => {
      if (!Number.isFinite(weight)) return null
      const place = { ax: start.x + size, ay: start.y + size / 2, bx: end.x, by: end.y }
      const strength = Math.abs(weight)
      return (
        <path
          key={`${gap} ${start.key} ${round(end.y)}`}
          d={drawLink(place)}
          stroke={signColor(weight)}
          strokeWidth={round(Math.min(5, 0.4 + strength * 1.1))}
          opacity={round(Math.min(0.95, 0.28 + strength * 0.22))}
        />
      )
    })
  })
}
