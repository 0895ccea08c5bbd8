import { usePlot } from '../../../charts/area.ts'
import { LineChart } from '../../../charts/LineChart.tsx'
import type { Line } from '../../../charts/lines.ts'
import { formatPath } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { History } from '../../../protocol/history.ts'

/** One variant's history, and how its curves are called. */
export interface Variant {
  readonly id: string
  readonly yours: boolean
  readonly history: History
  readonly trainName: string
  readonly testName: string
}

interface Props {
  label: string
  xName: string
  yName: string
  width: number
  height: number
  end: number
  variants: readonly Variant[]
  measure: 'loss' | 'error'
  locale: 'en' | 'zh'
}

/** Below this there is nothing left to see. */
const LEAST = 1e-4

/** Means over the seeds against the updates, training solid and test dashed, each in a band that spans all seeds. */
export function Curves({ label, xName, yName, width, height, end, variants, measure, locale }: Props) {
  const error = measure === 'error'
  const ids = error ? (['trainError', 'testError'] as const) : (['train', 'test'] as const)
  const column = (history: History, id: string): number[] =>
    (history.metrics[id] ?? []).map((value) => (error ? value : Math.max(LEAST, value)))
  const lines: Line[] = variants.flatMap(({ id, yours, history, trainName, testName }) =>
    ids.map((metric, index) => ({
      id: `${id}-${metric}`,
      name: index === 0 ? trainName : testName,
      x: history.steps,
      y: column(history, metric),
      role: index === 0 ? 'train' : 'test',
      color: yours ? 'var(--live)' : 'var(--ink-2)',
    })),
  )
  return (
    <LineChart
      label={label}
      width={width}
      height={height}
      lines={lines}
      x={{ domain: [0, end], name: xName }}
      y={
        error
          ? { domain: [0, 0.5], name: yName, format: (share) => `${formatNumber(share * 100)}%` }
          : { scale: 'log', name: yName }
      }
      locale={locale}
      readout
      under={variants.flatMap(({ id, yours, history }) =>
        ids.map((metric) => (
          <Band
            key={`${id}-${metric}`}
            x={history.steps}
            low={column(history, `${metric}Low`)}
            high={column(history, `${metric}High`)}
            color={yours ? 'var(--live)' : 'var(--ref)'}
          />
        )),
      )}
    />
  )
}

interface BandProps {
  x: readonly number[]
  low: readonly number[]
  high: readonly number[]
  color: string
}

function Band({ x, low, high, color }: BandProps) {
  const area = usePlot()
  const at = (step: number, value: number): [number, number] => [area.x(step), area.y(value)]
  const up = x.map((step, i) => at(step, high[i] ?? Number.NaN))
  const down = x.map((step, i) => at(step, low[i] ?? Number.NaN)).reverse()
  const outline = formatPath([...up, ...down])
  if (outline === '') return null
  return (
    <path d={`${outline}Z`} fill={color} opacity={0.13} clipPath={`url(#${area.clip})`} aria-hidden="true" />
  )
}
