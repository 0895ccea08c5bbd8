import { type Axis, usePlot } from './area.ts'
import { textWidth } from './scale.ts'
import { SvgNumber, SvgSymbol, round } from './text.tsx'
import type { Tick } from './ticks.ts'

interface Props {
  x: Axis
  y: Axis
  xTicks: readonly Tick[]
  yTicks: readonly Tick[]
  /** `box`: a frame around a map. `axes`: a base line only. `none`: ticks only. */
  frame: 'box' | 'axes' | 'none'
}

/** Frame, ticks, names. Stands inside a `Plot`, which chooses the ticks. */
export function Axes({ x, y, xTicks, yTicks, frame }: Props) {
  const area = usePlot()
  const { left, top, width, height, metrics } = area
  const bottom = top + height
  const right = left + width
  const stub = 5
  // A frame with room above it has the y axis's symbol there, and all its ticks; else the topmost give way to it.
  const above = top >= metrics.row
  const symbolRoom = x.symbol === undefined ? 0 : textWidth(x.symbol, metrics.tick * 1.4) + 6
  return (
    <g aria-hidden="true">
      {frame === 'box' && (
        <rect
          x={left}
          y={top}
          width={round(width)}
          height={round(height)}
          fill="none"
          stroke="var(--rule-2)"
        />
      )}
      {frame === 'axes' && (
        <line x1={left} x2={round(right)} y1={bottom} y2={bottom} stroke="var(--rule-2)" />
      )}
      {xTicks.map(({ value, text }) => {
        const at = round(area.x(value))
        // The last number gives way to the symbol at the axis's end.
        const hidden = symbolRoom > 0 && at + textWidth(text, metrics.tick) / 2 > right - symbolRoom
        const overhang = at + textWidth(text, metrics.tick) / 2 - area.outerWidth
        return (
          <g key={value}>
            <line x1={at} x2={at} y1={bottom} y2={bottom + stub} stroke="var(--rule-2)" />
            {!hidden && (
              <SvgNumber
                x={at - Math.max(0, overhang)}
                y={bottom + stub + metrics.tick + 2}
                text={text}
                anchor="middle"
              />
            )}
          </g>
        )
      })}
      {yTicks.map(({ value, text }) => {
        const at = round(area.y(value))
        const hidden = y.symbol !== undefined && !above && at < top + metrics.tick * 1.9
        return (
          <g key={value}>
            {frame === 'box' && <line x1={left - stub} x2={left} y1={at} y2={at} stroke="var(--rule-2)" />}
            {!hidden && (
              <SvgNumber x={left - metrics.tickGap} y={at + metrics.tick * 0.33} text={text} anchor="end" />
            )}
          </g>
        )
      })}
      {x.symbol !== undefined && (
        <SvgSymbol x={right} y={bottom + metrics.tick * 1.6} text={x.symbol} anchor="end" />
      )}
      {x.symbol === undefined && x.name !== undefined && (
        <SvgNumber
          x={right}
          y={bottom + stub + metrics.tick * 2 + 6}
          text={withUnit(x)}
          anchor="end"
          className="axis word"
        />
      )}
      {y.symbol !== undefined && (
        <SvgSymbol
          x={area.big ? 4 : 2}
          y={above ? top - metrics.tick * 0.5 : top + metrics.tick * 1.08}
          text={y.symbol}
        />
      )}
      {y.symbol === undefined && y.name !== undefined && (
        <SvgNumber x={0} y={metrics.tick} text={withUnit(y)} className="axis word" />
      )}
    </g>
  )
}

function withUnit({ name = '', unit }: Axis): string {
  return unit === undefined ? name : `${name} (${unit})`
}
