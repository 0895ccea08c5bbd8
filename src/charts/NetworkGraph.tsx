import { useContext, useState, type KeyboardEvent } from 'react'
import { layOutNetwork, type NetworkLayer, type NetworkLink, type UnitPlace } from './network.ts'
import { nudge } from './nudge.ts'
import { LinkPresses } from './LinkPresses.tsx'
import { NetworkLinks } from './NetworkLinks.tsx'
import { placeLinks } from './networkGeometry.ts'
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
  /** Px kept free at the left: then the first layer's symbols stand beside their units. */
  leftRoom?: number
  /** The unit that is looked at elsewhere: a ring around it. */
  pinned?: Pick<UnitPlace, 'layer' | 'index'> | null
  /** A unit is pressed, or Enter is pressed on it. */
  onUnit?: (layer: number, index: number) => void
  /** A link is pressed. Offer its number elsewhere, too: by the unit it leads to. */
  onLink?: (link: NetworkLink) => void
}

/** A network in columns: units as small maps or values, weights as lines, as thick as they are large. Hover, focus or tap a unit to enlarge its map. */
export function NetworkGraph(props: Props) {
  const { label, width, height, layers, weights, rightRoom = 0, leftRoom = 0, pinned, onUnit, onLink } = props
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const [chosen, setChosen] = useState<string | null>(null)
  const { units, size, columns, outlet } = layOutNetwork({
    layers,
    width,
    height,
    rightRoom,
    leftRoom,
    toOutlet: rightRoom > 0 && weights.length >= layers.length,
    head: metrics.row + 12,
    big,
  })
  const current = units.find(({ key }) => key === chosen)
  const tabStop = current ?? units.find(({ layer }) => layer === 1) ?? units[0]
  const mapped = units.filter(({ unit }) => unit.paint !== undefined)

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, from: UnitPlace) => {
    const step = nudge(event.key, false)
    if (event.key === 'Escape') setChosen(null)
    if (onUnit && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      event.stopPropagation()
      onUnit(from.layer, from.index)
    }
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
        {onLink && (
          <LinkPresses
            width={width}
            height={height}
            links={placeLinks(units, Math.min(weights.length, layers.length - 1), size)}
            onLink={onLink}
          />
        )}
        {columns.map(({ id, name, x }) => (
          <SvgNumber key={id} x={x} y={metrics.label + 2} text={name} className="lab" />
        ))}
        {units.map((place) => (
          <g
            key={place.key}
            className={onUnit ? 'node press' : 'node'}
            data-unit={place.key}
            role={onUnit ? 'button' : 'img'}
            aria-label={place.unit.label}
            tabIndex={place.key === tabStop?.key ? 0 : -1}
            onFocus={() => setChosen(place.key)}
            onBlur={() => setChosen(null)}
            onPointerEnter={() => setChosen(place.key)}
            onPointerLeave={() => setChosen(null)}
            onKeyDown={(event) => onKeyDown(event, place)}
            {...(onUnit ? { onClick: () => onUnit(place.layer, place.index) } : {})}
          >
            <UnitFace place={place} size={size} />
            {pinned?.layer === place.layer && pinned.index === place.index && (
              <rect className="pin" x={place.x - 3} y={place.y - 3} width={size + 6} height={size + 6} />
            )}
          </g>
        ))}
        {units.map(({ key, layer, unit, x, y, below }) => {
          if (unit.symbol === undefined) return null
          const first = layer === 0
          const beside = leftRoom > 0 && (first || layer === layers.length - 1)
          return (
            <SvgSymbol
              key={key}
              x={beside ? (first ? x - 7 : x + size + 7) : x + size / 2}
              y={
                beside
                  ? y + size / 2 + metrics.tick * 0.35
                  : below
                    ? y + size + metrics.tick * 1.5
                    : y - metrics.tick * 0.6
              }
              text={unit.symbol}
              anchor={beside ? (first ? 'end' : 'start') : 'middle'}
            />
          )
        })}
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
