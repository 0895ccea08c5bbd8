import type { Interval } from './pixels.ts'
import type { Metrics } from './scale.ts'
import type { Project } from './surface3d.ts'
import { formatPath, SvgNumber, SvgSymbol } from './text.tsx'
import { chooseTicks, formatTicks } from './ticks.ts'

export interface SurfaceAxis {
  readonly domain: Interval
  readonly symbol?: string
  readonly name?: string
  readonly ticks?: readonly number[]
  readonly format?: (value: number) => string
}

interface Props {
  x: SurfaceAxis
  y: SurfaceAxis
  z: SurfaceAxis
  project: Project
  metrics: Metrics
}

/** The two near edges of the ground with their numbers, and the upright at the left. */
export function SurfaceFrame({ x, y, z, project, metrics }: Props) {
  // The near corner of the ground faces the eye: the one with the smallest depth.
  const corners = [-1, 1].flatMap((u) => [-1, 1].map((v) => ({ u, v, at: project(u, v, 0) })))
  const near = corners.reduce((best, corner) => (corner.at.depth < best.at.depth ? corner : best))
  const left = corners.reduce((best, corner) => (corner.at.x < best.at.x ? corner : best))
  const edge = (from: readonly [number, number, number], to: readonly [number, number, number]) =>
    formatPath([from, to].map((corner) => project(...corner)).map(({ x: px, y: py }) => [px, py]))
  const ground =
    edge([-near.u, near.v, 0], [near.u, near.v, 0]) + edge([near.u, -near.v, 0], [near.u, near.v, 0])
  const upright = edge([left.u, left.v, 0], [left.u, left.v, 1])
  const away = metrics.tick
  return (
    <g aria-hidden="true">
      <path d={ground + upright} fill="none" stroke="var(--rule-2)" />
      <AxisNumbers
        axis={x}
        metrics={metrics}
        place={(share) => project(2 * share - 1, near.v, 0)}
        towards={project(0, near.v * 1.4, 0)}
        middle={project(0, near.v, 0)}
        away={away}
        foot={left.at}
      />
      <AxisNumbers
        axis={y}
        metrics={metrics}
        place={(share) => project(near.u, 2 * share - 1, 0)}
        towards={project(near.u * 1.4, 0, 0)}
        middle={project(near.u, 0, 0)}
        away={away}
        foot={left.at}
      />
      <Upright axis={z} metrics={metrics} place={(share) => project(left.u, left.v, share)} />
    </g>
  )
}

interface NumbersProps {
  /** The foot of the upright: its own numbers stand there. */
  foot: { x: number; y: number }
  axis: SurfaceAxis
  metrics: Metrics
  place: (share: number) => { x: number; y: number }
  /** Numbers stand outward: from `middle` towards `towards`. */
  towards: { x: number; y: number }
  middle: { x: number; y: number }
  away: number
}

function AxisNumbers({ axis, metrics, place, towards, middle, away, foot }: NumbersProps) {
  const values = axis.ticks ?? chooseTicks(axis.domain, 4)
  const texts = axis.format ? values.map(axis.format) : formatTicks(values, false)
  const long = Math.hypot(towards.x - middle.x, towards.y - middle.y) || 1
  const [ox, oy] = [(towards.x - middle.x) / long, (towards.y - middle.y) / long]
  const anchor = ox < -0.35 ? 'end' : ox > 0.35 ? 'start' : 'middle'
  const share = (value: number) => (value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])
  const label = place(0.5)
  const far = away * 3
  const title = { x: label.x + ox * far, y: label.y + oy * far + metrics.tick * 0.6, anchor } as const
  return (
    <>
      {values.map((value, index) => {
        const at = place(share(value))
        if (Math.hypot(at.x - foot.x, at.y - foot.y) < metrics.tick * 1.8) return null
        return (
          <SvgNumber
            key={value}
            x={at.x + ox * away * 0.7}
            y={at.y + oy * away * 0.7 + metrics.tick * 0.4}
            text={texts[index] ?? ''}
            anchor={anchor}
          />
        )
      })}
      {axis.symbol !== undefined ? (
        <SvgSymbol {...title} text={axis.symbol} />
      ) : (
        axis.name !== undefined && <SvgNumber {...title} text={axis.name} className="axis word" />
      )}
    </>
  )
}

function Upright({
  axis,
  metrics,
  place,
}: {
  axis: SurfaceAxis
  metrics: Metrics
  place: (share: number) => { x: number; y: number }
}) {
  const values = axis.ticks ?? chooseTicks(axis.domain, 4)
  const texts = axis.format ? values.map(axis.format) : formatTicks(values, false)
  const share = (value: number) => (value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])
  const top = place(1)
  return (
    <>
      {values.map((value, index) => {
        const at = place(share(value))
        return (
          <SvgNumber
            key={value}
            x={at.x - 7}
            y={at.y + metrics.tick * 0.35}
            text={texts[index] ?? ''}
            anchor="end"
          />
        )
      })}
      {axis.symbol !== undefined ? (
        <SvgSymbol x={top.x + 4} y={top.y - metrics.tick * 0.8} text={axis.symbol} anchor="middle" />
      ) : (
        axis.name !== undefined && (
          <SvgNumber
            x={top.x}
            y={top.y - metrics.tick * 0.8}
            text={axis.name}
            anchor="middle"
            className="axis word"
          />
        )
      )}
    </>
  )
}
