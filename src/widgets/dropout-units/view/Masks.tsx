import { useContext } from 'react'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import type { Lesson } from '../spec.ts'

interface Props {
  label: string
  /** Over the columns, with {layer}. */
  layerName: string
  rowName: string
  lesson: Lesson
  units: number
  /** The row that the network beside it shows; null: nothing is dropped. */
  chosen: number | null
  onChoose: (row: number) => void
  width: number
  height: number
}

const GAP = 10

/** Every example of the batch has its own mask: one row each, a square for each unit, full where it is kept. */
export function Masks({ label, layerName, rowName, lesson, units, chosen, onChoose, width, height }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const layers = lesson.weights.length - 1
  const rows = lesson.rows.length
  const left = metrics.tick * 1.6
  const top = metrics.row + 4
  const slot = (width - left - GAP * (layers - 1)) / (layers * units)
  const pitch = (height - top) / rows
  const side = Math.max(2, Math.min(slot, pitch) - 2)
  const xOf = (layer: number, unit: number): number => left + layer * (units * slot + GAP) + unit * slot
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {Array.from({ length: layers }, (_, layer) => (
          <text key={layer} x={round(xOf(layer, 0))} y={metrics.tick} className="tick">
            {layerName.replace('{layer}', String(layer + 1))}
          </text>
        ))}
        {Array.from({ length: rows }, (_, row) => {
          const y = round(top + row * pitch)
          let full = ''
          let hollow = ''
          for (let i = 0; i < layers * units; i++) {
            const x = round(xOf(Math.floor(i / units), i % units))
            const on = chosen === null || lesson.kept[row * layers * units + i] === 1
            if (on) full += `M${x} ${y}h${round(side)}v${round(side)}h${-round(side)}z`
            else hollow += `M${x + 0.5} ${y + 0.5}h${round(side - 1)}v${round(side - 1)}h${-round(side - 1)}z`
          }
          const own = row === chosen
          return (
            <g key={row} className="press" onClick={() => onChoose(row)}>
              <rect x={0} y={y - 1} width={width} height={round(pitch)} fill="transparent" />
              <text x={0} y={round(y + side / 2 + metrics.tick * 0.36)} className={own ? 'tick you' : 'tick'}>
                <title>{`${rowName} ${row + 1}`}</title>
                {row + 1}
              </text>
              <path d={full} fill={own ? 'var(--live)' : 'var(--ink-2)'} />
              <path d={hollow} fill="none" stroke={own ? 'var(--live)' : 'var(--rule-2)'} />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
