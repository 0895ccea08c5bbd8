import { describe, expect, it } from 'vitest'
import { CSV_MOST_BYTES, parseCsv, type CsvTable } from '../../src/math/csv.ts'
import { guessColumns, pointsOfTable, type CsvPoints } from '../../src/math/csvPoints.ts'

const LIMITS = { reach: 2, mostPoints: 500, mostClasses: 4 }

function table(text: string): CsvTable {
  const { table: read } = parseCsv(text)
  if (!read) throw new Error('no table')
  return read
}
function points(text: string, limits = LIMITS): CsvPoints {
  const read = table(text)
  const { found } = pointsOfTable(read, guessColumns(read, limits.mostClasses), limits)
  if (!found) throw new Error('no points')
  return found
}

describe('a table', () => {
  it('is read with names, quotes, a byte-order mark and either line end', () => {
    const read = table('\ufeffwidth,"height, cm",kind\r\n1,2,"a ""b"""\r\n3,4,c\n\n')
    expect(read).toMatchObject({ rows: 2, delimiter: ',', named: true })
    expect(read.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['width', 'number'],
      ['height, cm', 'number'],
      ['kind', 'text'],
    ])
    expect(read.columns[2].cells).toEqual(['a "b"', 'c'])
  })

  it.each([
    [';', 'x;y;c\n1,5;−2,25;a\n2;3;b\n'],
    ['\t', 'x\ty\tc\n1.5\t-2.25\ta\n2\t3\tb'],
    ['|', 'x|y|c\n1.5|-2.25|a\n2|3|b'],
  ])('may be separated by %j, with decimal commas where no comma separates', (delimiter, text) => {
    const read = table(text)
    expect(read.delimiter).toBe(delimiter)
    expect([...read.columns[0].numbers]).toEqual([1.5, 2])
    expect([...read.columns[1].numbers]).toEqual([-2.25, 3])
  })

  it('without names gets numbered columns', () => {
    expect(table('1,2,0\n3,4,1\n').columns.map(({ name }) => name)).toEqual(['1', '2', '3'])
    expect(table('a,b\n').named).toBe(false)
  })

  it('counts what is missing, in short lines, too', () => {
    const read = table('x,y,c\n1,,a\nNA,2,b\n3,?,\n4\n5,6,a\n')
    expect(read.columns.map(({ missing }) => missing)).toEqual([1, 3, 2])
    expect(read.columns.map(({ kind }) => kind)).toEqual(['number', 'number', 'text'])
  })

  it('that is none is named', () => {
    expect(parseCsv('').problem).toBe('empty')
    expect(parseCsv('\ufeff \n\n').problem).toBe('empty')
    expect(parseCsv('one\ntwo\n').problem).toBe('one-column')
    expect(parseCsv('a,"b\nc,d').problem).toBe('open-quote')
    expect(parseCsv('PK\u0003\0\0,1\n').problem).toBe('not-text')
    expect(parseCsv(' '.repeat(CSV_MOST_BYTES + 1)).problem).toBe('too-large')
  })

  it(
    'of 100,000 rows is read and sampled in good time, the same sample each time',
    { timeout: 20_000 },
    () => {
      const lines = Array.from(
        { length: 100_000 },
        (_, i) => `${i},${(i * 7919) % 1000},${i % 3 ? 'b' : 'a'}`,
      )
      const text = ['x,y,c', ...lines].join('\n')
      const from = performance.now()
      const found = points(text)
      expect(performance.now() - from).toBeLessThan(8000)
      expect(found).toMatchObject({ complete: 100_000, incomplete: 0, names: ['a', 'b'] })
      expect(found.points).toHaveLength(500)
      expect(points(text).points).toEqual(found.points)
    },
  )
})

describe('points of a table', () => {
  it('are scaled column by column, rows with holes left out', () => {
    const found = points('kind,w,h\nrose,1,10\nlily,3,30\nrose,,20\nrose,2,20\nlily,2,x\n')
    expect(found.points).toEqual([
      { x: -2, y: -2, label: 1 },
      { x: 2, y: 2, label: 0 },
      { x: 0, y: 0, label: 1 },
    ])
    expect(found).toMatchObject({ names: ['lily', 'rose'], incomplete: 2, xRange: [1, 3], yRange: [10, 30] })
  })

  it('keep the most frequent classes', () => {
    const rows = 'aaaabbbccde'.split('').map((name, i) => `${i},${i * i},${name}`)
    const found = points(['x,y,c', ...rows].join('\n'))
    expect(found.names).toEqual(['a', 'b', 'c', 'd'])
    expect(found.otherClasses).toBe(1)
  })

  it('take numbers as classes if they are few', () => {
    const found = points('1,5,0\n2,4,1\n3,9,1\n')
    expect(found.points.map(({ label }) => label)).toEqual([0, 1, 1])
  })

  it('with a number to predict have it scaled, and are guessed where three columns are measured', () => {
    const sheet = table(['x,y,heat', '0,5,10', '1,9,30', '3,7,20', '2,,25', '4,6,30.5', '5,8,15'].join('\n'))
    const choice = guessColumns(sheet, LIMITS.mostClasses)
    expect(choice).toEqual({ x: 0, y: 1, label: 2, measured: true })
    const { found } = pointsOfTable(sheet, choice, LIMITS)
    expect(found?.points.map(({ label }) => Number(label.toFixed(3)))).toEqual([-1, 0.951, -0.024, 1, -0.512])
    expect(found).toMatchObject({ names: [], incomplete: 1, valueRange: [10, 30.5] })
    const words = table('x,y,z\n1,2,red\n2,3,blue\n')
    expect(pointsOfTable(words, { x: 0, y: 1, label: 2, measured: true }, LIMITS).problem).toBe('not-numbers')
    expect(pointsOfTable(sheet, { x: 0, y: 1, label: 1, measured: true }, LIMITS).problem).toBe('same-column')
  })

  it('that can’t be are named', () => {
    const measured = table(['x,y,z', ...Array.from({ length: 40 }, (_, i) => `${i},${i},${i}`)].join('\n'))
    expect(pointsOfTable(measured, { x: 0, y: 0, label: null }, LIMITS).problem).toBe('same-column')
    expect(pointsOfTable(measured, { x: 0, y: 1, label: 2 }, LIMITS)).toEqual({
      problem: 'too-many-classes',
      count: 40,
    })
    const words = table('x,y\nred,1\nblue,2\n')
    expect(pointsOfTable(words, { x: 0, y: 1, label: null }, LIMITS).problem).toBe('not-numbers')
    const holes = table('x,y\n1,\n,2\n')
    expect(pointsOfTable(holes, { x: 0, y: 1, label: null }, LIMITS).problem).toBe('no-rows')
  })

  it('of a column of one value lie in the middle', () => {
    expect(points('x,y\n1,5\n2,5\n').points.map(({ y }) => y)).toEqual([0, 0])
  })
})
