import { useContext, useMemo, type ReactNode } from 'react'
import type { Axis } from './area.ts'
import { extentOf, padDomain } from './decimate.ts'
import { type Line, lineX } from './lines.ts'
import { useLinkedDomain } from './linked.tsx'
import { Lines } from './Lines.tsx'
import type { Interval } from './pixels.ts'
import { Plot } from './Plot.tsx'
import { Reader } from './Reader.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import type { ChartLocale } from './strings.ts'

type ChartAxis = Omit<Axis, 'domain'> & { readonly domain?: Interval }

interface Props {
  label: string
  width: number
  height: number
  lines: readonly Line[]
  /** Domains default to what the data need. */
  x: ChartAxis
  y: ChartAxis
  locale: ChartLocale
  /** Names at the ends of lines. Default true. */
  named?: boolean
  /** Values under the pointer and by arrow keys. Default false. */
  readout?: boolean
  /** More layers over the curves: handles, marks, shaded zones. Set `interactive` when they can be moved. */
  children?: ReactNode
  /** Layers under the curves. */
  under?: ReactNode
  interactive?: boolean
}

/** Curves against steps (or anything): train solid, test dashed, references grey with dashes and names, yours thick and green. */
export function LineChart({
  label,
  width,
  height,
  lines,
  x,
  y,
  locale,
  named = true,
  readout = false,
  ...rest
}: Props) {
  const { big } = useContext(FigureScale)
  const needed = useMemo(() => chooseDomains(lines, x, y), [lines, x, y])
  const xDomain = useLinkedDomain(keyOf('x', needed.x), needed.x.domain)
  const yDomain = useLinkedDomain(keyOf('y', needed.y), needed.y.domain)
  const axes = { x: { ...needed.x, domain: xDomain }, y: { ...needed.y, domain: yDomain } }
  const metrics = metricsOf(big)
  const ended = lines.filter(({ role, diverged }) => role !== 'future' && diverged === undefined)
  const right = named
    ? Math.max(0, ...ended.map((line) => textWidth(line.name, metrics.label) * 1.06)) + (big ? 16 : 10)
    : metrics.tick / 2
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={axes.x}
      y={axes.y}
      frame="axes"
      grid="y"
      margins={{ right: Math.min(right, width * 0.4) }}
      interactive={readout || (rest.interactive ?? false)}
    >
      {rest.under}
      <Lines lines={lines} named={named} />
      {readout && (
        <Reader
          lines={lines.filter(({ role }) => role !== 'future')}
          xName={x.name ?? x.symbol ?? 'x'}
          locale={locale}
        />
      )}
      {rest.children}
    </Plot>
  )
}

/** Axes of one quantity are of the same kind. */
const keyOf = (which: 'x' | 'y', { name, symbol, scale = 'linear', unit }: Axis): string =>
  [which, name ?? symbol, unit, scale].join('/')

function chooseDomains(lines: readonly Line[], x: ChartAxis, y: ChartAxis): { x: Axis; y: Axis } {
  const xs = lines.map((line) => line.x ?? [0, line.y.length - 1]).filter((values) => values.length > 0)
  const xLog = x.scale === 'log'
  const yLog = y.scale === 'log'
  const xDomain = x.domain ?? extentOf(xs, xLog) ?? [0, 1]
  const yDomain =
    y.domain ??
    padDomain(
      extentOf(
        lines.map((line) => visible(line, xDomain)),
        yLog,
      ) ?? (yLog ? [0.1, 1] : [0, 1]),
      yLog,
    )
  return { x: { ...x, domain: xDomain }, y: { ...y, domain: yDomain } }
}

/** Only what stands inside the x domain asks for height. */
function visible(line: Line, domain: Interval): ArrayLike<number> {
  return Array.from(line.y).filter(
    (_, index) => lineX(line, index) >= domain[0] && lineX(line, index) <= domain[1],
  )
}
