import { useContext } from 'react'
import { formatNumber } from '../i18n/number.ts'
import type { Axis } from './area.ts'
import { extentOf } from './decimate.ts'
import { type Bar, BarMarks } from './BarMarks.tsx'
import { useLinkedDomain } from './linked.tsx'
import { Plot } from './Plot.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import type { Interval } from './pixels.ts'

export type { Bar } from './BarMarks.tsx'

interface Props {
  label: string
  width: number
  height: number
  bars: readonly Bar[]
  /** Rows: names at the left, bars to the right. Columns: names below. */
  direction?: 'rows' | 'columns'
  /** The axis of the values. On a log axis bars start at its low end. */
  value?: Omit<Axis, 'domain'> & { readonly domain?: Interval }
  /** Colour by sign. */
  signed?: boolean
  format?: (value: number) => string
}

/** Signed bars with their numbers. An infinite value runs to the edge and says ∞; what is no number has no bar, only a dash. */
export function Bars({
  label,
  width,
  height,
  bars,
  direction = 'rows',
  value = {},
  signed = false,
  format = shortNumber,
}: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const log = value.scale === 'log'
  const needed = value.domain ?? chooseDomain(bars, log)
  const domain = useLinkedDomain(`bars/${value.name ?? value.symbol ?? label}/${log}`, needed)
  const names = bars.map(({ name }) => textWidth(name, metrics.label))
  const slots: Axis = { domain: [0, Math.max(1, bars.length)], ticks: [] }
  const numbers =
    Math.max(...bars.map((bar) => textWidth(bar.text ?? format(bar.value), metrics.tick)), 0) + 10
  const rows = direction === 'rows'
  const valueAxis: Axis = { ...value, domain }
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      frame="none"
      grid={rows ? 'x' : 'y'}
      x={rows ? valueAxis : slots}
      y={rows ? slots : valueAxis}
      margins={
        rows
          ? {
              left: Math.ceil(Math.max(0, ...names) * 1.04) + 12 + (domain[0] < 0 ? numbers : 0),
              right: numbers,
              top: 4,
            }
          : { bottom: metrics.row + 6, top: metrics.row }
      }
    >
      <BarMarks
        bars={bars}
        rows={rows}
        signed={signed}
        format={format}
        base={log ? domain[0] : 0}
        nameGap={domain[0] < 0 ? numbers : 0}
      />
    </Plot>
  )
}

function shortNumber(value: number): string {
  return formatNumber(value, { significant: 3, trim: true })
}

function chooseDomain(bars: readonly Bar[], log: boolean): Interval {
  const values = bars.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const extent = extentOf([values], log) ?? [log ? 0.1 : 0, 1]
  if (log) return [10 ** Math.floor(Math.log10(extent[0]) - 1e-9), 10 ** Math.ceil(Math.log10(extent[1]))]
  return [Math.min(0, extent[0]), Math.max(0, extent[1]) || (extent[0] < 0 ? 0 : 1)]
}
