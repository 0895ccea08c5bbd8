import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { HALVING, sizeOf, type BatchFrame } from './spec.ts'
import strings from './strings.ts'
import { DataPlot } from './view/DataPlot.tsx'
import { ErrorMap } from './view/ErrorMap.tsx'
import { LookRow } from './view/LookRow.tsx'
import { Means } from './view/Means.tsx'

type Props = ViewProps<typeof spec>

const EMPTY: BatchFrame['moments'] = { x: 0.5, y: 1, xx: 0.58, xy: 0.9, yy: 2 }

/** The true error of a straight line over its two weights, and three ways of reading the data on the way down. */
export default function View({ values, members, width, height, presenting, locale, set }: Props) {
  const { text, member: nameOf } = strings[locale]
  const own = members[0]?.frame ?? null
  const wide = width >= 540
  const gap = presenting ? 40 : 24
  const row = presenting ? 60 : 56
  // Before an audience the means are left out; on a phone they take two lines.
  const meansHeight = presenting ? 0 : wide ? 20 : 40
  const tall =
    (height ?? Math.round(wide ? Math.max(580, width * 0.91) : width * 1.45 + 40)) -
    row -
    gap / 2 -
    meansHeight
  // On a projector two pictures stand side by side; the data give way.
  const curveHeight = presenting ? tall : Math.round((tall - gap / 2) * 0.36)
  const mapHeight = presenting ? tall : tall - curveHeight - gap / 2
  const mapWidth = wide ? Math.round((width - gap) * (presenting ? 0.52 : 0.6)) : width
  const besideMap = width - gap - mapWidth

  const runs = members.flatMap(({ id, frame, history }) =>
    frame ? [{ id, frame, history, yours: id === 'yours', name: nameOf?.(id) ?? id }] : [],
  )
  const paths = runs.map(({ id, frame, yours, name }, index) => ({
    id,
    name,
    x: frame.slope,
    y: frame.height,
    role: yours ? ('yours' as const) : ('reference' as const),
    dash: index - 1,
    dotEvery: 1,
  }))
  const curves: Line[] = runs.map(({ id, history, yours, name }, index) => {
    const excess = history.metrics['excess'] ?? []
    const ended = excess.findIndex((value) => !Number.isFinite(value))
    const batch = sizeOf(id, values.batchSize)
    return {
      id,
      name,
      x: values.axis === 'updates' ? history.steps : history.steps.map((step) => Math.max(step * batch, 0.5)),
      y: ended < 0 ? excess : excess.slice(0, ended),
      role: yours ? 'yours' : 'reference',
      dash: index - 1,
      ...(ended < 0 ? {} : { diverged: text.diverged }),
    }
  })
  const step = own ? own.slope.length - 1 : 0
  const rate = values.falling ? values.learningRate / (1 + step / HALVING) : values.learningRate
  const here = [own?.slope[step] ?? NaN, own?.height[step] ?? NaN] as const

  const curve = (
    <LineChart
      label={text.curve}
      width={presenting ? besideMap : width}
      height={curveHeight}
      lines={curves}
      named={!presenting}
      x={
        values.axis === 'updates'
          ? { domain: [0, 300], name: text.updates }
          : { scale: 'log', name: text.examples }
      }
      // Below a millionth only rounding is left to see.
      y={{ scale: 'log', name: text.above, domain: [1e-6, 10] }}
      locale={locale}
    />
  )
  const data = (
    <DataPlot
      label={text.data}
      width={besideMap}
      height={mapHeight}
      data={own?.data ?? []}
      lines={runs.map(({ id, frame, yours }) => ({
        id,
        slope: frame.slope.at(-1) ?? NaN,
        height: frame.height.at(-1) ?? NaN,
        yours,
      }))}
    />
  )
  const columns = `minmax(0, ${mapWidth}fr) minmax(0, ${besideMap}fr)`
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: gap / 2 }}>
      <div style={{ display: 'grid', gap, gridTemplateColumns: wide ? columns : 'minmax(0, 1fr)' }}>
        <ErrorMap
          label={text.map}
          width={mapWidth}
          height={mapHeight}
          moments={own?.moments ?? EMPTY}
          paths={paths}
          arrows={{ from: here, steps: own ? own.arrows.map((slope) => -rate * slope) : [] }}
          names={text}
        />
        {wide && (presenting ? curve : data)}
      </div>
      <LookRow values={values} set={set} text={text} height={row} />
      {!(wide && presenting) && curve}
      {!presenting && (
        <Means runs={runs} words={text.means} between={locale === 'zh' ? '，' : ', '} height={meansHeight} />
      )}
    </div>
  )
}
