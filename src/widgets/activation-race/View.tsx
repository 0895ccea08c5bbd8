import { useContext } from 'react'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { MemberView, ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings from './strings.ts'
import { Thumb, titleHeight } from './view/Thumb.tsx'

type Curve = 'test' | 'train' | 'accuracy'

/** A loss below this is drawn at the bottom: there is nothing left to see. */
const LEAST = 1e-4
const GAP = 12
const LEAST_THUMB = 40
/** While presenting, a chart with less room than this is left to the scrubber. */
const LEAST_CHART = 160

/** The runners' fields side by side, and one curve of each against the updates. */
export default function View({ values, members, step, width, height, locale }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const columns =
    height === undefined ? chooseColumns(members.length, width) : fillWith(members.length, width, height)
  const side = Math.floor((width - GAP * (columns - 1)) / columns)
  const rows = Math.ceil(members.length / columns)
  const title = titleHeight(side, big)
  const tallest = height === undefined ? (members.length <= 2 ? 344 : 240) : (height - 16) / rows - title - 16
  const thumb = Math.max(LEAST_THUMB, Math.floor(Math.min(side, tallest)))
  const rest =
    height === undefined
      ? Math.min(width * 0.8, Math.max(240, 900 - rows * (thumb + 40)))
      : height - rows * (thumb + title + 16) - 16
  const name = (id: string): string => member?.(id) ?? id
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )
  const accuracy = values.curve === 'accuracy'

  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${GAP}px`, marginBottom: 16 }}>
        {members.map(({ id, frame }) => (
          <Thumb
            key={id}
            name={name(id)}
            score={frame ? formatPercent(frame.accuracy) : ''}
            label={text.field.replace('{name}', name(id))}
            frame={frame}
            width={thumb}
          />
        ))}
      </div>
      {rest >= LEAST_CHART && (
        <LineChart
          label={text[`${values.curve}Label`]}
          width={width}
          height={Math.round(rest)}
          lines={members.flatMap((runner, index) =>
            drawRunner(runner, name(runner.id), values.curve, step, index),
          )}
          x={height === undefined ? { domain: [0, end], name: text.step } : { domain: [0, end] }}
          y={
            accuracy
              ? { domain: [0.4, 1], name: text.accuracy, format: (share) => `${formatNumber(share * 100)}%` }
              : { scale: 'log', name: values.curve === 'test' ? text.test : text.train }
          }
          locale={locale}
          readout
        />
      )}
    </>
  )
}

/** One row where names fit above the fields, else rows of equal length. */
function chooseColumns(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + GAP) / ((width < 480 ? 104 : 150) + GAP)))
  const rows = Math.ceil(count / most)
  return Math.max(1, Math.ceil(count / rows))
}

/** While presenting: the rows in which the fields are largest. */
function fillWith(count: number, width: number, height: number): number {
  const sides = Array.from({ length: count }, (_, i) => {
    const rows = Math.ceil(count / (i + 1))
    return Math.min((width + GAP) / (i + 1) - GAP, (height - 16) / rows - titleHeight(width, true) - 16)
  })
  return Math.max(1, sides.indexOf(Math.max(...sides)) + 1)
}

function formatPercent(share: number): string {
  return `${formatNumber(share * 100, { digits: share === 1 ? 0 : 1 })}%`
}

/** The curve up to the shown step, and thin beyond it. */
function drawRunner(
  { id, history }: MemberView<typeof spec>,
  name: string,
  curve: Curve,
  step: number,
  dash: number,
): Line[] {
  const all = (history.metrics[curve] ?? []).map((value) =>
    curve === 'accuracy' ? value : Math.max(LEAST, value),
  )
  const shown = history.steps.filter((at) => at <= step).length
  const now: Line = {
    id,
    name,
    x: history.steps.slice(0, shown),
    y: all.slice(0, shown),
    role: 'reference',
    dash,
    color: 'var(--ink)',
  }
  if (shown === 0 || shown >= all.length) return [now]
  const later = { x: history.steps.slice(shown - 1), y: all.slice(shown - 1) }
  return [now, { ...later, id: `${id}-later`, name, role: 'future' }]
}
