import { usePlot } from '../../charts/area.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { round } from '../../charts/text.tsx'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Toggle } from '../../ui/Toggle.tsx'
import type spec from './spec.ts'
import { STEPS } from './spec.ts'
import strings from './strings.ts'

type Props = ViewProps<typeof spec>

const SMALL = 480

/** The rate of each schedule, and below it what the network makes of it. */
export default function View({ values, members, step, width, height, presenting, locale, set }: Props) {
  const { text, member: nameOf } = strings[locale]
  const gap = 8
  const row = presenting ? 48 : 56
  const tall = (height ?? Math.round(width < 520 ? width * 1.4 : Math.max(500, width * 0.84))) - row - gap
  const rateHeight = Math.round((tall - gap) * (presenting ? 0.34 : 0.38))
  const name = (id: string, index: number): string =>
    values.clip && index === 0 ? text.clipped : (nameOf?.(id) ?? id)
  /** A limit is judged by what the network gets right, too; a phone has no room for it. */
  const share = (accuracy: number | undefined): string =>
    values.clip && width >= SMALL && accuracy !== undefined
      ? text.right.replace('{share}', formatNumber(100 * accuracy, { digits: 0 }))
      : ''

  const styled = members.map(({ id, frame, history }, index) => ({
    frame,
    history,
    line: {
      id,
      name: name(id, index) + share(frame?.accuracy),
      role: index === 0 ? ('yours' as const) : ('reference' as const),
      ...(index === 0 ? {} : { dash: index - 1 }),
    },
  }))
  // A clipped run and its unclipped twin follow one plan.
  const planned = styled.filter(({ line }) => line.id !== 'unclipped')
  const plans: Line[] = planned.flatMap(({ line, frame }): Line[] =>
    frame ? [{ ...line, name: nameOf?.(line.id) ?? line.id, y: frame.plan }] : [],
  )
  const curves: Line[] = styled.map(({ line, history }) => {
    const measured = history.metrics[values.shown] ?? []
    // Before the first update there is no gradient.
    const from = values.shown === 'gradient' ? 1 : 0
    const ended = measured.findIndex((value) => !Number.isFinite(value))
    return {
      ...line,
      x: history.steps.slice(from),
      y: measured.slice(from, ended < 0 ? undefined : ended),
      ...(ended < 0 ? {} : { diverged: text.diverged }),
    }
  })
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap }}>
      <LineChart
        label={text.rates}
        width={width}
        height={rateHeight}
        lines={plans}
        x={{ domain: [0, STEPS], ticks: [] }}
        y={{ name: text.rate, domain: [0, 1.06 * values.learningRate] }}
        locale={locale}
      >
        <Now step={step} />
      </LineChart>
      <div style={{ display: 'flex', alignItems: 'center', height: row }}>
        <Toggle
          label={text.shown}
          value={values.shown === 'gradient'}
          onChange={(on) => set({ shown: on ? 'gradient' : 'loss' })}
        />
      </div>
      <LineChart
        label={values.shown === 'loss' ? text.losses : text.gradients}
        width={width}
        height={tall - gap - rateHeight}
        lines={curves}
        x={{ domain: [0, STEPS], name: text.updates }}
        y={{
          scale: 'log',
          name: values.shown === 'loss' ? text.loss : text.gradient,
          // As wide as the numbers above, so that the two charts stand in line.
          format: (value) => formatNumber(value, { significant: 2 }),
        }}
        locale={locale}
      >
        {values.clip && values.shown === 'gradient' && (
          <Limit
            at={values.clipNorm}
            words={text.limit.replace('{count}', formatNumber(members[0]?.frame?.clipped ?? 0))}
          />
        )}
      </LineChart>
    </div>
  )
}

/** Where the runs stand in the plan. */
function Now({ step }: { step: number }) {
  const { x, top, height } = usePlot()
  const at = round(x(Math.min(step, STEPS)))
  return <line x1={at} x2={at} y1={top} y2={top + height} stroke="var(--live)" strokeWidth={1.25} />
}

function Limit({ at, words }: { at: number; words: string }) {
  const { y, left, width, metrics } = usePlot()
  const height = round(y(at))
  if (!Number.isFinite(height)) return null
  return (
    <g aria-hidden="true">
      <line
        x1={left}
        x2={round(left + width)}
        y1={height}
        y2={height}
        stroke="var(--ink)"
        strokeDasharray="3 3"
      />
      <text x={left + 6} y={round(height - metrics.tick * 0.4)} className="lab halo paper">
        {words}
      </text>
    </g>
  )
}
