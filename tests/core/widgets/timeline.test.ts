import { describe, expect, test } from 'vitest'
import { formatAuthors } from '../../../src/site/bibliography.ts'
import { readBibliography } from '../../../src/site/server/book.ts'
import spec, { FILTERS } from '../../../src/widgets/timeline/spec.ts'
import { ENTRIES, THEMES } from '../../../src/widgets/timeline/spec/entries.ts'
import { shownEntries } from '../../../src/widgets/timeline/spec/shown.ts'
import { chinese, english } from '../../../src/widgets/timeline/spec/story.ts'

const book = readBibliography(process.cwd())

describe.each(ENTRIES)('$source', ({ source, year, by }) => {
  const work = book.get(source)

  test('is a work of the bibliography, by those who are named', () => {
    expect(work).toBeDefined()
    if (work) expect(formatAuthors(work, 'en')).toBe(by)
  })

  test('happened in the year of the work; where that came later, the correction says when', () => {
    expect(year).toBeLessThanOrEqual(work?.issued ?? 0)
    expect((work?.issued ?? 0) - year).toBeLessThanOrEqual(2)
    if (work && work.issued !== year)
      for (const told of [english[source], chinese[source]])
        expect(told?.correction).toContain(String(work.issued))
  })

  test('is told in both languages, and corrected in both or in none', () => {
    expect(english[source]?.what).toMatch(/^[A-Z].*[^.]$/)
    expect(chinese[source]?.what).toMatch(/[^。]$/)
    expect(chinese[source]?.correction === undefined).toBe(english[source]?.correction === undefined)
    expect(english[source]?.correction ?? 'None.').toMatch(/^[A-Z].*\.$/)
    expect(chinese[source]?.correction ?? '无。').toMatch(/。$/)
  })
})

test('entries stand in the order of time, each once, and no story is without its entry', () => {
  const years = ENTRIES.map(({ year }) => year)
  expect(years).toEqual([...years].sort((a, b) => a - b))
  const sources = ENTRIES.map(({ source }) => source)
  expect(new Set(sources).size).toBe(sources.length)
  expect(Object.keys(english).sort()).toEqual([...sources].sort())
  expect(Object.keys(chinese).sort()).toEqual([...sources].sort())
})

test('every filter leaves something, and the themes share all entries among them', () => {
  expect(spec.params.show.options).toEqual(FILTERS)
  for (const show of FILTERS) expect(shownEntries(show).length, show).toBeGreaterThan(3)
  expect(THEMES.flatMap((theme) => shownEntries(theme)).length).toBe(ENTRIES.length)
})
