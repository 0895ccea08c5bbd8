import { useMemo } from 'react'
import { usePlot } from './area.ts'
import { makeIsolines, placeLevelNumbers } from './isolines.ts'
import { type Grid, refineGrid } from './pixels.ts'
import { formatPath, SvgNumber } from './text.tsx'

export interface ContourLevel {
  /** In the grid's own units: give log10 of a loss when the grid holds log10 of a loss. */
  readonly value: number
  /** Drawn stronger. */
  readonly major?: boolean
  /** A number on the line: `formatNumber(…)`, `10²`. */
  readonly text?: string
}

interface Props {
  /** Fills the plot's frame; row 0 at the top, values at the cells' centres. */
  grid: Grid
  levels: readonly ContourLevel[]
  /** Where the numbers stand, in shares of the width. */
  numbersAt?: number
  /** Colour of the lines. Default the contour grey; ink for the boundary of a decision field. */
  stroke?: string
  width?: number
  /** A dash pattern, as SVG writes it. */
  dash?: string
}

/** With fewer columns than this lines would show their corners; such grids are refined. */
const SMOOTH_FROM = 90

/** Lines of equal value over the whole frame of a `Plot`, with numbers on them. */
export function Contour({ grid, levels, numbersAt = 0.79, stroke = 'var(--contour)', width, dash }: Props) {
  const area = usePlot()
  const { left, top, big, small, metrics, clip } = area
  const fine = useMemo(() => refineGrid(grid, Math.floor(SMOOTH_FROM / Math.max(1, grid.columns))), [grid])
  const lines = useMemo(
    () => levels.map((level) => ({ key: level, lines: makeIsolines(fine, level.value) })),
    [fine, levels],
  )
  const numbers = useMemo(
    () =>
      placeLevelNumbers(
        lines.filter(({ key }) => key.text !== undefined),
        numbersAt,
        (metrics.tick * 2.2) / area.height,
      ),
    [lines, numbersAt, metrics, area.height],
  )
  const strokeOf = (level: ContourLevel) => width ?? (level.major ? (big ? 1.6 : 1.1) : big ? 0.9 : 0.6)
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${clip})`} fill="none" stroke={stroke} strokeDasharray={dash}>
        {lines.map(({ key, lines: paths }) => (
          <path
            key={key.value}
            d={paths
              .map((line) => formatPath(line.map(([x, y]) => [left + x * area.width, top + y * area.height])))
              .join('')}
            strokeWidth={strokeOf(key)}
            opacity={key.major || width !== undefined ? 1 : 0.75}
          />
        ))}
      </g>
      {!small &&
        numbers.map(({ key, x, y }) => (
          <SvgNumber
            key={`${key.value} ${y}`}
            x={left + x * area.width}
            y={top + y * area.height + metrics.tick * 0.33}
            text={key.text ?? ''}
            anchor="middle"
            className="tick halo"
          />
        ))}
    </g>
  )
}
