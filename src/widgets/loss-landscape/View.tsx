import { useMemo } from 'react'
import { Contour } from '../../charts/Contour.tsx'
import { chooseDecadeLevels } from '../../charts/isolines.ts'
import { Paths } from '../../charts/Paths.tsx'
import { type Grid, paintMagnitude } from '../../charts/pixels.ts'
import { Plot } from '../../charts/Plot.tsx'
import { Surface } from '../../charts/Surface.tsx'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import type spec from './spec.ts'
import strings from './strings.ts'

type Props = ViewProps<typeof spec>

const EMPTY = { columns: 2, rows: 2, values: new Float32Array(4) }
const ROW = 44

/** The loss of a network on a plane through its present weights, and the way it came, seen in that plane. */
export default function View({ values, members, width, height, presenting, locale, set }: Props) {
  const { text, choices } = strings[locale]
  const frame = members[0]?.frame ?? null
  const grid = useMemo<Grid>(
    () => (frame ? { columns: frame.cells, rows: frame.cells, values: frame.grid } : EMPTY),
    [frame],
  )
  const { tone, levels, numbersAt } = useMemo(() => scaleOf(grid), [grid])
  const paint = useMemo(() => paintMagnitude(grid, tone), [grid, tone])
  const row = presenting ? 72 : 48
  const tall = (height ?? Math.round(width * (width < 480 ? 1.1 : 0.86))) - ROW - row
  const [reachX, reachY] = frame?.reach ?? [1, 1]
  const random = values.plane === 'random'
  const x = { domain: [-reachX, reachX] as const, name: random ? text.u : text.first }
  const y = { domain: [-reachY, reachY] as const, name: random ? text.v : text.second }
  const path = frame
    ? [{ id: 'path', name: text.path, x: frame.x, y: frame.y, role: 'yours' as const, dotEvery: 1 }]
    : []
  const share = frame ? 100 * (frame.shares[0] + frame.shares[1]) : 0
  const note = (random ? text.randomNote : text.pathNote)
    .replace('{weights}', formatNumber(frame?.weights ?? 0))
    .replace('{share}', formatNumber(share, { digits: share < 10 ? 1 : 0 }))

  return (
    <div>
      <div style={{ display: 'flex', alignItems: 'center', gap: presenting ? 32 : 16, height: row }}>
        <Choice
          label={text.plane}
          hideLabel
          value={values.plane}
          options={(['trajectory', 'random'] as const).map((id) => ({ id, label: choices.plane[id] }))}
          onChange={(plane) => set({ plane })}
        />
        <Choice
          label={text.view}
          hideLabel
          value={values.view}
          options={(['map', 'surface'] as const).map((id) => ({ id, label: choices.view[id] }))}
          onChange={(view) => set({ view })}
        />
      </div>
      {values.view === 'surface' ? (
        <Surface
          label={text.surface}
          width={width}
          height={tall}
          grid={grid}
          x={x}
          y={y}
          z={{ domain: tone, name: text.loss, format: formatLoss }}
          locale={locale}
          paths={path}
        />
      ) : (
        <Plot label={text.map} width={width} height={tall} x={x} y={y} raster={paint}>
          <Contour grid={grid} levels={levels} numbersAt={numbersAt} />
          <Paths paths={path} />
        </Plot>
      )}
      <p
        style={{
          margin: 0,
          height: ROW,
          paddingTop: 8,
          boxSizing: 'border-box',
          font: `400 ${presenting ? '22px/28px' : '14px/18px'} var(--sans)`,
          color: 'var(--ink-2)',
        }}
      >
        {note}
      </p>
    </div>
  )
}

const formatLoss = (log10: number): string => formatNumber(10 ** log10, { significant: 1 })

/** Shading from the lowest to the highest loss in the picture, and lines at tenths of a decade where it is flat. */
function scaleOf({ values, columns }: Grid) {
  let low = Infinity
  let high = -Infinity
  let lowest = 0
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? low) < low) lowest = i
    low = Math.min(low, values[i] ?? low)
    high = Math.max(high, values[i] ?? high)
  }
  if (!(high > low)) [low, high] = [-1, 0]
  const half = chooseDecadeLevels(low, high).map(({ log10, whole }) => ({
    value: log10,
    major: whole,
    ...(whole || high - low < 2 ? { text: formatLoss(log10) } : {}),
  }))
  const fine = Array.from({ length: 40 }, (_, i) => (Math.ceil(low * 8) + i) / 8)
    .filter((value) => value < high && high - low < 4 && Math.abs(value * 2 - Math.round(value * 2)) > 1e-9)
    .map((value) => ({ value }))
  return {
    tone: [low - 0.05 * (high - low), high] as const,
    levels: [...fine, ...half].sort((a, b) => a.value - b.value),
    // An upright a little beside the lowest cell crosses most of the lines.
    numbersAt: Math.min(0.9, ((lowest % columns) + 0.5) / columns + 0.12),
  }
}
