import { useContext } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import { orderFeatures, planeFeatures, PLANE_FEATURES } from '../../math/planeFeature.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { Contest, titleHeight } from './view/Contest.tsx'
import { Ingredients } from './view/Ingredients.tsx'

const GAP = 24
/** Most features, and most units in a layer. */
const MOST = 12

/** Both answers side by side, and under each the features that its last sum weighs. */
export default function View({ values, members, width, height, presenting, locale }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const gap = width < 480 ? 14 : GAP
  const column = Math.floor((width - gap) / 2)
  const columns = big ? 8 : 4
  const rows = Math.ceil(Math.max(PLANE_FEATURES.length, Math.min(MOST, values.units)) / columns)
  // Before an audience the fields take what their features leave.
  const small = Math.floor(column / columns) + 50
  const field =
    height === undefined
      ? column
      : Math.min(column, height - titleHeight(big) - (presenting ? small + 60 : 0))
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `repeat(2, ${column}px)`, gap: `12px ${gap}px` }}>
      {members.map(({ id, frame }) => (
        <Contest
          key={id}
          name={member?.(id) ?? id}
          score={
            frame
              ? (big ? '{n}%' : text.right).replace(
                  '{n}',
                  formatNumber(frame.accuracy * 100, { digits: 1, trim: true }),
                )
              : ''
          }
          label={text.field.replace('{name}', member?.(id) ?? id)}
          frame={frame}
          width={Math.max(120, field)}
        />
      ))}
      {members.map(({ id, frame }) => {
        const byHand = id === 'hand'
        const names = byHand
          ? orderFeatures(values.features).map((feature) => planeFeatures[feature].text)
          : []
        return (
          <Ingredients
            key={id}
            frame={frame}
            names={names}
            label={(k, weight) =>
              (byHand ? text.feature : text.unit)
                .replace('{name}', names[k] ?? String(k + 1))
                .replace('{weight}', weight)
            }
            width={column}
            columns={columns}
            rows={rows}
            title={byHand ? text.handTitle : text.networkTitle}
          />
        )
      })}
    </div>
  )
}
