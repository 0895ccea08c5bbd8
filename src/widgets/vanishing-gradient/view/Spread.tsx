import { usePlot } from '../../../charts/area.ts'
import { formatPath } from '../../../charts/text.tsx'

interface Props {
  /** Layer numbers. */
  x: readonly number[]
  low: readonly number[]
  high: readonly number[]
}

/** The band between the smallest and the largest draw. */
export function Spread({ x, low, high }: Props) {
  const area = usePlot()
  // Below the frame the logarithm of a tiny number still has a place; the clip hides it.
  const at = (layer: number, value: number): [number, number] => [area.x(layer), area.y(value)]
  const up = x.map((layer, i) => at(layer, high[i] ?? Number.NaN))
  const down = x.map((layer, i) => at(layer, low[i] ?? Number.NaN)).reverse()
  return (
    <path
      d={`${formatPath([...up, ...down])}Z`}
      fill="var(--ref)"
      opacity={0.16}
      clipPath={`url(#${area.clip})`}
    />
  )
}
