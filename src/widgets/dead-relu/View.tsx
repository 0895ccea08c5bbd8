import { useContext } from 'react'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { PictureHead } from '../../charts/PictureHead.tsx'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { MemberView, ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings from './strings.ts'
import { countSilent, layerOf, type UnitState } from './view/units.ts'
import { StateMark, UnitRow } from './view/UnitRow.tsx'

const STATES: readonly UnitState[] = ['alive', 'dying', 'silent']
const GAP = 28

/** The twins side by side, every hidden unit of both, and how many have fallen silent. */
export default function View({
  values,
  members,
  step,
  width,
  height,
  presenting,
  locale,
}: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const beside = width >= 520
  const column = beside ? Math.floor((width - GAP) / 2) : width
  // While presenting, the chart is left to the scrubber.
  const free = height === undefined ? 0 : (height - 48) / (beside ? 1 : 2) - 64
  const row =
    height === undefined
      ? !beside || values.layers > 4
        ? 88
        : 124
      : Math.max(56, Math.floor(free / values.layers))
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )

  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${GAP}px` }}>
        {members.map(({ id, frame }) => (
          <div key={id} style={{ width: column }}>
            <PictureHead
              width={column}
              name={member?.(id) ?? id}
              line={
                frame
                  ? text.count
                      .replace('{silent}', formatNumber(countSilent(frame)))
                      .replace('{all}', formatNumber(frame.on.length))
                      .replace('{accuracy}', formatNumber(frame.accuracy * 100, { digits: 1, trim: true }))
                  : ''
              }
            />
            {frame &&
              Array.from({ length: frame.layers }, (_, layer) => (
                <UnitRow
                  key={layer}
                  label={text.layerLabel
                    .replace('{layer}', String(layer + 1))
                    .replace('{name}', member?.(id) ?? id)}
                  name={text.layer.replace('{layer}', String(layer + 1))}
                  shortName={text.layerShort.replace('{layer}', String(layer + 1))}
                  units={layerOf(frame, layer)}
                  width={column}
                  height={row}
                />
              ))}
          </div>
        ))}
      </div>
      <ul className={big ? 'key big' : 'key'}>
        {STATES.map((state) => (
          <li key={state}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <StateMark state={state} x={7} y={7} size={5} />
            </svg>
            {presenting ? text[`${state}Short`] : text[state]}
          </li>
        ))}
      </ul>
      {!presenting && (
        <div style={{ marginTop: 20 }}>
          <LineChart
            label={text.chartLabel}
            width={width}
            height={176}
            lines={members.flatMap((twin, index) =>
              drawTwin(twin, member?.(twin.id) ?? twin.id, step, index),
            )}
            x={{ domain: [0, end], name: text.step }}
            y={{
              domain: [0, 1],
              name: text.share,
              ticks: [0, 0.5, 1],
              format: (share) => `${formatNumber(share * 100)}%`,
            }}
            locale={locale}
            readout
          />
        </div>
      )}
    </>
  )
}

/** The share of silent units up to the shown step, and thin beyond it. */
function drawTwin(
  { id, history }: MemberView<typeof spec>,
  name: string,
  step: number,
  index: number,
): Line[] {
  const all = history.metrics['silent'] ?? []
  const shown = history.steps.filter((at) => at <= step).length
  const now: Line = {
    id,
    name,
    x: history.steps.slice(0, shown),
    y: all.slice(0, shown),
    role: index === 0 ? 'train' : 'reference',
    color: 'var(--ink)',
  }
  if (shown === 0 || shown >= all.length) return [now]
  const later = { x: history.steps.slice(shown - 1), y: all.slice(shown - 1) }
  return [now, { ...later, id: `${id}-later`, name, role: 'future' }]
}
