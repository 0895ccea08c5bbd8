/** Tables in text as spreadsheets and programs write them: RFC 4180, and the ways in which files depart from it. */

export type CsvProblem = 'empty' | 'too-large' | 'one-column' | 'open-quote' | 'not-text'

export interface CsvColumn {
  readonly name: string
  /** `number` if at least four in five of the values that are there read as one. */
  readonly kind: 'number' | 'text'
  /** As written, without the spaces around; empty where the value is missing. */
  readonly cells: readonly string[]
  /** NaN where it is missing or no number. */
  readonly numbers: Float64Array
  readonly missing: number
}

export interface CsvTable {
  readonly columns: readonly CsvColumn[]
  readonly rows: number
  readonly delimiter: string
  /** Whether the first line held names; else columns are numbered. */
  readonly named: boolean
}

export type CsvResult =
  | { readonly table: CsvTable; readonly problem?: never }
  | { readonly problem: CsvProblem; readonly table?: never }

/** More than this would keep a page busy for seconds. */
export const CSV_MOST_BYTES = 50e6

const DELIMITERS = [',', ';', '\t', '|']
const MISSING = /^(|na|n\/a|nan|null|none|-|\?|\.)$/i

/** Reads a table. Never throws: what it can't use, it names. */
export function parseCsv(text: string): CsvResult {
  if (text.length > CSV_MOST_BYTES) return { problem: 'too-large' }
  const clean = text.replace(/^\ufeff/, '')
  if (clean.trim() === '') return { problem: 'empty' }
  if (clean.slice(0, 2000).includes('\0')) return { problem: 'not-text' }
  const delimiter = findDelimiter(clean)
  const rows = splitRows(clean, delimiter)
  if (rows === null) return { problem: 'open-quote' }
  const width = Math.max(...rows.slice(0, 100).map((row) => row.length))
  if (width < 2) return { problem: 'one-column' }
  const named = holdsNames(rows, width, delimiter)
  const body = named ? rows.slice(1) : rows
  if (body.length === 0) return { problem: 'empty' }
  const columns = Array.from({ length: width }, (_, c) => {
    const given = named ? (rows[0][c] ?? '') : ''
    return makeColumn(given === '' ? String(c + 1) : given, body, c, delimiter)
  })
  return { table: { columns, rows: body.length, delimiter, named } }
}

/** A number as it is written here: `1.5`, and `1,5` where commas do not separate columns. NaN for anything else. */
export function readCell(cell: string, delimiter: string): number {
  if (MISSING.test(cell)) return Number.NaN
  const point = delimiter !== ',' && /^[-+−]?\d*,\d+(e[-+]?\d+)?$/i.test(cell) ? cell.replace(',', '.') : cell
  const value = Number(point.replace('−', '-'))
  return Number.isFinite(value) && point !== '' ? value : Number.NaN
}

/** The separator that cuts the first lines into the most columns, alike in most of them. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 20_000)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = (splitRows(head, delimiter) ?? []).slice(0, 30).map((row) => row.length)
    const width = widths[Math.floor(widths.length / 2)] ?? 1
    const alike = widths.filter((one) => one === width).length / Math.max(1, widths.length)
    const score = width > 1 ? alike * (1 + Math.min(width, 50) / 100) : 0
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Cells of each line that is not empty; quotes may hold separators, line ends and doubled quotes. Null: a quote never ends. */
function splitRows(text: string, delimiter: string): string[][] | null {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  while (at <= text.length) {
    // Spaces before a quote are none of the value.
    let start = at
    while (text[start] === ' ') start++
    let cell: string
    if (text[start] === '"') {
      const end = closingQuote(text, start + 1)
      if (end < 0) return null
      cell = text.slice(start + 1, end).replaceAll('""', '"')
      at = end + 1
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
    } else {
      start = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
      cell = text.slice(start, at)
    }
    row.push(cell.trim())
    if (text[at] === delimiter) {
      at++
      continue
    }
    endRow()
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
  }
  return rows
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

/** The first line is one of names if it is all words and some column below it is all numbers, or if all else is words, too. */
function holdsNames(rows: readonly string[][], width: number, delimiter: string): boolean {
  const [first] = rows
  const sample = rows.slice(1, 200)
  const isNumber = (cell: string | undefined): boolean => !Number.isNaN(readCell(cell ?? '', delimiter))
  if (first.some((cell) => isNumber(cell)) || sample.length === 0) return false
  return Array.from({ length: width }, (_, c) => c).some((c) => sample.some((row) => isNumber(row[c])))
}

function makeColumn(name: string, body: readonly string[][], column: number, delimiter: string): CsvColumn {
  const cells = body.map((row) => {
    const cell = row[column] ?? ''
    return MISSING.test(cell) ? '' : cell
  })
  const numbers = Float64Array.from(cells, (cell) => readCell(cell, delimiter))
  const missing = cells.filter((cell) => cell === '').length
  const read = numbers.filter((value) => !Number.isNaN(value)).length
  const numeric = read > 0 && read >= 0.8 * (cells.length - missing)
  return { name, kind: numeric ? 'number' : 'text', cells, numbers, missing }
}
