import { useContext, useState, type KeyboardEvent } from 'react'
import { layOutNetwork, type NetworkLayer, type UnitPlace } from './network.ts'
import { nudge } from './nudge.ts'
import { NetworkLinks } from './NetworkLinks.tsx'
import { Enlarged, UnitFace, UnitMap } from './NetworkUnit.tsx'
import { FigureScale, metricsOf } from './scale.ts'
import { SvgNumber, SvgSymbol } from './text.tsx'

interface Props {
  label: string
  width: number
  height: number
  layers: readonly NetworkLayer[]
  /** One per gap between layers (and one more to the output when there is `rightRoom`): `[from * units of the next + to]`. */
  weights: readonly ArrayLike<number>[]
  /** Px kept free at the right for the output's own picture; the last weights run to the middle of its edge. */
  rightRoom?: number
}

/** A network in columns: units as small maps or values, weights as lines, as thick as they are large. Hover, focus or tap a unit to enlarge its map. */
export function NetworkGraph({ label, width, height, layers, weights, rightRoom = 0 }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const [chosen, setChosen] = useState<string | null>(null)
  const { units, size, columns, outlet } = layOutNetwork({
    layers,
    width,
    height,
    rightRoom,
    head: metrics.row + 12,
    big,
  })
  const current = units.find(({ key }) => key === chosen)
  const tabStop = current ?? units.find(({ layer }) => layer === 1) ?? units[0]
  const mapped = units.filter(({ unit }) => unit.paint !== undefined)

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, from: UnitPlace) => {
    const step = nudge(event.key, false)
    if (event.key === 'Escape') setChosen(null)
    if (!step) return
    event.preventDefault()
    const next = nearestUnit(units, from, step)
    const group = event.currentTarget.parentElement?.querySelector<SVGGElement>(`[data-unit="${next.key}"]`)
    group?.focus()
  }
  return (
    <div
      className={big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      role="group"
      aria-label={label}
    >
      {mapped.map(
        (place) =>
          place.unit.paint && (
            <UnitMap
              key={place.key}
              paint={place.unit.paint}
              at={place}
              size={size}
              width={width}
              height={height}
            />
          ),
      )}
      <svg viewBox={`0 0 ${width} ${height}`}>
        <g fill="none" aria-hidden="true">
          <NetworkLinks units={units} weights={weights} size={size} outlet={outlet} />
        </g>
        {columns.map(({ id, name, x }) => (
          <SvgNumber key={id} x={x} y={metrics.label + 2} text={name} className="lab" />
        ))}
        {units.map((place) => (
          <g
            key={place.key}
            className="node"
            data-unit={place.key}
            role="img"
            aria-label={place.unit.label}
            tabIndex={place.key === tabStop?.key ? 0 : -1}
            onFocus={() => setChosen(place.key)}
            onBlur={() => setChosen(null)}
            onPointerEnter={() => setChosen(place.key)}
            onPointerLeave={() => setChosen(null)}
            onKeyDown={(event) => onKeyDown(event, place)}
          >
            <UnitFace place={place} size={size} />
          </g>
        ))}
        {units.map(({ key, unit, x, y, below }) =>
          unit.symbol === undefined ? null : (
            <SvgSymbol
              key={key}
              x={x + size / 2}
              y={below ? y + size + metrics.tick * 1.5 : y - metrics.tick * 0.6}
              text={unit.symbol}
              anchor="middle"
            />
          ),
        )}
      </svg>
      {current?.unit.paint && (
        <Enlarged
          place={current}
          paint={current.unit.paint}
          size={size}
          width={width}
          height={height}
          big={big}
        />
      )}
    </div>
  )
}

function nearestUnit(
  units: readonly UnitPlace[],
  from: UnitPlace,
  step: { dx: number; dy: number },
): UnitPlace {
  const ahead = units.filter((unit) =>
    step.dx !== 0
      ? unit.layer === from.layer + step.dx
      : unit.layer === from.layer && unit.index === from.index + step.dy,
  )
  return ahead.reduce(
    (best, unit) => (best === from || Math.abs(unit.y - from.y) < Math.abs(best.y - from.y) ? unit : best),
    from,
  )
}
