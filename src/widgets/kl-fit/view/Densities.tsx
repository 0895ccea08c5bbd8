import type { ReactNode } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatPath, round } from '../../../charts/text.tsx'
import { CELL, REACH } from '../spec.ts'

/** The part of the line that is drawn: beyond it there is next to nothing. */
export const SHOWN = 7

interface Props {
  label: string
  width: number
  height: number
  p: ArrayLike<number>
  q: ArrayLike<number>
  own: boolean
  highest: number
  name: string
  children?: ReactNode
}

/** p as a grey hill, q as a line over it; both as densities. */
export function Densities({ label, width, height, p, q, own, highest, name, children }: Props) {
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [-SHOWN, SHOWN], symbol: 'x', ticks: [-5, 0, 5] }}
      y={{ domain: [0, highest], name, ticks: 3 }}
      frame="axes"
      interactive
    >
      <Curves p={p} q={q} own={own} />
      {children}
    </Plot>
  )
}

/** The middle of a cell. */
export const placeOf = (cell: number): number => -REACH + CELL * cell

function Curves({ p, q, own }: Pick<Props, 'p' | 'q' | 'own'>) {
  const { x, y, clip, metrics, big } = usePlot()
  const points = (cells: ArrayLike<number>) =>
    Array.from(cells, (share, i) => [x(placeOf(i)), Math.max(-1e4, y(share / CELL))] as const)
  const hill = formatPath(points(p))
  const ground = round(y(0))
  return (
    <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round" aria-hidden="true">
      <path d={`${hill}V${ground}H${round(x(-REACH))}Z`} fill="var(--mag-1)" opacity={0.55} />
      <path d={hill} stroke="var(--ink-2)" strokeWidth={big ? 2.5 : 1.5} />
      <path
        d={formatPath(points(q))}
        stroke={own ? 'var(--live)' : 'var(--ref)'}
        strokeWidth={own ? metrics.yours : metrics.reference + 0.5}
      />
    </g>
  )
}
