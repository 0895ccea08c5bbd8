import { usePlot } from '../../../charts/area.ts'
import { Handle } from '../../../charts/Handle.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { DRAGGED, FINE, type FitAction, type FitFrame } from '../spec.ts'
import { Bundle } from './Bundle.tsx'

interface Props {
  label: string
  pointLabel: string
  width: number
  height: number
  frame: FitFrame
  /** Without the axis of x, where there is little room: the chart below has its own. */
  bare: boolean
  act: (action: FitAction) => void
}

const X = [-1, 1] as const
const Y = [-2.4, 2.4] as const
const written = (value: number): string => formatNumber(value, { digits: 2 })
const round2 = (value: number): number => Math.round(value * 100) / 100

/** The truth, the fits to many data sets as a bundle, their mean, and the last data set with its own fit. */
export function FitPlot({ label, pointLabel, width, height, frame, bare, act }: Props) {
  const points = Array.from({ length: frame.points.length / 2 }, (_, i) => ({
    x: frame.points[2 * i] ?? 0,
    y: frame.points[2 * i + 1] ?? 0,
  }))
  const draggable = points.length <= DRAGGED
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={bare ? { domain: X, ticks: [] } : { domain: X, symbol: 'x', ticks: [-1, -0.5, 0, 0.5, 1] }}
      y={{ domain: Y, symbol: 'y', ticks: bare ? [-2, 0, 2] : [-2, -1, 0, 1, 2] }}
      interactive={draggable}
    >
      <Curves frame={frame} />
      {draggable ? (
        points.map(({ x, y }, index) => (
          <Handle
            key={index}
            x={x}
            y={y}
            label={pointLabel.replace('{n}', String(index + 1))}
            valueText={`${written(x)}, ${written(y)}`}
            onMove={(nextX, nextY) => act({ type: 'move', index, x: round2(nextX), y: round2(nextY) })}
          />
        ))
      ) : (
        <Dots points={points} />
      )}
    </Plot>
  )
}

function Curves({ frame }: { frame: FitFrame }) {
  const { metrics, big } = usePlot()
  return (
    <>
      <Bundle values={frame.bundle} stroke="var(--ref)" strokeWidth={big ? 1.5 : 1} opacity={0.4} />
      <Bundle
        values={frame.truth}
        stroke="var(--ink)"
        strokeWidth={metrics.test}
        dash={big ? '10 6' : '6 4'}
      />
      {frame.draws > 1 && <Bundle values={frame.mean} stroke="var(--ink)" strokeWidth={metrics.train} />}
      <Bundle values={frame.fit} places={FINE} stroke="var(--live)" strokeWidth={metrics.yours} />
    </>
  )
}

function Dots({ points }: { points: readonly { readonly x: number; readonly y: number }[] }) {
  const { x, y, clip, big } = usePlot()
  return (
    <g clipPath={`url(#${clip})`} fill="var(--ink)" stroke="var(--paper)" aria-hidden="true">
      {points.map((point, index) => (
        <circle key={index} cx={round(x(point.x))} cy={round(y(point.y))} r={big ? 6 : 3.5} />
      ))}
    </g>
  )
}
