import { Handle } from '../../charts/Handle.tsx'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { useHeld } from '../../charts/useHeld.ts'
import { formatNumber } from '../../i18n/number.ts'
import { numbers } from '../../math/algebra.ts'
import type { ViewProps } from '../../protocol/view.ts'
import spec, { REACH, TARGET, type UnitLossId } from './spec.ts'
import strings from './strings.ts'
import { CurvePlot } from './view/CurvePlot.tsx'
import { Readings } from './view/Readings.tsx'

/** One unit on the curves of two losses, their slopes, and how its output comes to the target. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, width, height, presenting, locale, set } = props
  const { text, member: nameOf } = strings[locale]
  const ring = useHeld((start: number) => set({ start }))
  const { at: held } = ring
  const start = held ?? values.start
  const wide = width >= 480
  const gap = presenting ? 32 : 16
  const half = wide ? Math.floor((width - gap) / 2) : width
  const readings = (presenting ? 34 : 24) * members.length + 8
  // While presenting, the outputs are left to the scrubber.
  const curves = height === undefined ? (wide ? 236 : 200) : height - readings - gap

  const balls = members.map(({ id, frame }) => ({
    id: id as UnitLossId,
    z: held ?? frame?.z ?? values.start,
  }))
  const outputs: Line[] = members.map(({ id, history }, index) => ({
    id,
    name: nameOf?.(id) ?? id,
    x: held === null ? history.steps : [0],
    y:
      held === null
        ? (history.metrics['missing'] ?? []).map((missing) => TARGET - missing)
        : [numbers.sigmoid(held)],
    role: index === 0 ? 'yours' : 'reference',
    dash: index - 1,
  }))
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )

  return (
    <div style={{ display: 'grid', gap, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap }}>
        <CurvePlot
          label={text.losses}
          width={half}
          height={curves}
          balls={balls}
          shows="loss"
          y={{ domain: [0, REACH], name: text.loss, ticks: [0, 5, 10] }}
        >
          <Handle
            x={start}
            y={0}
            label={text.start}
            valueText={`z ${formatNumber(start, { digits: 1 })}`}
            direction="x"
            onMove={(z) => ring.move(Math.round(z * 10) / 10)}
            onCommit={ring.drop}
          />
        </CurvePlot>
        <CurvePlot
          label={text.gradients}
          width={half}
          height={curves}
          balls={balls}
          shows="gradient"
          y={{ domain: [-1.1, 0.1], name: text.gradient, ticks: [-1, -0.5, 0] }}
        />
      </div>
      <Readings balls={balls} width={width} nameOf={(id) => nameOf?.(id) ?? id} text={text} />
      {!presenting && (
        <LineChart
          label={text.outputs}
          width={width}
          height={wide ? 190 : 180}
          lines={outputs}
          x={{ domain: [0, end], name: text.updates }}
          y={{ domain: [0, 1], name: text.output, ticks: [0, 0.5, 1] }}
          locale={locale}
        />
      )}
    </div>
  )
}
