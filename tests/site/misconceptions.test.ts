import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BookError } from '../../src/site/mdx/problems.ts'
import { previewsIn } from '../../src/site/pages/previews.ts'
import { setBook } from '../../src/site/server/book.ts'
import { listPages } from '../../src/site/server/pages.ts'
import { sample } from './sample.ts'

const root = mkdtempSync(join(tmpdir(), 'book-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})
cpSync(sample.root, root, { recursive: true })
mkdirSync(join(root, 'chapters/misconceptions'))

const GOOD = `<Lead>Wrong, or half right.</Lead>

## Later {#later}

<Misconception claim="It can’t be known.">
It can <Cite id="robbins-1951" />: see <Ref id="sample/one-step" /> and <Term id="gradient" />.
</Misconception>
`

async function setWith(text: string) {
  for (const locale of ['en', 'zh']) writeFileSync(join(root, `chapters/misconceptions/${locale}.mdx`), text)
  const book = await setBook({ ...sample, root })
  const assets = {
    styles: [],
    script: '',
    fonts: [],
    chapterFonts: [],
    widgetStyles: new Map(),
    put: () => '',
  }
  const page = listPages({ ...sample, root }, book, assets, undefined).get('en/misconceptions/')
  if (page === undefined) throw new Error('there is no such page')
  return page()
}

async function problemsOf(text: string): Promise<readonly string[]> {
  try {
    await setWith(text)
    return []
  } catch (error) {
    if (error instanceof BookError) return error.problems
    throw error
  }
}

describe('the page of misconceptions', async () => {
  const html = await setWith(GOOD)

  it('collects the asides of open chapters, with the way to their place', () => {
    expect(html).toContain('id="sample-misconception-1"')
    expect(html).toContain('“Gradient descent gets stuck in local minima.”')
    expect(html).toMatch(/<a class="ref" href="\.\.\/sample\/#misconception-1">In the text: Section.5\.1</)
  })

  it('adds what is believed about chapters to come, which it does not link to', () => {
    expect(html).toContain('“It can’t be known.”')
    expect(html).toContain('<h2 class="sec" id="later">Later <span class="planned">')
    expect(html.indexOf('id="sample"')).toBeLessThan(html.indexOf('id="later"'))
  })

  it('leads from here where the aside leads', () => {
    expect(html).toContain('href="../sample/#one-step"')
    expect(html).not.toContain('href="#one-step"')
  })

  it('has a preview for each term and source that can be pointed at', () => {
    const { terms, cited } = previewsIn(html)
    expect([...terms]).toContain('gradient')
    expect([...cited]).toEqual(expect.arrayContaining(['robbins-1951', 'dauphin-2014']))
    for (const id of cited) expect(html).toContain(`<template id="cite-${id}">`)
    for (const id of terms) expect(html).toContain(`<template id="term-${id}">`)
  })
})

describe('a text of what is believed fails', () => {
  const place = 'chapters/misconceptions/en.mdx:'

  it('under a chapter that is open, or none', async () => {
    for (const id of ['sample', 'nowhere']) {
      const problems = await problemsOf(GOOD.replace('{#later}', `{#${id}}`))
      expect(problems).toContain(
        `${place}3: “${id}” is no chapter to come: its misconceptions belong into its text. Known: later`,
      )
    }
  })

  it('if it holds anything but asides', async () => {
    const problems = await problemsOf(`${GOOD}\nA word of my own.\n`)
    expect(problems.some((problem) => problem.startsWith(`${place}9: this text holds <Misc`))).toBe(true)
  })
})

describe('the book’s own', () => {
  const read = (locale: string): string => readFileSync(`chapters/misconceptions/${locale}.mdx`, 'utf8')
  const shape = (text: string): string[] =>
    [...text.matchAll(/^## .*\{#([a-z-]+)\}|^<(Misconception)|<Cite id="([^"]+)"|<Ref id="([^"]+)"/gm)].map(
      ([, ...found]) => found.filter(Boolean).join(),
    )

  it('says the same in both languages: sections, claims, sources', () => {
    expect(shape(read('zh'))).toEqual(shape(read('en')))
  })

  it('are many, in the chapters and among those to come', () => {
    const asides = readdirSync('chapters', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(`chapters/${entry.name}/en.mdx`))
      .flatMap(({ name }) => shape(readFileSync(`chapters/${name}/en.mdx`, 'utf8')))
      .filter((part) => part === 'Misconception')
    expect(asides.length).toBeGreaterThan(40)
  })

  it('has the same formulas in both languages', () => {
    const formulas = (text: string): string[] => text.match(/\$\$[^$]+\$\$|\$[^$]+\$/g) ?? []
    expect(formulas(read('zh'))).toEqual(formulas(read('en')))
  })
})
