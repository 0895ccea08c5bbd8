/** All pages of the site as HTML, by file name. */
import { LOCALES, readRecorded, type Book, type Sources, type Text } from './book.ts'
import type { PutFile } from './files.ts'
import { renderIsland } from './islands.tsx'
import { homeFigure } from '../../book/homeFigure.ts'
import { playgroundFigure } from '../../book/playgroundFigure.ts'
import type { ChapterFacts } from '../../book/chapter.ts'
import type { Locale } from '../../protocol/view.ts'
import { aboutPage } from '../pages/about.ts'
import { chapterPage } from '../pages/chapter.ts'
import { homePage } from '../pages/home.ts'
import { baseOf, renderPage, type Assets, type Page, type Site } from '../pages/layout.ts'
import { bibliographyPage, glossaryPage } from '../pages/plain.ts'
import { misconceptionsPage, type ChapterAsides } from '../pages/misconceptions.ts'
import { playgroundPage } from '../pages/playground.ts'
import { findTakers } from './takers.ts'
import { WAITING } from './waiting.ts'

export interface SiteAssets extends Assets {
  /** Styles that only one widget needs. */
  readonly widgetStyles: ReadonlyMap<string, readonly string[]>
  /** Where figures put what they fetch as they wake, and their pictures' pixels. */
  readonly put: PutFile
}

/** Every page of the book by its route (`en/gradient-descent/`), each made when it is asked for. */
export function listPages(
  sources: Sources,
  book: Book,
  assets: SiteAssets,
  siteUrl: string | undefined,
): ReadonlyMap<string, () => string> {
  const site: Site = { chapters: [...sources.chapters], assets, siteUrl }
  const pages = new Map<string, () => string>()
  for (const locale of LOCALES) {
    const add = (path: string, make: () => Page): void => {
      pages.set(`${locale}/${path}`, () => renderPage(make(), site))
    }
    add('', () =>
      homePage(
        locale,
        site,
        renderLoneFigure(sources, assets.put, locale, 'home', homeFigure, { base: '../', home: true }),
      ),
    )
    add('playground/', () => ({
      ...playgroundPage(
        locale,
        renderLoneFigure(sources, assets.put, locale, 'playground', playgroundFigure, { base: '../../' }),
      ),
      styles: assets.widgetStyles.get(playgroundFigure.widget) ?? [],
    }))
    add('glossary/', () => glossaryPage(locale))
    add('bibliography/', () => bibliographyPage(locale, [...book.bibliography.values()]))
    add('about/', () => aboutPage(locale))
    add(`${WAITING}/`, () =>
      misconceptionsPage(
        locale,
        book.waiting[locale]?.rendered.lead ?? '',
        collectAsides(sources, book, locale),
        book.bibliography,
      ),
    )
    for (const [slug, texts] of book.texts) {
      const facts = sources.chapters.get(slug)
      const text = texts[locale] ?? texts.en
      if (facts === undefined || text === undefined) continue
      const translated = texts[locale] !== undefined
      add(`${slug}/`, () =>
        makeChapterPage({ slug, locale, facts, text, translated }, sources, book, site, assets),
      )
    }
  }
  return pages
}

interface Chapter {
  readonly slug: string
  readonly locale: Locale
  readonly facts: ChapterFacts
  readonly text: Text
  readonly translated: boolean
}

function makeChapterPage(
  chapter: Chapter,
  sources: Sources,
  book: Book,
  site: Site,
  assets: SiteAssets,
): Page {
  const { slug, locale, facts, text } = chapter
  const ids = Object.keys(facts.figures ?? {})
  const figures = new Map(
    ids.map((id, i) => {
      const { widget, values } = facts.figures?.[id] ?? { widget: '', values: {} }
      const code = sources.widgets.get(widget)
      const caption = text.rendered.captions.get(id)
      if (code === undefined || caption === undefined) return [id, '']
      const props = {
        slug,
        figure: id,
        widget,
        values,
        number: text.outline.labels.get(id)?.number ?? '',
        title: caption.title,
        captionHtml: caption.html,
        locale,
        recorded: readRecorded(sources.root, slug, id),
        previous: ids[i - 1] ?? null,
        next: ids[i + 1] ?? null,
        takers: findTakers(
          code.spec,
          facts.figures ?? {},
          (figure) => text.outline.labels.get(figure)?.number,
        ),
        base: baseOf(`${slug}/`),
      }
      return [id, renderIsland(props, code, assets.put)]
    }),
  )
  const used = new Set(Object.values(facts.figures ?? {}).map(({ widget }) => widget))
  const styles = [...new Set([...used].flatMap((widget) => assets.widgetStyles.get(widget) ?? []))]
  return chapterPage(
    { ...chapter, outline: text.outline, text: text.rendered, figures, styles, sources: book.bibliography },
    site,
  )
}

/** Every chapter's misconceptions, in the order of the book; those of chapters to come stand in a text of their own. */
function collectAsides(sources: Sources, book: Book, locale: Locale): readonly ChapterAsides[] {
  const waiting = book.waiting[locale]?.rendered.misconceptions ?? []
  return [...sources.chapters].map(([slug, facts]) => {
    const texts = book.texts.get(slug)
    const text = texts?.[locale] ?? texts?.en
    return text === undefined
      ? { slug, facts, asides: waiting.filter(({ section }) => section === slug) }
      : { slug, facts, outline: text.outline, asides: text.rendered.misconceptions }
  })
}

/** A figure on a page of its own, or nothing while its widget does not exist. */
function renderLoneFigure(
  sources: Sources,
  put: PutFile,
  locale: Locale,
  slug: string,
  facts: typeof homeFigure,
  extra: { readonly base: string; readonly home?: true },
): string {
  const code = sources.widgets.get(facts.widget)
  if (code === undefined) return ''
  return renderIsland(
    {
      slug,
      figure: facts.id,
      widget: facts.widget,
      values: facts.values,
      number: '',
      title: facts.titles[locale],
      captionHtml: facts.captions[locale],
      locale,
      recorded: readRecorded(sources.root, slug, facts.id),
      previous: null,
      next: null,
      ...extra,
    },
    code,
    put,
  )
}
