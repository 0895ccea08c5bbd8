import { formatNumber } from '../../../i18n/number.ts'
import type { CsvTable } from '../../../math/csv.ts'
import type { CsvPoints, CsvPointsResult, PointChoice } from '../../../math/csvPoints.ts'
import { CLASS_LETTERS, fill, short, type Text } from './words.ts'

interface Props {
  table: CsvTable
  choice: PointChoice
  result: CsvPointsResult
  text: Text
  onChoice: (choice: PointChoice) => void
  onUse: () => void
}

const PREVIEW = 4

/** Which columns are meant, what was read, and what was done to it. */
export function ColumnChoice({ table, choice, result, text, onChoice, onUse }: Props) {
  const { columns } = table
  const select = (key: 'x' | 'y' | 'label', label: string) => (
    <label>
      {label}
      <select
        className="select"
        value={String(choice[key] ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChoice({ ...choice, [key]: value === '' ? null : Number(value) })
        }}
      >
        {key === 'label' && !choice.measured && <option value="">{text.noClasses}</option>}
        {columns.map(({ name }, i) => (
          <option key={i} value={i}>
            {table.named ? name : fill(text.column, { n: name })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <div className="pg-columns">
        {select('x', text.across)}
        {select('y', text.up)}
        <label>
          {text.learned}
          <select
            className="select"
            value={choice.measured ? 'number' : 'class'}
            onChange={(event) => {
              const measured = event.currentTarget.value === 'number'
              const other = columns.findIndex((_, i) => i !== choice.x && i !== choice.y)
              onChoice({
                ...choice,
                measured,
                label: measured ? (choice.label ?? Math.max(0, other)) : choice.label,
              })
            }}
          >
            <option value="class">{text.learnClass}</option>
            <option value="number">{text.learnNumber}</option>
          </select>
        </label>
        {select('label', choice.measured ? text.numberColumn : text.classColumn)}
      </div>
      <div className="pg-preview">
        <table>
          <thead>
            <tr>
              {columns.slice(0, 8).map(({ name }, i) => (
                <th key={i}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(PREVIEW, table.rows) }, (_, row) => (
              <tr key={row}>
                {columns.slice(0, 8).map(({ cells }, i) => (
                  <td key={i}>{cells[row] === '' ? '—' : cells[row]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {result.problem !== undefined && (
        <p className="warn" role="alert">
          {fill(text[`points-${result.problem}`], { n: formatNumber(result.count ?? 0) })}
        </p>
      )}
      {result.found && (
        <>
          <ul>
            {notesOf(result.found, table, text).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <button type="button" className="btn go" onClick={onUse}>
            {fill(text.usePoints, { n: formatNumber(result.found.points.length) })}
          </button>
        </>
      )}
    </>
  )
}

function notesOf(found: CsvPoints, table: CsvTable, text: Text): string[] {
  const { points, names, incomplete, otherClasses, complete, xRange, yRange, valueRange } = found
  const range = ([low, high]: readonly [number, number]): string => `${short(low)} … ${short(high)}`
  const notes = [
    fill(text.rowsRead, { n: formatNumber(table.rows), m: formatNumber(table.columns.length) }),
    fill(text.scaled, { x: range(xRange), y: range(yRange) }),
  ]
  if (valueRange) notes.push(fill(text.valuesScaled, { range: range(valueRange) }))
  if (names.length > 1) {
    const said = names.map((name, k) => `${CLASS_LETTERS[k] ?? ''} = ${name}`)
    notes.push(fill(text.classesFound, { list: said.join(', ') }))
  }
  if (incomplete > 0) notes.push(fill(text.incomplete, { n: formatNumber(incomplete) }))
  if (otherClasses > 0) notes.push(fill(text.otherClasses, { n: formatNumber(otherClasses) }))
  if (points.length < complete)
    notes.push(fill(text.sampled, { n: formatNumber(points.length), of: formatNumber(complete) }))
  return notes
}
