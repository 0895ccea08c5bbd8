import { useContext, useMemo } from 'react'
import { signColor } from '../../../charts/palette.ts'
import { paintGrid, type Paint } from '../../../charts/pixels.ts'
import { FIELD as TONES } from '../../../charts/palette.ts'
import { Raster } from '../../../charts/Raster.tsx'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { MAP, type FeatureFrame } from '../spec.ts'

interface Props {
  frame: FeatureFrame | null
  /** Words under each map; none for units, which nobody has named. */
  names: readonly string[]
  /** Said of each map. */
  label: (index: number, weight: string) => string
  width: number
  /** Maps in a row. */
  columns: number
  /** Rows to keep room for, so that both sides end alike. */
  rows: number
  title: string
}

const GAP = 6
const CELLS = MAP * MAP
/** A weight drawn as thick as this bar is high. */
const HEAVIEST = 6

const short = (weight: number): string => formatNumber(weight, { digits: 1 })

/** What the last sum weighs: each as a small map of the plane, with its weight as a bar and as a number. */
export function Ingredients({ frame, names, label, width, columns, rows, title }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const side = Math.floor((width - GAP * (columns - 1)) / columns)
  // Large type has no room under a small map: before an audience the bars say it.
  const under = HEAVIEST + 6 + (big ? 0 : metrics.row + (names.length > 0 ? metrics.row : 0))
  const head = metrics.row + 8
  const height = head + rows * (side + under)
  const count = frame === null ? 0 : frame.maps.length / CELLS
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      {Array.from({ length: count }, (_, k) => (
        <SmallMap
          key={k}
          bytes={frame?.maps}
          index={k}
          left={(k % columns) * (side + GAP)}
          top={head + Math.floor(k / columns) * (side + under)}
          side={side}
          width={width}
          height={height}
        />
      ))}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
        <SvgNumber x={0} y={metrics.label} text={title} className="lab quiet" />
        {Array.from({ length: count }, (_, k) => {
          const weight = frame?.weights[k] ?? 0
          const x = (k % columns) * (side + GAP)
          const y = head + Math.floor(k / columns) * (side + under)
          const thick = Math.min(HEAVIEST, Math.max(0.5, Math.abs(weight)))
          const base = y + side + HEAVIEST + metrics.tick
          return (
            <g key={k} role="img" aria-label={label(k, short(weight))}>
              <rect x={x} y={round(y)} width={side} height={side} fill="none" stroke="var(--ink-3)" />
              <rect
                x={x}
                y={round(y + side + 2)}
                width={side}
                height={round(thick)}
                fill={signColor(weight)}
              />
              {!big && (
                <SvgNumber
                  x={x + side / 2}
                  y={base + 3}
                  text={short(weight)}
                  anchor="middle"
                  className="num"
                />
              )}
              {!big && names[k] !== undefined && (
                <SvgNumber
                  x={x + side / 2}
                  y={base + metrics.row + 2}
                  text={names[k]}
                  anchor="middle"
                  className="tick"
                />
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

interface MapProps {
  bytes: Uint8Array | undefined
  index: number
  left: number
  top: number
  side: number
  width: number
  height: number
}

/** Bytes around 128, on the diverging scale. */
function SmallMap({ bytes, index, left, top, side, width, height }: MapProps) {
  const paint = useMemo<Paint>(() => {
    const values = bytes?.subarray(index * CELLS, (index + 1) * CELLS) ?? new Uint8Array(CELLS)
    return paintGrid({ columns: MAP, rows: MAP, values }, 'diverging', (byte, theme) => {
      return ((byte - 128) / 127) * Math.min(1, TONES[theme] + 0.2)
    })
  }, [bytes, index])
  const share = (part: number, whole: number): string => `${round((part / whole) * 100)}%`
  return (
    <Raster
      paint={paint}
      style={{
        inset: 'auto',
        left: share(left, width),
        top: share(top, height),
        width: share(side, width),
        height: share(side, height),
      }}
    />
  )
}
