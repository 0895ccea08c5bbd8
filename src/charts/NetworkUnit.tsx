import type { UnitPlace } from './network.ts'
import { FIELD, signColor } from './palette.ts'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'
import { round } from './text.tsx'

/** A unit's face: the frame around its map, or a disc filled by its value. A unit that is off is crossed out. */
export function UnitFace({ place, size }: { place: UnitPlace; size: number }) {
  const { unit, x, y } = place
  const middle = { x: round(x + size / 2), y: round(y + size / 2) }
  const value = unit.value ?? 0
  return (
    <>
      {unit.paint ? (
        <rect
          className={unit.flat ? 'edge flat' : 'edge'}
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

interface MapProps {
  paint: Paint
  at: UnitPlace
  size: number
  width: number
  height: number
}

/** The map of one unit, in its place. */
export function UnitMap({ paint, at, size, width, height }: MapProps) {
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

/** The same map, large enough to be read, beside its unit. */
export function Enlarged({
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
