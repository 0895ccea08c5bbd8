import { usePlot } from '../../../charts/area.ts'
import { LineChart } from '../../../charts/LineChart.tsx'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { History } from '../../../protocol/history.ts'
import type { Locale } from '../../../protocol/view.ts'
import { HIGHEST_RATE, LOWEST_RATE, rangeRate } from '../spec.ts'

interface Props {
  width: number
  height: number
  history: History
  locale: Locale
  text: Readonly<Record<'range' | 'rate' | 'loss' | 'lowest' | 'yours', string>>
}

/** A range test: the loss against the rate that the update would use, both on logarithmic scales. */
export function RangeChart({ width, height, history, locale, text }: Props) {
  const rates = history.steps.map(rangeRate)
  const losses = history.metrics['loss'] ?? []
  const best = losses.reduce((least, loss, i) => (loss < (losses[least] ?? Infinity) ? i : least), 0)
  // It is the lowest only once the loss has risen again.
  const passed = Math.max(...losses.slice(best), 0) > 1.3 * (losses[best] ?? Infinity)
  return (
    <LineChart
      label={text.range}
      width={width}
      height={height}
      lines={[{ id: 'yours', name: text.yours, x: rates, y: losses, role: 'yours' }]}
      x={{ scale: 'log', domain: [LOWEST_RATE, HIGHEST_RATE], name: text.rate }}
      // Where the loss has blown up its height says nothing more.
      y={{ scale: 'log', name: text.loss, domain: [0.6 * (losses[best] ?? 0.1), 6 * (losses[0] ?? 1)] }}
      named={false}
      readout
      locale={locale}
    >
      {passed && <Lowest rate={rates[best] ?? NaN} loss={losses[best] ?? NaN} words={text.lowest} />}
    </LineChart>
  )
}

function Lowest({ rate, loss, words }: { rate: number; loss: number; words: string }) {
  const { x, y, top, height, metrics } = usePlot()
  const px = round(x(rate))
  if (!Number.isFinite(px)) return null
  return (
    <g aria-hidden="true">
      <line x1={px} x2={px} y1={top} y2={top + height} stroke="var(--ink-2)" strokeDasharray="3 3" />
      <circle
        cx={px}
        cy={round(y(loss))}
        r={4.5}
        fill="var(--live)"
        stroke="var(--paper)"
        strokeWidth={1.5}
      />
      <text x={px - 8} y={round(top + metrics.label)} textAnchor="end" className="lab halo paper">
        {words.replace('{rate}', formatNumber(rate, { significant: 2 }))}
      </text>
    </g>
  )
}
