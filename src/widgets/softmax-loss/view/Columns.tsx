import { useContext } from 'react'
import { usePlot, type Axis } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'

export interface Column {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly text: string
  readonly color: string
  /** Drawn as an open frame around the column: what the value should be. */
  readonly wanted?: number
}

interface Props {
  label: string
  width: number
  height: number
  columns: readonly Column[]
  y: Axis
}

/** Numbers as columns over named classes, with the wanted heights as open frames. */
export function Columns({ label, width, height, columns, y }: Props) {
  const { big } = useContext(FigureScale)
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [0.5, columns.length + 0.5], ticks: [] }}
      y={y}
      frame="none"
      grid="y"
      margins={{ bottom: metricsOf(big).row + 10 }}
    >
      <Marks columns={columns} />
    </Plot>
  )
}

function Marks({ columns }: { columns: readonly Column[] }) {
  const { x, y, top, left, width, height, metrics, big } = usePlot()
  const slot = width / columns.length
  const thick = Math.min(slot * 0.6, big ? 56 : 32)
  const zero = y(0)
  return (
    <g aria-hidden="true">
      <line x1={left} x2={round(left + width)} y1={round(zero)} y2={round(zero)} stroke="var(--rule-2)" />
      {columns.map(({ id, name, value, text, color, wanted }, index) => {
        const middle = x(index + 1)
        const end = y(value)
        const above = value >= 0
        return (
          <g key={id}>
            <rect
              x={round(middle - thick / 2)}
              width={round(thick)}
              y={round(Math.min(zero, end))}
              height={round(Math.max(1, Math.abs(end - zero)))}
              fill={color}
            />
            {wanted !== undefined && (
              <rect
                x={round(middle - thick / 2 - 3)}
                width={round(thick + 6)}
                y={round(y(wanted))}
                height={round(Math.max(0, zero - y(wanted)))}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={big ? 2.5 : 1.5}
                strokeDasharray={big ? '6 5' : '4 3'}
              />
            )}
            <SvgNumber
              x={middle}
              y={above ? Math.max(metrics.tick, end - 5) : end + metrics.tick + 2}
              text={text}
              anchor="middle"
              className="num halo paper"
            />
            <SvgNumber
              x={middle}
              y={top + height + metrics.label + 6}
              text={name}
              anchor="middle"
              className="lab quiet"
            />
          </g>
        )
      })}
    </g>
  )
}
