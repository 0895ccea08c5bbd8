import { formatNumber } from '../../i18n/number.ts'
import { Num } from '../../ui/Num.tsx'
import { letterOf, runName } from '../compare/sideNames.ts'
import type { FigureState } from '../useFigure.ts'
import { declared, describeValue, labelOf, shownParams } from './describe.ts'
import { formatReading } from './Readings.tsx'
import { tableRows } from './tableRows.ts'

const NOTHING: ReadonlySet<string> = new Set()
const MOST_ROWS = 24

/** The numbers behind the picture: the settings, and what was measured. */
export function NumbersTable({ fig }: { fig: FigureState }) {
  const { spec, text, strings, sides, comparing, shown } = fig
  const metrics: Readonly<Record<string, string>> = text.metrics
  const { columns, rows, all } = tableRows(
    shown.members.map((_, i) => ({ id: String(i), history: shown.histories[i] })),
    Object.keys(spec.run?.metrics ?? {}),
    MOST_ROWS,
  )
  const heading = (run: string, metric: string): string => {
    const name = metrics[metric] ?? metric
    const whose = runName(fig, Number(run))
    return whose === undefined ? name : `${whose}: ${name}`
  }
  // Shares are percentages here as in the readings; the export keeps the plain numbers.
  const formatCell = (cell: number, metric = ''): string =>
    spec.run?.metrics[metric]?.role === 'share' && Number.isFinite(cell)
      ? formatReading(cell, 'share')
      : formatNumber(cell, { nan: 'words', locale: fig.locale })
  return (
    <div className="numbers">
      {spec.run && rows.length === 0 && <p>{strings.numbers.empty}</p>}
      {rows.length > 0 && (
        <div className="numbers-scroll" tabIndex={0} role="region" aria-label={strings.numbers.title}>
          <table>
            <caption>{strings.numbers.caption(formatNumber(rows.length), formatNumber(all))}</caption>
            <thead>
              <tr>
                <th scope="col">{spec.run && strings.steps[spec.run.stepIs]}</th>
                {columns.map(({ member, metric }) => (
                  <th key={`${member}-${metric}`} scope="col">
                    {heading(member, metric)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ step, cells }) => (
                <tr key={step}>
                  <th scope="row">{formatNumber(step)}</th>
                  {cells.map((cell, i) => (
                    <td key={i}>
                      {cell === null ? '' : <Num text={formatCell(cell, columns[i]?.metric)} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.settings}</th>
            {sides.map(({ key }, i) => (
              <th key={key} scope="col">
                {comparing ? letterOf(i) : strings.numbers.value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownOfSides(fig).map(([key, param]) => (
            <tr key={key}>
              <th scope="row">{labelOf(text, key).label}</th>
              {sides.map(({ key: side, values }) => (
                <td key={side}>{describeValue(key, param, values[key], text, strings)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The parameters that any of the settings uses, in the order of their declaration. */
function shownOfSides({ spec, sides }: FigureState): ReturnType<typeof shownParams> {
  const used = sides.flatMap(({ values }) => shownParams(spec.params, values, NOTHING).map(([key]) => key))
  return Object.entries(declared(spec.params)).filter(([key]) => used.includes(key))
}
