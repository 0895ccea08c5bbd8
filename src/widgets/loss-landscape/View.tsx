import { useMemo } from 'react'
import { Contour } from '../../charts/Contour.tsx'
import { Paths } from '../../charts/Paths.tsx'
import { type Grid, paintMagnitude } from '../../charts/pixels.ts'
import { Plot } from '../../charts/Plot.tsx'
import { Surface } from '../../charts/Surface.tsx'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Toggle } from '../../ui/Toggle.tsx'
import type spec from './spec.ts'
import strings from './strings.ts'

type Props = ViewProps<typeof spec>

const EMPTY = { columns: 2, rows: 2, values: new Float32Array(4) }

/** The loss of a network on a plane through its present weights, and the way it came, seen in that plane. */
export default function View({ values, members, width, height, presenting, locale, set }: Props) {
  const { text } = strings[locale]
  const frame = members[0]?.frame ?? null
  const grid = useMemo<Grid>(
    () => (frame ? { columns: frame.cells, rows: frame.cells, values: frame.grid } : EMPTY),
    [frame],
  )
  const { tone, levels, numbersAt } = useMemo(() => scaleOf(grid), [grid])
  const paint = useMemo(() => paintMagnitude(grid, tone), [grid, tone])
  const row = presenting ? 60 : 56
  const small = width < 480
  // Two lines; three on a phone.
  const noteHeight = small ? 60 : 44
  const tall = (height ?? Math.round(width * (small ? 1.14 : 0.86))) - noteHeight - row
  const [reachX, reachY] = frame?.reach ?? [1, 1]
  const random = values.plane === 'random'
  const started = (frame?.x.length ?? 0) > 2
  const x = { domain: [-reachX, reachX] as const, name: random || !started ? text.u : text.first }
  const y = { domain: [-reachY, reachY] as const, name: random || !started ? text.v : text.second }
  const path = frame
    ? [{ id: 'path', name: text.path, x: frame.x, y: frame.y, role: 'yours' as const, dotEvery: 1 }]
    : []
  const share = frame ? 100 * (frame.shares[0] + frame.shares[1]) : 0
  const note = (
    presenting ? text.shortNote : random ? text.randomNote : started ? text.pathNote : text.startNote
  )
    .replace('{weights}', formatNumber(frame?.weights ?? 0))
    .replace('{share}', formatNumber(share, { digits: share < 10 ? 1 : 0 }))

  return (
    <div>
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
      <div style={{ display: 'flex', alignItems: 'center', gap: '2em', height: row }}>
        <Toggle
          label={text.plane}
          value={random}
          onChange={(on) => set({ plane: on ? 'random' : 'trajectory' })}
        />
        <Toggle
          label={text.view}
          value={values.view === 'surface'}
          onChange={(on) => set({ view: on ? 'surface' : 'map' })}
        />
      </div>
      <p
        style={{
          margin: 0,
          height: noteHeight,
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

const formatLoss = (log10: number): string => formatNumber(10 ** log10, { significant: 2, trim: true })

/** Shading from the lowest to the highest loss in the picture, with lines so far apart that there are a dozen of them. */
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
  const apart = SPACINGS.find((step) => (high - low) / step >= 10) ?? 0.01
  const first = Math.ceil(low / apart)
  const levels = Array.from({ length: Math.max(0, Math.floor(high / apart) - first + 1) }, (_, i) => {
    const major = (first + i) % 2 === 0
    const value = (first + i) * apart
    return { value, major, ...(major ? { text: formatLoss(value) } : {}) }
  })
  return {
    tone: [low - 0.05 * (high - low), high] as const,
    levels,
    // An upright a little beside the lowest cell crosses most of the lines.
    numbersAt: Math.min(0.9, ((lowest % columns) + 0.5) / columns + 0.12),
  }
}

/** Distances between lines, in decades. */
const SPACINGS = [0.5, 0.25, 0.1, 0.05, 0.02]
