import { useContext, useState, type KeyboardEvent } from 'react'
import { layOutNetwork, type NetworkLayer, type UnitPlace } from './network.ts'
import { nudge } from './nudge.ts'
import { FIELD, signColor } from './palette.ts'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'
import { FigureScale, metricsOf } from './scale.ts'
import { round, SvgNumber, SvgSymbol } from './text.tsx'

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
          <Links units={units} weights={weights} size={size} outlet={outlet} />
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

/** A unit's face: the frame around its map, or a disc filled by its value. A unit that is off is crossed out. */
function UnitFace({ place, size }: { place: UnitPlace; size: number }) {
  const { unit, x, y } = place
  const middle = { x: round(x + size / 2), y: round(y + size / 2) }
  const value = unit.value ?? 0
  return (
    <>
      {unit.paint ? (
        <rect
          className="edge"
          x={round(x) + 0.5}
          y={round(y) + 0.5}
          width={round(size) - 1}
          height={round(size) - 1}
          pointerEvents="all"
        />
      ) : (
        <>
          <circle cx={middle.x} cy={middle.y} r={round(size / 2 - 1)} fill="var(--plate)" />
          <circle
            cx={middle.x}
            cy={middle.y}
            r={round(size / 2 - 1)}
            className="edge"
            style={{
              fill: unit.value === undefined ? 'var(--plate)' : signColor(value),
              fillOpacity: round(Math.min(1, Math.abs(value)) * FIELD.light),
            }}
          />
        </>
      )}
      {unit.off && (
        <path
          d={`M${round(x)} ${round(y)}l${round(size)} ${round(size)}M${round(x + size)} ${round(y)}l${round(-size)} ${round(size)}`}
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      )}
    </>
  )
}

interface LinksProps {
  units: readonly UnitPlace[]
  weights: readonly ArrayLike<number>[]
  size: number
  outlet: { x: number; y: number } | null
}

function Links({ units, weights, size, outlet }: LinksProps) {
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
      const [ax, ay, bx, by] = [round(start.x + size), round(start.y + size / 2), round(end.x), round(end.y)]
      const middle = round((ax + bx) / 2)
      const strength = Math.abs(weight)
      return (
        <path
          key={`${gap} ${start.key} ${by}`}
          d={`M${ax} ${ay}C${middle} ${ay} ${middle} ${by} ${bx} ${by}`}
          stroke={signColor(weight)}
          strokeWidth={round(Math.min(5, 0.4 + strength * 1.1))}
          opacity={round(Math.min(0.95, 0.28 + strength * 0.22))}
        />
      )
    })
  })
}

interface MapProps {
  paint: Paint
  at: UnitPlace
  size: number
  width: number
  height: number
}

function UnitMap({ paint, at, size, width, height }: MapProps) {
  return <Raster paint={paint} style={placeBox(at.x, at.y, size, width, height)} />
}

function placeBox(x: number, y: number, size: number, width: number, height: number) {
  const percent = (part: number, whole: number) => `${round((part / whole) * 100)}%`
  return {
    inset: 'auto',
    left: percent(x, width),
    top: percent(y, height),
    width: percent(size, width),
    height: percent(size, height),
  }
}

function Enlarged({
  place,
  paint,
  size,
  width,
  height,
  big,
}: {
  place: UnitPlace
  paint: Paint
  size: number
  width: number
  height: number
  big: boolean
}) {
  const large = Math.min(big ? 280 : 168, height, width * 0.45)
  const right = place.x + size + 12
  const x = right + large <= width ? right : Math.max(0, place.x - 12 - large)
  const y = Math.min(height - large, Math.max(0, place.y + size / 2 - large / 2))
  return (
    <div className="enlarged" style={{ ...placeBox(x, y, large, width, height) }} aria-hidden="true">
      <Raster paint={paint} />
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
