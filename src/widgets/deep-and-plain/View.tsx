import { useContext } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings from './strings.ts'
import { Panel } from './view/Panel.tsx'
import { decades, depthOf, lossLines, onTheFloor, profileLines, twinsOf } from './view/twins.ts'

/** Losses above, layers below; plain networks on the left, those with skips on the right, on the same scales. */
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
  const { text } = strings[locale]
  const gap = big ? 32 : 24
  const beside = width >= 520
  const column = beside ? Math.floor((width - gap) / 2) : width
  const free = height === undefined ? undefined : height - gap
  const tall = Math.round(
    free === undefined ? (beside ? 290 : 220) : presenting ? free / (beside ? 1 : 2) : free / 2,
  )
  const name = (depth: number): string => formatNumber(depth)
  const twins = twinsOf(members)
  const losses = twins.map((twin) => lossLines(twin, name, step, text.diverged))
  const measured = twins.map((twin) => profileLines(twin, values.profile, name, step))
  const sizes = decades(measured.flat(), [1e-8, 1e4])
  const profiles =
    values.profile === 'gradient' ? measured.map((lines) => onTheFloor(lines, sizes[0])) : measured
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )
  const deepest = Math.max(2, ...members.map(depthOf))
  const titles = [text.plain, text.skips]
  const yOf =
    values.profile === 'gradient'
      ? ({ scale: 'log', domain: sizes, name: text.gradient } as const)
      : ({ domain: [0, 1], name: text.variety, ticks: [0, 0.5, 1] } as const)

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${gap}px` }}>
      {losses.map((lines, i) => (
        <Panel
          key={`loss-${i}`}
          title={titles[i] ?? ''}
          label={text.lossLabel.replace('{twin}', titles[i] ?? '')}
          width={column}
          height={tall}
          lines={lines}
          x={{ domain: [0, end], name: text.updates, ticks: [0, end / 2, end] }}
          y={{ scale: 'log', domain: decades(losses.flat(), [1e-4, 10]), name: text.loss }}
          locale={locale}
          big={big}
        />
      ))}
      {!presenting &&
        profiles.map((lines, i) => (
          <Panel
            key={`profile-${i}`}
            title={titles[i] ?? ''}
            label={(values.profile === 'gradient' ? text.gradientLabel : text.varietyLabel).replace(
              '{twin}',
              titles[i] ?? '',
            )}
            width={column}
            height={tall}
            lines={lines}
            x={{ domain: [1, deepest], name: text.layer, ticks: layerTicks(deepest) }}
            y={yOf}
            locale={locale}
            big={big}
          />
        ))}
    </div>
  )
}

/** The first layer, the last, and round numbers between. */
function layerTicks(deepest: number): number[] {
  const pitch = deepest > 24 ? 8 : deepest > 10 ? 4 : 2
  const between = Array.from({ length: Math.ceil(deepest / pitch) }, (_, i) => i * pitch)
  return [1, ...between.filter((layer) => layer > 1 && layer <= deepest - pitch / 2), deepest]
}
