import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { UnitMark, UnitState } from './units.ts'

interface Props {
  label: string
  /** The layer, and what is drawn of it. */
  name: string
  /** The layer alone, where there is no room for more. */
  shortName: string
  units: readonly UnitMark[]
  width: number
  height: number
}

/** Inputs beyond this touch the frame. */
const REACH = 40
/** Small inputs and large ones both have room: linear near 0, logarithmic beyond. */
const bend = (z: number): number => Math.asinh(Math.min(REACH, Math.max(-REACH, z)))
const TICKS = [-10, 0, 10].map(bend)

/** One layer: for each unit a bar from its least to its largest input over the training set, and a mark of its state. */
export function UnitRow({ label, name, shortName, units, width, height }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const marks = big ? 26 : 15
  const y = { domain: [bend(-REACH), bend(REACH)] as const }
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [0, Math.max(1, units.length)], ticks: [] }}
      y={
        big
          ? { ...y, ticks: [0], format: () => shortName }
          : { ...y, name, ticks: TICKS, format: (bent) => formatNumber(Math.round(Math.sinh(bent))) }
      }
      frame="none"
      margins={{ top: marks + (big ? 0 : metrics.row + metrics.top), bottom: 6, right: 1 }}
    >
      <Units units={units} />
    </Plot>
  )
}

function Units({ units }: { units: readonly UnitMark[] }) {
  const { x, y, left, top, width, big } = usePlot()
  const slot = width / Math.max(1, units.length)
  const thick = Math.min(slot * 0.5, big ? 16 : 10)
  const zero = y(0)
  return (
    <g aria-hidden="true">
      {units.map(({ state, least, most }, index) => {
        const middle = x(index + 0.5)
        const [bottom, peak] = [y(bend(least)), y(bend(most))]
        const side = round(middle - thick / 2)
        return (
          <g key={index}>
            {peak < zero && (
              <rect
                x={side}
                width={round(thick)}
                y={round(peak)}
                height={round(Math.min(zero, bottom) - peak)}
                fill="var(--pos)"
              />
            )}
            {bottom > zero && (
              <rect
                x={side}
                width={round(thick)}
                y={round(Math.max(zero, peak))}
                height={round(Math.max(1, bottom - Math.max(zero, peak)))}
                fill="var(--neg)"
              />
            )}
            <StateMark
              state={state}
              x={round(middle)}
              y={top - (big ? 14 : 8)}
              size={Math.min(slot * 0.32, big ? 9 : 5)}
            />
          </g>
        )
      })}
      <line x1={left} x2={round(left + width)} y1={round(zero)} y2={round(zero)} stroke="var(--ink)" />
    </g>
  )
}

/** A unit's state as a mark: a disc, half a disc, a cross. */
export function StateMark({ state, x, y, size }: { state: UnitState; x: number; y: number; size: number }) {
  const s = round(size)
  if (state === 'silent') {
    return (
      <path
        d={`M${x - s} ${y - s}L${x + s} ${y + s}M${x - s} ${y + s}L${x + s} ${y - s}`}
        stroke="var(--warn)"
        strokeWidth={Math.max(1.75, s * 0.45)}
      />
    )
  }
  return (
    <>
      <circle cx={x} cy={y} r={s} fill="var(--plate)" stroke="var(--ink-2)" strokeWidth={1.25} />
      <path
        d={
          state === 'alive'
            ? `M${x - s} ${y}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0z`
            : `M${x} ${y - s}a${s} ${s} 0 0 0 0 ${2 * s}z`
        }
        fill="var(--ink-2)"
      />
    </>
  )
}
