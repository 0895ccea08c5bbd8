import { useContext, useMemo } from 'react'
import { usePlot } from './area.ts'
import { numberClass } from './numberClass.ts'
import { colorScale, type ScaleName } from './palette.ts'
import { type Grid, type Interval, paintGrid } from './pixels.ts'
import { Plot } from './Plot.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import { round, SvgNumber } from './text.tsx'

interface Props {
  label: string
  width: number
  /** Default: square cells. */
  height?: number
  grid: Grid
  scale: ScaleName
  /** The values at the two ends of the scale; diverging scales want ±limit. */
  range: Interval
  rowNames?: readonly string[]
  columnNames?: readonly string[]
  /** Numbers in the cells. */
  numbers?: (value: number) => string
  chosen?: { readonly row: number; readonly column: number }
  onCell?: (row: number, column: number) => void
}

/** Cells coloured by value: confusion matrices, attention, kernels, images. */
export function Heatmap({
  label,
  width,
  grid,
  scale,
  range,
  rowNames,
  columnNames,
  numbers,
  chosen,
  onCell,
  ...rest
}: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const [low, high] = range
  const paint = useMemo(
    () =>
      paintGrid(grid, scale, (value, theme) => {
        const ends = colorScale(theme, scale)
        return ends.low + ((value - low) / (high - low || 1)) * (ends.high - ends.low)
      }),
    [grid, scale, low, high],
  )
  const left = rowNames
    ? Math.ceil(Math.max(0, ...rowNames.map((name) => textWidth(name, metrics.tick)))) + 10
    : 1
  const top = columnNames ? metrics.row + 4 : 1
  const height = rest.height ?? Math.round(top + 1 + ((width - left - 1) * grid.rows) / grid.columns)
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      raster={paint}
      pixelated
      x={{ domain: [0, grid.columns], ticks: [] }}
      y={{ domain: [0, grid.rows], ticks: [] }}
      margins={{ left, top, right: 1, bottom: 1 }}
      interactive={onCell !== undefined}
      {...(onCell
        ? { onPress: (x: number, y: number) => onCell(grid.rows - 1 - Math.floor(y), Math.floor(x)) }
        : {})}
    >
      <Cells
        grid={grid}
        scale={scale}
        range={range}
        rowNames={rowNames}
        columnNames={columnNames}
        numbers={numbers}
        chosen={chosen}
      />
    </Plot>
  )
}

interface CellsProps {
  grid: Grid
  scale: ScaleName
  range: Interval
  rowNames: readonly string[] | undefined
  columnNames: readonly string[] | undefined
  numbers: ((value: number) => string) | undefined
  chosen: { readonly row: number; readonly column: number } | undefined
}

function Cells({ grid, scale, range, rowNames, columnNames, numbers, chosen }: CellsProps) {
  const { left, top, width, height, metrics } = usePlot()
  const wide = width / grid.columns
  const tall = height / grid.rows
  const x = (column: number) => left + (column + 0.5) * wide
  const y = (row: number) => top + (row + 0.5) * tall
  return (
    <g aria-hidden="true">
      {rowNames?.map((name, row) => (
        <SvgNumber key={row} x={left - 8} y={y(row) + metrics.tick * 0.35} text={name} anchor="end" />
      ))}
      {columnNames?.map((name, column) => (
        <SvgNumber key={column} x={x(column)} y={top - 7} text={name} anchor="middle" />
      ))}
      {numbers &&
        Array.from({ length: grid.rows * grid.columns }, (_, index) => {
          const value = grid.values[index] ?? Number.NaN
          const [row, column] = [Math.floor(index / grid.columns), index % grid.columns]
          return (
            <SvgNumber
              key={index}
              x={x(column)}
              y={y(row) + metrics.tick * 0.35}
              text={numbers(value)}
              anchor="middle"
              className={numberClass(value, range, scale)}
            />
          )
        })}
      {chosen && (
        <rect
          x={round(left + chosen.column * wide)}
          y={round(top + chosen.row * tall)}
          width={round(wide)}
          height={round(tall)}
          fill="none"
          stroke="var(--live)"
          strokeWidth={3}
        />
      )}
    </g>
  )
}
