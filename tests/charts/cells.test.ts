import { expect, test } from 'vitest'
import { fitNumber, placesBetween } from '../../src/charts/CellMap.tsx'
import { formatNumber } from '../../src/i18n/number.ts'

test('a quick hand leaves no gaps: each cell touches the one before it', () => {
  const from = { row: 2, column: 9 }
  for (const to of [
    { row: 2, column: 9 },
    { row: 2, column: 10 },
    { row: 11, column: 0 },
    { row: 0, column: 4 },
  ]) {
    const way = placesBetween(from, to)
    expect(way.at(-1) ?? from).toEqual(to)
    way.forEach((place, i) => {
      const before = way[i - 1] ?? from
      expect(Math.max(Math.abs(place.row - before.row), Math.abs(place.column - before.column))).toBe(1)
    })
  }
})

test('a number takes the decimals that there is room for', () => {
  const write = (value: number, digits: number): string => formatNumber(value, { digits, trim: true })
  expect(fitNumber(-2.526, 60, 13, write)).toBe('−2.53')
  expect(fitNumber(-2.526, 24, 13, write)).toBe('−2.5')
  expect(fitNumber(-2.526, 15, 13, write)).toBe('−3')
  expect(fitNumber(-2.526, 5, 13, write)).toBe('')
})
