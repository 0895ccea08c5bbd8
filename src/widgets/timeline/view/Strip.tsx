import { useContext } from 'react'
import { FigureScale, metricsOf, textWidth } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { ENTRIES, THEMES, type Entry, type ThemeId } from '../spec/entries.ts'

interface Props {
  width: number
  label: string
  names: Readonly<Record<ThemeId, string>>
  shown: readonly Entry[]
}

const [FROM, TO] = [1940, 2025]
const DECADES = [1940, 1960, 1980, 2000, 2020]

/** All entries on one scale of years, a row for each thread: those that the list leaves out are hollow. */
export function Strip({ width, label, names, shown }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const narrow = width < 480
  const row = big ? 46 : narrow ? 38 : 26
  // On a phone the names stand over their rows.
  const left = narrow
    ? 4
    : Math.ceil(Math.max(...THEMES.map((id) => textWidth(names[id], metrics.label)))) + 14
  const right = 8
  const bottom = metrics.tick + 12
  const height = THEMES.length * row + bottom
  const radius = big ? 8 : 4.5
  const x = (year: number): number => left + ((year - FROM) / (TO - FROM)) * (width - left - right)
  const base = (lane: number): number => lane * row + row * (narrow ? 0.74 : 0.5)
  const kept = new Set(shown.map(({ source }) => source))
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {DECADES.map((year) => (
          <g key={year}>
            <line x1={round(x(year))} x2={round(x(year))} y1={0} y2={height - bottom} stroke="var(--grid)" />
            <SvgNumber
              x={x(year)}
              y={height - 4}
              text={String(year)}
              anchor={year === FROM && narrow ? 'start' : 'middle'}
            />
          </g>
        ))}
        {THEMES.map((theme, lane) => (
          <g key={theme}>
            <line
              x1={round(left)}
              x2={round(width - right)}
              y1={round(base(lane))}
              y2={round(base(lane))}
              stroke="var(--rule)"
            />
            <SvgNumber
              x={0}
              y={narrow ? base(lane) - radius - 5 : base(lane) + metrics.label * 0.35}
              text={names[theme]}
              className="lab quiet halo paper"
            />
            {ENTRIES.filter((entry) => entry.theme === theme).map((entry, i, all) => {
              const twin = all[i - 1]?.year === entry.year
              return (
                <circle
                  key={entry.source}
                  cx={round(x(entry.year) + (twin ? radius * 0.8 : 0))}
                  cy={round(base(lane))}
                  r={radius}
                  fill={kept.has(entry.source) ? 'var(--ink)' : 'var(--paper)'}
                  stroke={kept.has(entry.source) ? 'var(--paper)' : 'var(--ink-3)'}
                  strokeWidth={1.25}
                />
              )
            })}
          </g>
        ))}
      </svg>
    </div>
  )
}
