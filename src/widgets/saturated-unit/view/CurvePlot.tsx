import type { ReactNode } from 'react'
import { usePlot, type Axis } from '../../../charts/area.ts'
import type { Line } from '../../../charts/lines.ts'
import { Lines } from '../../../charts/Lines.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { judge, REACH, type UnitLossId } from '../spec.ts'

/** Where a run stands. */
export interface Ball {
  readonly id: UnitLossId
  readonly z: number
}

interface Props {
  label: string
  width: number
  height: number
  /** The reader's run first. */
  balls: readonly Ball[]
  shows: 'loss' | 'gradient'
  y: Axis
  children?: ReactNode
}

const SAMPLES = 201
const Z = Array.from({ length: SAMPLES }, (_, i) => REACH * ((2 * i) / (SAMPLES - 1) - 1))

/** Both losses, or their slopes, over the pre-activation, with the runs as balls on their curves. */
export function CurvePlot({ label, width, height, balls, shows, y, children }: Props) {
  const lines: Line[] = balls.map(({ id }, index) => ({
    id,
    name: id,
    x: Z,
    y: Z.map((z) => judge(id, z)[shows]),
    role: index === 0 ? 'yours' : 'reference',
    dash: index - 1,
  }))
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [-REACH, REACH], symbol: 'z', ticks: [-10, -5, 0, 5] }}
      y={y}
      frame="axes"
      grid="y"
      interactive={children !== undefined}
    >
      <Lines lines={lines} named={false} />
      <Balls balls={balls.map((ball) => ({ ...ball, at: judge(ball.id, ball.z)[shows] }))} />
      {children}
    </Plot>
  )
}

function Balls({ balls }: { balls: readonly (Ball & { readonly at: number })[] }) {
  const { x, y, left, top, width, height, big } = usePlot()
  const radius = big ? 10 : 6
  return [...balls]
    .reverse()
    .map(({ id, z, at }, index) => (
      <circle
        key={id}
        cx={round(Math.min(left + width, Math.max(left, x(z))))}
        cy={round(Math.min(top + height, Math.max(top, y(at))))}
        r={radius}
        fill={index === balls.length - 1 ? 'var(--live)' : 'var(--ref)'}
        stroke="var(--paper)"
        strokeWidth={2}
      />
    ))
}
