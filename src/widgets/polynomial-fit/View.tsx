import { useContext } from 'react'
import { Key } from '../../charts/Key.tsx'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { ErrorPlot } from './view/ErrorPlot.tsx'
import { FitPlot } from './view/FitPlot.tsx'

/** Fits to many data sets above; below, what they get wrong, degree by degree. */
export default function View({
  values,
  members,
  width,
  height,
  presenting,
  locale,
  set,
  act,
}: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text } = strings[locale]
  const frame = members[0]?.frame
  if (!frame) return null
  const beside = height !== undefined && width >= 900
  const gap = presenting ? 32 : 20
  const plotWidth = beside ? Math.round((width - gap) * 0.55) : width
  const free = height === undefined ? undefined : height - (big ? 44 : 32)
  const fitHeight = free === undefined ? Math.round(Math.max(280, width * 0.5)) : beside ? free : free * 0.5
  const errorHeight =
    free === undefined ? Math.round(Math.max(260, width * 0.44)) : beside ? free : free * 0.5 - gap
  const count = formatNumber(frame.draws)

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap }}>
      <div style={{ width: plotWidth }}>
        <FitPlot
          label={text.fits.replace('{degree}', String(frame.degree)).replace('{draws}', count)}
          pointLabel={text.point}
          width={plotWidth}
          height={Math.round(fitHeight)}
          frame={frame}
          bare={presenting && !beside}
          act={act}
        />
        <Key
          items={[
            { id: 'truth', name: text.truth, mark: { line: 'test' } },
            { id: 'fit', name: text.fit, mark: { line: 'yours' } },
            // The mean of one fit is that fit: the line keeps its place in the key, and waits.
            {
              id: 'mean',
              name: frame.draws > 1 ? text.mean.replace('{draws}', count) : text.meanLater,
              mark: { line: 'train' },
            },
          ]}
        />
      </div>
      <ErrorPlot
        label={text.errors}
        width={beside ? width - gap - plotWidth : width}
        height={Math.round(errorHeight)}
        frame={frame}
        degree={values.degree}
        noise={values.noise}
        parts={!presenting || beside}
        names={{
          train: text.train,
          test: text.test,
          bias: text.bias,
          variance: text.variance,
          noise: text.noise,
          degree: text.degree,
          error: text.error,
        }}
        locale={locale}
        onDegree={(degree) => set({ degree })}
      />
    </div>
  )
}
