import { useContext } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { Curves } from './view/Curves.tsx'
import { FieldMap, titleHeight } from './view/FieldMap.tsx'
import { GapStrip, type GapRow } from './view/GapStrip.tsx'
import { gapsOf, meanAndSpread, wins, write } from './view/gaps.ts'

/** The twins' maps for one seed, the gap of every seed, and the mean curves. */
export default function View({ values, members, width, height, presenting, locale }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const { measure } = values
  const gap = big ? 28 : 16
  const stripHeight = big ? 190 : 118
  // Plain on the left and on top, the twin after it: before and after.
  const variants = [...members].reverse()
  const half = Math.floor((width - gap) / 2)
  const title = titleHeight(half, big, presenting)
  const map = Math.floor(
    height === undefined
      ? Math.min(half, 300)
      : Math.max(80, Math.min(half, height - stripHeight - title - gap)),
  )
  const shown = Math.min(values.shown, values.seeds) - 1
  const rows: GapRow[] = variants.flatMap(({ id, frame }) => {
    if (!frame) return []
    const gaps = gapsOf(frame, measure)
    return [{ id, name: member?.(id) ?? id, gaps, ...meanAndSpread(gaps, measure), yours: id !== 'plain' }]
  })
  const [plain, twin] = rows
  const end = Math.max(values.updates, ...members.map(({ history }) => history.steps.at(-1) ?? 0))

  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap, marginBottom: gap }}>
        {variants.map(({ id, frame }) => {
          const name = member?.(id) ?? id
          const of = (list: Float64Array): string => write(list[shown] ?? Number.NaN, measure)
          const [train, test] = !frame
            ? ['', '']
            : measure === 'loss'
              ? [of(frame.train), of(frame.test)]
              : [of(frame.trainError), of(frame.testError)]
          return (
            <div key={id} style={{ width: half }}>
              <FieldMap
                name={name}
                score={presenting ? null : text.score.replace('{train}', train).replace('{test}', test)}
                label={text.field.replace('{name}', name)}
                frame={frame}
                width={Math.min(map, half)}
              />
            </div>
          )
        })}
      </div>
      <GapStrip
        label={text.gapLabel}
        axis={measure === 'loss' ? text.gap : text.errorGap}
        width={width}
        height={stripHeight}
        rows={rows}
        shown={shown}
        percent={measure === 'error'}
      />
      {!presenting && (
        <>
          <p className="key">
            {plain && twin
              ? text.verdict
                  .replace('{wins}', formatNumber(wins(twin.gaps, plain.gaps)))
                  .replace('{seeds}', formatNumber(twin.gaps.length))
              : ''}
          </p>
          <div style={{ marginTop: 12 }}>
            <Curves
              label={text.curves}
              xName={text.updates}
              yName={measure === 'loss' ? text.loss : text.error}
              width={width}
              height={Math.round(Math.max(220, width * 0.4))}
              end={end}
              variants={variants.map(({ id, history }) => ({
                id,
                yours: id !== 'plain',
                history,
                trainName: text.train.replace('{name}', member?.(id) ?? id),
                testName: text.test.replace('{name}', member?.(id) ?? id),
              }))}
              measure={measure}
              locale={locale}
            />
          </div>
        </>
      )}
    </>
  )
}
