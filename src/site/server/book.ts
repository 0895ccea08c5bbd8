/** The book from its sources: every text read, numbered, checked and set. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChapterFacts } from '../../book/chapter.ts'
import type { WidgetCode } from '../../player/island.ts'
import type { Locale } from '../../protocol/view.ts'
import type { Source } from '../bibliography.ts'
import { loadHighlighter } from '../mdx/highlight.ts'
import { readOutline, type Outline } from '../mdx/outline.ts'
import { parseMdx } from '../mdx/parse.ts'
import { BookError, Problems } from '../mdx/problems.ts'
import { renderText, type Draft, type RenderedText } from '../mdx/render.ts'
import { checkWaiting, WAITING, waitingFacts } from './waiting.ts'

export const LOCALES = ['en', 'zh'] as const satisfies readonly Locale[]

export interface Sources {
  /** The folder that holds `chapters/`. */
  readonly root: string
  readonly chapters: ReadonlyMap<string, ChapterFacts>
  readonly widgets: ReadonlyMap<string, WidgetCode>
}

export interface Text {
  readonly outline: Outline
  readonly rendered: RenderedText
}
export interface Book {
  readonly bibliography: ReadonlyMap<string, Source>
  /** Slug → language → text; a language that has none yet is missing. */
  readonly texts: ReadonlyMap<string, Partial<Record<Locale, Text>>>
  /** What is believed about the subjects of chapters still to come; a language that has none is missing. */
  readonly waiting: Partial<Record<Locale, Text>>
}

interface LocalDraft extends Draft {
  readonly locale: Locale
}

/** Sets every text of the book. Throws a BookError that lists everything wrong in any of them. */
export async function setBook({ root, chapters, widgets }: Sources): Promise<Book> {
  const bibliography = readBibliography(root)
  const highlighter = await loadHighlighter()
  const drafts: LocalDraft[] = []
  const waitingDrafts: LocalDraft[] = []
  const problems: string[] = []
  for (const [slug, facts] of chapters) {
    if (facts.planned === true) continue
    for (const locale of LOCALES) {
      const file = `chapters/${slug}/${locale}.mdx`
      if (existsSync(join(root, file))) drafts.push(await readDraft(root, file, slug, locale, facts))
      else if (locale === 'en')
        problems.push(`${file}:1: the chapter is not marked “planned”, but has no text`)
    }
  }
  for (const locale of LOCALES) {
    const file = `chapters/${WAITING}/${locale}.mdx`
    if (!existsSync(join(root, file))) continue
    const draft = await readDraft(root, file, WAITING, locale, waitingFacts)
    checkWaiting(draft, chapters)
    waitingDrafts.push(draft)
  }
  const set = (draft: LocalDraft): Text => {
    const { locale, outline } = draft
    // Where a text is missing, the English one stands in, and is what others refer to.
    const standing = [
      ...drafts.filter((d) => d.locale === 'en'),
      ...drafts.filter((d) => d.locale === locale),
    ]
    const outlines = new Map(standing.map((d) => [d.slug, d.outline]))
    const book = { locale, chapters, outlines, sources: bibliography, widgets, highlighter }
    return { outline, rendered: renderText(draft, book) }
  }
  const texts = new Map<string, Partial<Record<Locale, Text>>>()
  for (const draft of drafts) texts.set(draft.slug, { ...texts.get(draft.slug), [draft.locale]: set(draft) })
  const waiting = Object.fromEntries(waitingDrafts.map((draft) => [draft.locale, set(draft)]))
  problems.push(...[...drafts, ...waitingDrafts].flatMap((draft) => draft.problems.all))
  if (problems.length > 0) throw new BookError(problems)
  return { bibliography, texts, waiting }
}

async function readDraft(
  root: string,
  file: string,
  slug: string,
  locale: Locale,
  facts: ChapterFacts,
): Promise<LocalDraft> {
  const problems = new Problems(file)
  const tree = await parseMdx(readFileSync(join(root, file), 'utf8'), problems)
  return { slug, locale, facts, problems, root: tree, outline: readOutline(tree, facts, problems) }
}

/** Reads `chapters/bibliography.json`; an id given twice is an error. */
export function readBibliography(root: string): ReadonlyMap<string, Source> {
  const file = 'chapters/bibliography.json'
  const list = JSON.parse(readFileSync(join(root, file), 'utf8')) as readonly Source[]
  const sources = new Map<string, Source>()
  for (const source of list) {
    if (sources.has(source.id)) throw new BookError([`${file}:1: the source “${source.id}” is given twice`])
    sources.set(source.id, source)
  }
  return sources
}

/** The recorded frame of a figure as parsed JSON, or null while there is none. */
export function readRecorded(root: string, slug: string, figure: string): unknown {
  const file = join(root, 'chapters', slug, 'frames', `${figure}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
