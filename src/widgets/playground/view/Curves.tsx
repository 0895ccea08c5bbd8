import { useMemo } from 'react'
import type { Line } from '../../../charts/lines.ts'
import { LineChart } from '../../../charts/LineChart.tsx'
import type { History } from '../../../protocol/history.ts'
import type { Locale } from '../../../protocol/view.ts'
import type { Text } from './words.ts'

interface Props {
  history: History
  width: number
  height: number
  regression: boolean
  text: Text
  locale: Locale
}

/** Loss and accuracy of both parts against the updates; side by side where there is room. */
export function Curves({ history, width, height, regression, text, locale }: Props) {
  const wide = width >= 520
  const each = wide ? Math.floor((width - 24) / 2) : width
  const { steps, metrics } = history
  const axis = { name: text.updates, domain: [0, Math.max(10, steps.at(-1) ?? 0)] as const }
  const losses = useMemo(
    () => twoLines(steps, metrics['train'], metrics['test'], text),
    [steps, metrics, text],
  )
  const scores = useMemo(
    () => twoLines(steps, metrics['trainAccuracy'], metrics['accuracy'], text),
    [steps, metrics, text],
  )
  return (
    <div className="pg-pair">
      <LineChart
        label={text.lossLabel}
        width={each}
        height={height}
        lines={losses}
        x={axis}
        y={{ scale: 'log', name: text.lossAxis }}
        locale={locale}
        readout
      />
      <LineChart
        label={regression ? text.explainedLabel : text.accuracyLabel}
        width={each}
        height={height}
        lines={scores}
        x={axis}
        y={regression ? { name: text.explained, domain: [-0.2, 1] } : { name: text.accuracy, domain: [0, 1] }}
        locale={locale}
        readout
      />
    </div>
  )
}

function twoLines(
  steps: readonly number[],
  train: readonly number[] | undefined,
  test: readonly number[] | undefined,
  text: Text,
): Line[] {
  return [
    { id: 'test', name: text.test, x: steps, y: test ?? [], role: 'test' },
    { id: 'train', name: text.train, x: steps, y: train ?? [], role: 'train' },
  ]
}
