import { useContext, useState, type KeyboardEvent } from 'react'
import { nudge } from '../../../charts/nudge.ts'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import type { FieldLayer } from '../../../math/receptiveField.ts'
import { layCone, seenFrom, type ConeUnit } from './cone.ts'

interface Props {
  layers: readonly FieldLayer[]
  /** The cells that the top unit sees, from the input up. */
  seen: readonly (readonly boolean[])[]
  /** Of the input, then of each layer. */
  names: readonly string[]
  label: string
  width: number
  height: number
}

/** One row of the image and of each map above it: lines go from a unit to the cells that it reads. Any unit can be pointed at. */
export function Cone({ layers, seen, names, label, width, height }: Props) {
  const { big } = useContext(FigureScale)
  const { tick } = metricsOf(big)
  const [pointed, setPointed] = useState<ConeUnit | null>(null)
  const top: ConeUnit = { level: layers.length, index: 0 }
  const valid = pointed && pointed.level <= layers.length && pointed.index < seen[pointed.level].length
  const chosen = valid ? pointed : top
  const lit = seenFrom(layers, seen, chosen)
  const { places, size } = layCone(layers, seen, { left: 76, width: width - 84, height, tick })
  const key = ({ level, index }: ConeUnit): boolean => lit[level]?.[index] ?? false
  const onKeyDown = (event: KeyboardEvent) => {
    const step = nudge(event.key, false)
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    const level = Math.min(layers.length, Math.max(0, chosen.level - step.dy))
    const share = (chosen.index + 0.5) / seen[chosen.level].length
    const index = step.dy === 0 ? chosen.index + step.dx : Math.floor(share * seen[level].length)
    setPointed({ level, index: Math.min(seen[level].length - 1, Math.max(0, index)) })
  }
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg
        className="editor"
        viewBox={`0 0 ${width} ${height}`}
        role="application"
        tabIndex={0}
        aria-label={`${label} ${names[chosen.level]}, ${chosen.index + 1}: ${lit[0].filter(Boolean).length}`}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        {places.slice(1).map((row, below) =>
          row.map((place, index) => {
            const { kernel, stride, dilation } = layers[below]
            const unit = { level: below + 1, index }
            if (!seen[unit.level][index]) return null
            return Array.from({ length: kernel }, (_, k) => {
              const to = places[below][index * stride + k * dilation]
              return (
                <line
                  key={`${index}-${k}`}
                  x1={round(place.x)}
                  y1={round(place.y)}
                  x2={round(to.x)}
                  y2={round(to.y)}
                  stroke={key(unit) ? 'var(--ink-3)' : 'var(--grid)'}
                  strokeWidth={key(unit) ? 1 : 0.75}
                />
              )
            })
          }),
        )}
        {places.map((row, level) => (
          <g key={level}>
            <text x={0} y={round(row[0].y + tick * 0.35)} className="tick">
              {names[level]}
            </text>
            {row.map(({ x, y }, index) => (
              <rect
                key={index}
                x={round(x - size / 2)}
                y={round(y - size / 2)}
                width={round(size)}
                height={round(size)}
                fill={key({ level, index }) ? 'var(--ink)' : 'var(--plate)'}
                stroke={level === chosen.level && index === chosen.index ? 'var(--live)' : 'var(--rule-2)'}
                strokeWidth={level === chosen.level && index === chosen.index ? 3 : 1}
                onPointerEnter={() => setPointed({ level, index })}
                onPointerDown={() => setPointed({ level, index })}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}
