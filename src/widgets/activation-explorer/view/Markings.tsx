import { usePlot } from '../../../charts/area.ts'
import { formatPath, round } from '../../../charts/text.tsx'
import type { Tails } from './curves.ts'

/** The zero line of a plot whose base line is not zero. */
export function ZeroLine() {
  const { y, left, width } = usePlot()
  return <line x1={left} x2={round(left + width)} y1={round(y(0))} y2={round(y(0))} stroke="var(--rule-2)" />
}

/** The parts of the x axis where the function in focus is saturated. */
export function SaturatedZones({ tails, text }: { tails: Tails; text?: string }) {
  const { x, left, top, width, height, metrics } = usePlot()
  const right = left + width
  const zones = [
    ...(tails.left === undefined ? [] : [{ id: 'left', from: left, to: x(tails.left) }]),
    ...(tails.right === undefined ? [] : [{ id: 'right', from: x(tails.right), to: right }]),
  ]
  return zones.map(({ id, from, to }) => (
    <g key={id}>
      <rect
        x={round(from)}
        y={top}
        width={round(Math.max(0, to - from))}
        height={round(height)}
        fill="var(--sunk)"
      />
      {text !== undefined && to - from > text.length * 6 && (
        <text
          x={round(id === 'left' ? from + 6 : to - 6)}
          y={top + metrics.tick + 3}
          textAnchor={id === 'left' ? 'start' : 'end'}
          className="tick"
        >
          {text}
        </text>
      )}
    </g>
  ))
}

/** The upright line through both plots at the chosen x. */
export function Guide({ at }: { at: number }) {
  const { x, top, height, clip } = usePlot()
  return (
    <line
      x1={round(x(at))}
      x2={round(x(at))}
      y1={top}
      y2={round(top + height)}
      stroke="var(--live)"
      strokeDasharray="2 4"
      clipPath={`url(#${clip})`}
    />
  )
}

/** Where the curves stand at the chosen x. */
export function Dots({ at, heights }: { at: number; heights: readonly number[] }) {
  const { x, y, big, clip } = usePlot()
  return (
    <g clipPath={`url(#${clip})`} fill="var(--ink)" stroke="var(--plate)" strokeWidth={1.5}>
      {heights.map((height, index) =>
        Number.isFinite(height) ? (
          <circle key={index} cx={round(x(at))} cy={round(y(height))} r={big ? 7 : 4} />
        ) : null,
      )}
    </g>
  )
}

/** A piece of the tangent: as long on the screen wherever it stands. */
export function Tangent({ at, height, slope }: { at: number; height: number; slope: number }) {
  const { x, y, width, big, clip } = usePlot()
  // Rise and run in px; the y axis of the screen points down.
  const run = x(1) - x(0)
  const rise = (y(0) - y(1)) * slope
  const scale = Math.min(big ? 150 : 84, width * 0.15) / Math.hypot(run, rise)
  const middle = [x(at), y(height)] as const
  return (
    <path
      d={formatPath([
        [middle[0] - run * scale, middle[1] + rise * scale],
        [middle[0] + run * scale, middle[1] - rise * scale],
      ])}
      stroke="var(--ink)"
      strokeWidth={big ? 3 : 1.75}
      clipPath={`url(#${clip})`}
    />
  )
}
