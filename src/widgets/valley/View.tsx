import { useMemo } from 'react'
import { Contour } from '../../charts/Contour.tsx'
import { Handle } from '../../charts/Handle.tsx'
import { Paths } from '../../charts/Paths.tsx'
import { paintGrid } from '../../charts/pixels.ts'
import { Plot } from '../../charts/Plot.tsx'
import { Surface } from '../../charts/Surface.tsx'
import { useHeld } from '../../charts/useHeld.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { startOf } from './spec.ts'
import strings from './strings.ts'
import { Departures, lastInside } from './view/Departures.tsx'
import { Downhill } from './view/Downhill.tsx'
import { Landmarks, nameLandmarks } from './view/Landmarks.tsx'
import { LookRow } from './view/LookRow.tsx'
import { mapTerrain } from './view/terrain.ts'

type Props = ViewProps<typeof spec>

const SMALL = 480
const round3 = (value: number): number => Math.round(value * 1000) / 1000
const inside = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value))

/** A landscape as a map or a surface, and the balls that optimisers roll down it. */
export default function View({ values, members, step, width, height, presenting, locale, set }: Props) {
  const { text, member: nameOf } = strings[locale]
  const { landscape, condition, noise } = values
  const map = useMemo(() => mapTerrain(landscape, { condition, noise }), [landscape, condition, noise])
  const paint = useMemo(() => paintGrid(map.grid, 'magnitude', map.shade), [map])
  const drop = (x: number, y: number) => set({ start: [round3(x), round3(y)] })
  const ring = useHeld((place: readonly [number, number]) => drop(...place))
  const { at: held } = ring

  const small = width < SMALL
  const row = presenting ? 60 : 56
  const tall = height ? height - row : Math.round(width * (small ? 0.86 : 0.72))
  const given = startOf(values)
  const start = held ?? [inside(given[0], map.x), inside(given[1], map.y)]

  const runs = members.flatMap(({ id, frame, history }, index) => {
    if (!frame || held) return []
    const reached = frame.x.length - 1
    const ended = history.metrics['loss']?.findIndex((loss) => !Number.isFinite(loss)) ?? -1
    const overflowed = ended >= 0 && (history.steps[ended] ?? Infinity) <= step
    const last = lastInside(frame.x, frame.y, map.x, map.y)
    const words =
      frame.diverged !== null || overflowed
        ? text.diverged
        : last < reached
          ? text.left.replace('{n}', formatNumber(last + 1))
          : null
    const brief = small || presenting ? text[`short-${id}` as keyof typeof text] : undefined
    const name = brief ?? nameOf?.(id) ?? id
    return [{ id, name, words, x: frame.x, y: frame.y, frame, own: index === 0 }]
  })
  const paths = runs.map(({ id, name, x, y, own, words }, index) => ({
    id,
    ...(words === null ? { name } : {}),
    x,
    y,
    role: own ? ('yours' as const) : ('reference' as const),
    dash: index - 1,
    dotEvery: small ? 3 : 2,
  }))
  const me = runs[0]
  // On a steep map saddle points are not the story: they give way where there is little room.
  const saddles = map.flat || !(small || presenting) ? map.saddles : []
  const captions = nameLandmarks({ ...map, saddles }, text)

  const look = <LookRow values={values} set={set} text={text} height={row} />
  if (values.view === 'surface') {
    return (
      <>
        <Surface
          label={text.surface}
          width={width}
          height={tall}
          grid={map.grid}
          x={{ domain: map.x, symbol: 'w_1' }}
          y={{ domain: map.y, symbol: 'w_2' }}
          z={{ domain: map.heights, name: text.loss, format: map.format }}
          locale={locale}
          paths={paths}
        />
        {look}
      </>
    )
  }
  return (
    <>
      <Plot
        label={text.map}
        width={width}
        height={tall}
        x={{ domain: map.x, symbol: 'w_1' }}
        y={{ domain: map.y, symbol: 'w_2' }}
        raster={paint}
        interactive
        onPress={drop}
      >
        <Contour grid={map.grid} levels={map.levels} />
        <Paths
          paths={paths}
          captions={[...captions, ...(small ? [] : [{ at: start, words: text.drag, kind: 'ring' as const }])]}
        />
        <Landmarks minima={map.minima} saddles={saddles} captions={captions} />
        {values.gradient && me && me.words === null && (
          <Downhill at={[me.x.at(-1) ?? NaN, me.y.at(-1) ?? NaN]} gradient={me.frame.gradient} />
        )}
        <Departures
          runs={runs.map(({ id, name, x, y, words }) => ({
            id,
            x,
            y,
            words: words === null ? null : `${name}: ${words}`,
          }))}
        />
        <Handle
          x={start[0]}
          y={start[1]}
          label={text.start}
          valueText={`${formatNumber(start[0])}, ${formatNumber(start[1])}`}
          onMove={(x, y) => ring.move([x, y])}
          onCommit={ring.drop}
          caption={text.drag}
        />
      </Plot>
      {look}
    </>
  )
}
