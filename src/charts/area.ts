import { scaleLinear, scaleLog } from 'd3-scale'
import { createContext, useContext } from 'react'
import type { Interval } from './pixels.ts'
import type { Metrics } from './scale.ts'

/** One axis of a plot, as a View declares it. */
export interface Axis {
  readonly domain: Interval
  /** Default linear. A log domain must be positive. */
  readonly scale?: 'linear' | 'log'
  /** Maths symbol at the axis's end: `w_1`. */
  readonly symbol?: string
  /** Name in words, when there is no symbol; `unit` stands beside it. */
  readonly name?: string
  readonly unit?: string
  /** At most so many ticks (default 5), or just these values; [] for none. */
  readonly ticks?: number | readonly number[]
  readonly format?: (value: number) => string
}

/** Value → px and back. */
export interface Scale {
  (value: number): number
  invert: (px: number) => number
  readonly domain: Interval
  readonly log: boolean
}

export function makeScale(axis: Pick<Axis, 'domain' | 'scale'>, range: Interval): Scale {
  const log = axis.scale === 'log'
  const domain = saneDomain(axis.domain, log)
  const base = (log ? scaleLog() : scaleLinear()).domain([...domain]).range([...range])
  const scale = (value: number) => (log && !(value > 0) ? Number.NaN : base(value))
  return Object.assign(scale, { invert: (px: number) => base.invert(px), domain, log })
}

/** A domain of one value, or of nonsense, would put everything nowhere. */
export function saneDomain([low, high]: Interval, log: boolean): Interval {
  if (log) {
    const from = low > 1e-300 && low < 1e300 ? low : 1e-3
    return high > from && Number.isFinite(high) ? [from, high] : [from / 2, from * 2]
  }
  // Farther out a margin would be infinite.
  const from = Number.isFinite(low) ? Math.min(1e300, Math.max(-1e300, low)) : 0
  if (high > from && Number.isFinite(high)) return [from, high]
  const margin = Math.abs(from) * 0.1 || 1
  return [from - margin, from + margin]
}

/** The inner frame of a plot in px, and its scales: what every layer inside a `Plot` draws with. */
export interface PlotArea {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly outerWidth: number
  readonly outerHeight: number
  readonly big: boolean
  readonly small: boolean
  readonly metrics: Metrics
  /** Clips to the inner frame: `clipPath={`url(#${clip})`}`. */
  readonly clip: string
}

export const PlotContext = createContext<PlotArea | null>(null)

/** The plot a layer stands in. */
export function usePlot(): PlotArea {
  const area = useContext(PlotContext)
  if (!area) throw new Error('A plot layer stands outside a Plot')
  return area
}
