import { LineChart } from '../../../charts/LineChart.tsx'
import type { Line } from '../../../charts/lines.ts'
import type { Interval } from '../../../charts/pixels.ts'
import type { History } from '../../../protocol/history.ts'
import type { Locale } from '../../../protocol/view.ts'

interface Props {
  label: string
  width: number
  height: number
  history: History
  /** Metrics with their names and roles. */
  curves: readonly (Pick<Line, 'name' | 'role' | 'dash'> & { readonly metric: string })[]
  step: number
  end: number
  /** The same for both twins. */
  domain: Interval
  xName: string
  yName: string
  locale: Locale
}

/** Losses of one twin up to the shown step, and thin beyond it. */
export function Losses({ history, curves, step, end, domain, xName, yName, ...rest }: Props) {
  const shown = history.steps.filter((at) => at <= step).length
  const lines = curves.flatMap(({ metric, ...line }): Line[] => {
    const all = history.metrics[metric] ?? []
    const now = { ...line, id: metric, x: history.steps.slice(0, shown), y: all.slice(0, shown) }
    if (shown === 0 || shown >= all.length) return [now]
    const later = { x: history.steps.slice(shown - 1), y: all.slice(shown - 1) }
    return [now, { ...later, id: `${metric}-later`, name: line.name, role: 'future' }]
  })
  return (
    <LineChart
      {...rest}
      lines={lines}
      x={{ domain: [0, end], name: xName }}
      y={{ scale: 'log', domain, name: yName }}
      named={false}
      readout
    />
  )
}

/** Room for all losses of both twins, and never less than a decade. */
export function lossDomain(histories: readonly History[], metrics: readonly string[]): Interval {
  let [low, high] = [0.05, 0.5]
  for (const history of histories)
    for (const metric of metrics)
      for (const value of history.metrics[metric] ?? []) {
        if (!(value > 0 && Number.isFinite(value))) continue
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
  return [Math.max(1e-4, low * 0.8), Math.min(1e3, high * 1.25)]
}
