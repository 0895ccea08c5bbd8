import type { KeyboardEvent } from 'react'
import { round } from '../../../charts/text.tsx'
import type { Row } from './cards.ts'
import type { Layout } from './layout.ts'
import { show } from './numbers.ts'

interface Props {
  row: Row
  top: number
  width: number
  height: number
  columns: Layout['columns']
  fontSize: number
  /** What it says aloud. */
  name: string
  made: ReadonlySet<string>
  needed: ReadonlySet<string>
  chosen: boolean
  onChoose: (parameter: number) => void
  onKeyDown: (event: KeyboardEvent<SVGGElement>, parameter: number) => void
}

/** Symbol, value, gradient. What the current operation has made is shaded, what it needed is underlined. */
export function CardRow(props: Props) {
  const { row, top, width, height, columns, fontSize, made, needed, chosen, onChoose, onKeyDown } = props
  const { symbol, value, slope, parameter } = row
  const gradient = `∂${symbol}`
  const middle = (columns.value + columns.slope) / 2 - fontSize * 1.62
  const end = slope === undefined ? width - 2 : columns.value
  const base = round(top + height / 2 + fontSize * 0.35)
  const [letter = '', index] = symbol.split('_')
  const choosable =
    parameter === undefined
      ? {}
      : {
          className: 'node',
          role: 'radio',
          'aria-checked': chosen,
          'aria-label': props.name,
          tabIndex: chosen ? 0 : -1,
          'data-parameter': parameter,
          style: { cursor: 'pointer' },
          onClick: () => onChoose(parameter),
          onKeyDown: (event: KeyboardEvent<SVGGElement>) => onKeyDown(event, parameter),
        }
  return (
    <g {...choosable}>
      {parameter !== undefined && (
        <rect className="edge" style={{ stroke: 'none' }} y={top} width={width} height={height} />
      )}
      <rect y={top} width={width} height={height} fill="transparent" />
      {made.has(symbol) && <Shade x={columns.symbol - 2} y={top} to={end + 2} height={height} />}
      {made.has(gradient) && <Shade x={end + 3} y={top} to={width} height={height} />}
      {chosen && <rect x={-3} y={top} width={3} height={height} fill="var(--live)" />}
      <text
        x={columns.symbol}
        y={base}
        className="axis"
        style={{ fontSize: fontSize * 1.2, fill: chosen ? 'var(--live)' : 'var(--ink)' }}
      >
        {letter}
        {index !== undefined && (
          <tspan className="sub" dy="0.24em" style={{ fontSize: fontSize * 0.85 }}>
            {index}
          </tspan>
        )}
      </text>
      <Cell x={end} base={base} size={fontSize} value={value} bold={made.has(symbol)} />
      {slope !== undefined && (
        <Cell
          x={columns.slope}
          base={base}
          size={fontSize}
          value={slope}
          bold={made.has(gradient)}
          color={slope === null || slope === 0 ? 'var(--ink-2)' : slope < 0 ? 'var(--neg)' : 'var(--pos)'}
        />
      )}
      {needed.has(symbol) && <Under from={fontSize * 2.2} to={end} at={top + height - 2} />}
      {needed.has(gradient) && <Under from={middle} to={columns.slope} at={top + height - 2} />}
    </g>
  )
}

function Cell(props: {
  x: number
  base: number
  size: number
  value: number | null
  bold: boolean
  color?: string
}) {
  const { x, base, size, value, bold, color } = props
  const fill = value === null ? 'var(--ink-3)' : (color ?? 'var(--ink)')
  return (
    <text
      x={round(x)}
      y={base}
      textAnchor="end"
      className="num"
      style={{ fontSize: size, fontWeight: bold ? 600 : 400, fill }}
    >
      {value === null ? '·' : show(value)}
    </text>
  )
}

function Shade({ x, y, to, height }: { x: number; y: number; to: number; height: number }) {
  return <rect x={round(x)} y={y} width={round(to - x)} height={height} fill="var(--live-wash)" />
}

function Under({ from, to, at }: { from: number; to: number; at: number }) {
  return <path d={`M${round(from)} ${round(at)}H${round(to)}`} stroke="var(--live)" strokeWidth={1.5} />
}
