/** What the built book holds, read from its folders: a chapter that is added is tested without being named. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChapterFacts } from '../../src/book/chapter.ts'
import { built } from './harness.ts'

export const LOCALES = ['en', 'zh'] as const

const folders = readdirSync(join(built, 'en'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const html = (name: string): string => readFileSync(join(built, 'en', name, 'index.html'), 'utf8')

/** Slugs of the chapters. Only a chapter tells its reading time. */
export const CHAPTERS = folders.filter((name) => html(name).includes('data-minutes='))
/** Everything else that has an address of its own: playground, glossary … */
export const BACK_MATTER = folders.filter((name) => !CHAPTERS.includes(name))
/** Chapters and the playground: pages with figures. */
export const WITH_FIGURES = folders.filter((name) => html(name).includes('data-island='))

const facts = import.meta.glob<ChapterFacts>('../../chapters/*/chapter.ts', {
  import: 'default',
  eager: true,
})
/** Ids of the figures that a chapter declares, in their order. */
export const figuresOf = (slug: string): readonly string[] =>
  Object.keys(facts[`../../chapters/${slug}/chapter.ts`]?.figures ?? {})
