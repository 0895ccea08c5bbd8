import { useCallback, useEffect, useState } from 'react'
import {
  CSV_MOST_BYTES,
  parseCsv,
  type CsvProblem,
  type CsvResult,
  type CsvTable,
} from '../../../math/csv.ts'
import { guessColumns, pointsOfTable, type PointChoice } from '../../../math/csvPoints.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { Locale } from '../../../protocol/view.ts'
import { MOST_POINTS, type PlaygroundValues } from '../spec/params.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { fill, type Text } from './words.ts'

interface Props {
  open: boolean
  file: File | null
  text: Text
  locale: Locale
  onClose: () => void
  set: (values: Partial<PlaygroundValues>) => void
}

/** Points fill the plane up to here. */
export const TABLE_LIMITS = { reach: 2, mostPoints: MOST_POINTS, mostClasses: 4 }

type Trouble = CsvProblem | 'unreadable'
type Read = CsvResult | { readonly problem: Trouble; readonly table?: never }

/** A file of the reader's, if it is not too large to look into. */
async function readTable(file: File): Promise<Read> {
  if (file.size > CSV_MOST_BYTES) return { problem: 'too-large' }
  try {
    return parseCsv(await file.text())
  } catch {
    return { problem: 'unreadable' }
  }
}

/** A table by file, by drop or by paste; then its columns are chosen. Nothing leaves the page. */
export function TableDialog({ open, file, text, locale, onClose, set }: Props) {
  const [table, setTable] = useState<CsvTable | null>(null)
  const [problem, setProblem] = useState<Trouble | null>(null)
  const [choice, setChoice] = useState<PointChoice>({ x: 0, y: 1, label: null })

  const show = useCallback((result: Read): void => {
    setTable(result.table ?? null)
    setProblem(result.problem ?? null)
    if (result.table) setChoice(guessColumns(result.table, TABLE_LIMITS.mostClasses))
  }, [])
  useEffect(() => {
    if (file) void readTable(file).then(show)
  }, [file, show])

  const result = table && pointsOfTable(table, choice, TABLE_LIMITS)
  const use = (): void => {
    if (!table || !result?.found) return
    const { points, names } = result.found
    set({
      ...(choice.measured
        ? { data: 'own-numbers' as const, numbers: points }
        : { data: 'own' as const, points, classes: Math.max(2, names.length) }),
      xName: table.named ? (table.columns[choice.x]?.name.slice(0, 40) ?? '') : '',
      yName: table.named ? (table.columns[choice.y]?.name.slice(0, 40) ?? '') : '',
    })
    setTable(null)
    onClose()
  }
  return (
    <Dialog open={open} title={text.tableTitle} locale={locale} wide onClose={onClose}>
      <div
        className="pg-table"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          const [given] = event.dataTransfer.files
          if (given) void readTable(given).then(show)
        }}
      >
        <p>{text.tableIntro}</p>
        <label className="pg-file">
          <span className="btn">{text.chooseFile}</span>
          <input
            type="file"
            className="vh"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => {
              const given = event.currentTarget.files?.[0]
              if (given) void readTable(given).then(show)
            }}
          />
        </label>
        <textarea
          className="field"
          rows={4}
          aria-label={text.pasteHere}
          placeholder={text.pasteHere}
          onChange={(event) => {
            if (event.currentTarget.value.trim() !== '') show(parseCsv(event.currentTarget.value))
          }}
        />
        {problem !== null && (
          <p className="warn" role="alert">
            {fill(text[`csv-${problem}`], { mb: Math.round(CSV_MOST_BYTES / 1e6) })}
          </p>
        )}
        {table && result && (
          <ColumnChoice
            table={table}
            choice={choice}
            result={result}
            text={text}
            onChoice={setChoice}
            onUse={use}
          />
        )}
      </div>
    </Dialog>
  )
}
