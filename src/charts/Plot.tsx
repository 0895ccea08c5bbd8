import { useContext, useId, useMemo, type PointerEvent, type ReactNode } from 'react'
import { type Axis, makeScale, type PlotArea, PlotContext, saneDomain } from './area.ts'
import { Axes } from './Axes.tsx'
import type { Paint } from './pixels.ts'
import { Raster } from './Raster.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import { snapTo } from './snap.ts'
import { chooseLogTicks, chooseTicks, formatTicks, type Tick } from './ticks.ts'
import { round } from './text.tsx'

export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PlotProps {
  /** What a screen reader says the picture is. */
  label: string
  width: number
  height: number
  x: Axis
  y: Axis
  /** Overrides of the margins that the axes ask for. */
  margins?: Partial<Margins>
  frame?: 'box' | 'axes' | 'none'
  /** Hairlines at the ticks of an axis: only where values are read. */
  grid?: 'none' | 'x' | 'y' | 'both'
  /** A field of pixels that fills the frame, under everything. */
  raster?: Paint
  pixelated?: boolean
  /** Set when the plot holds handles or other controls: then it is a group, not an image. */
  interactive?: boolean
  /** A press on free ground, in the axes' values. Offer a keyboard way too (a `Handle`, a field). */
  onPress?: (x: number, y: number) => void
  /** Layers, drawn in order over the raster. They read the scales with `usePlot()`. */
  children?: ReactNode
}

/** A frame with two axes. Everything inside is given in the axes' values, not in px. */
export function Plot(props: PlotProps) {
  const {
    label,
    width,
    height,
    x,
    y,
    frame = 'box',
    grid = 'none',
    raster,
    interactive = false,
    onPress,
  } = props
  const scale = useContext(FigureScale)
  const clip = useId()
  const laidOut = useMemo(
    () => layOut({ width, height, x, y, margins: props.margins, big: scale.big, small: scale.small, clip }),
    [width, height, x, y, props.margins, scale.big, scale.small, clip],
  )
  const { area: plot, left, top } = laidOut

  const press = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    if (!onPress || box.width === 0 || event.button !== 0) return
    const px = left + ((event.clientX - box.left) / box.width) * plot.width
    const py = top + ((event.clientY - box.top) / box.height) * plot.height
    onPress(snapTo(plot.x, px), snapTo(plot.y, py))
  }

  return (
    <div
      className={scale.big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      role={interactive ? 'group' : undefined}
      aria-label={interactive ? label : undefined}
    >
      {raster && <Raster paint={raster} pixelated={props.pixelated ?? false} style={percentages(plot)} />}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role={interactive ? undefined : 'img'}
        aria-label={interactive ? undefined : label}
      >
        <clipPath id={clip}>
          <rect x={left} y={top} width={round(plot.width)} height={round(plot.height)} />
        </clipPath>
        <PlotContext value={plot}>
          <g stroke="var(--grid)" aria-hidden="true">
            {(grid === 'y' || grid === 'both') &&
              laidOut.yTicks.map(({ value }) => (
                <line
                  key={value}
                  x1={left}
                  x2={round(left + plot.width)}
                  y1={round(plot.y(value))}
                  y2={round(plot.y(value))}
                />
              ))}
            {(grid === 'x' || grid === 'both') &&
              laidOut.xTicks.map(({ value }) => (
                <line
                  key={value}
                  x1={round(plot.x(value))}
                  x2={round(plot.x(value))}
                  y1={top}
                  y2={round(top + plot.height)}
                />
              ))}
          </g>
          {onPress && (
            <rect
              className="press"
              x={left}
              y={top}
              width={round(plot.width)}
              height={round(plot.height)}
              fill="transparent"
              onPointerDown={press}
            />
          )}
          <Axes x={x} y={y} xTicks={laidOut.xTicks} yTicks={laidOut.yTicks} frame={frame} />
          {props.children}
        </PlotContext>
      </svg>
    </div>
  )
}

interface LayOutOptions {
  width: number
  height: number
  x: Axis
  y: Axis
  margins: Partial<Margins> | undefined
  big: boolean
  small: boolean
  clip: string
}

interface LaidOut {
  area: PlotArea
  left: number
  top: number
  xTicks: Tick[]
  yTicks: Tick[]
}

const SMALL_WIDTH = 480

/** Margins from what the axes show, then scales and ticks. Pure. */
export function layOut({ width, height, x, y, margins = {}, big, small, clip }: LayOutOptions): LaidOut {
  const metrics = metricsOf(big)
  const yTicks = ticksOf(y, height < (big ? 240 : 140) ? 3 : 5)
  const widest = yTicks.reduce((most, { text }) => Math.max(most, textWidth(text, metrics.tick)), 0)
  const symbolWidth = y.symbol === undefined ? 0 : metrics.left
  const top =
    margins.top ?? (y.symbol === undefined && y.name !== undefined ? metrics.row + metrics.top : metrics.top)
  const left =
    margins.left ?? Math.ceil(Math.max(yTicks.length > 0 ? widest + metrics.tickGap + 3 : 1, symbolWidth))
  const bare = x.ticks !== undefined && typeof x.ticks !== 'number' && x.ticks.length === 0
  const named = x.symbol !== undefined || x.name !== undefined
  const words = x.symbol === undefined && x.name !== undefined
  const bottom = margins.bottom ?? (bare && !named ? 1 : metrics.bottom - 8 + (words ? metrics.row - 6 : 0))
  const right = margins.right ?? metrics.right
  const inner = { width: Math.max(10, width - left - right), height: Math.max(10, height - top - bottom) }
  const area: PlotArea = {
    x: makeScale(x, [left, left + inner.width]),
    y: makeScale(y, [top + inner.height, top]),
    left,
    top,
    ...inner,
    outerWidth: width,
    outerHeight: height,
    big,
    small: small || width < SMALL_WIDTH,
    metrics,
    clip,
  }
  return { area, left, top, xTicks: ticksOf(x, inner.width < (big ? 420 : 240) ? 3 : 5), yTicks }
}

function ticksOf(axis: Axis, most: number): Tick[] {
  const log = axis.scale === 'log'
  const domain = saneDomain(axis.domain, log)
  const { ticks = most } = axis
  const values =
    typeof ticks === 'number' ? (log ? chooseLogTicks : chooseTicks)(domain, Math.min(ticks, most)) : ticks
  const texts = axis.format ? values.map(axis.format) : formatTicks(values, log)
  return values.map((value, index) => ({ value, text: texts[index] ?? '' }))
}

function percentages(area: PlotArea) {
  const share = (part: number, whole: number) => `${round((part / whole) * 100)}%`
  return {
    inset: 'auto',
    left: share(area.left, area.outerWidth),
    top: share(area.top, area.outerHeight),
    width: share(area.width, area.outerWidth),
    height: share(area.height, area.outerHeight),
  }
}
