import { PARTS, type ChapterFacts } from '../../book/chapter.ts'
import type { Locale } from '../../protocol/view.ts'
import type { Source } from '../bibliography.ts'
import { escapeHtml } from '../mdx/highlight.ts'
import type { Outline } from '../mdx/outline.ts'
import type { RenderedText } from '../mdx/render.ts'
import type { Page, Site } from './layout.ts'
import { plainText } from './plainText.ts'
import { renderPreviews } from './previews.ts'
import { pageWords } from './words.ts'

export interface ChapterPage {
  readonly slug: string
  readonly locale: Locale
  readonly facts: ChapterFacts
  readonly outline: Outline
  readonly text: RenderedText
  /** False when the text of the other language stands in. */
  readonly translated: boolean
  /** Rendered islands by figure id. */
  readonly figures: ReadonlyMap<string, string>
  readonly styles: readonly string[]
  readonly sources: ReadonlyMap<string, Source>
}

export function chapterPage(chapter: ChapterPage, site: Site): Page {
  const { slug, locale, facts, outline, text } = chapter
  const words = pageWords[locale]
  const part = PARTS[facts.part]
  const title = facts.titles[locale]
  const rail = renderRail(outline, locale)
  const main = text.main.replace(
    /<!--figure ([a-z0-9-]+)-->/g,
    (_, id: string) => chapter.figures.get(id) ?? '',
  )
  // Untranslated, the text is English; what stands around it is not.
  const foreign = chapter.translated ? '' : ' lang="en"'
  const own = chapter.translated ? '' : ` lang="${words.lang}"`
  const notice = chapter.translated ? '' : `<p class="notice"${own}>${words.missing}</p>`
  const body = `<div class="page"><div class="toc"><nav aria-label="${words.onThisPage}"><h2>${words.onThisPage}</h2>${rail}<p class="left needs-js" data-minutes="${facts.minutes ?? 0}" data-words="${escapeHtml(JSON.stringify(words.left))}"></p></nav></div>
<main class="main" id="main" tabindex="-1" data-slug="${slug}"${foreign}>
<p class="part"${own}>${words.partLine(part.number, part.titles[locale])}</p><h1 id="question"${own}>${escapeHtml(title)}</h1>
<p class="lead">${text.lead}</p>
${renderLabel(chapter, site, own)}${notice}
${main}
${renderTurn(slug, locale, site, own)}
</main></div>
${renderPreviews(text, locale, chapter.sources)}`
  return {
    locale,
    path: `${slug}/`,
    title,
    description: plainText(text.lead),
    body,
    kind: 'chapter',
    crumb: words.crumb(part.titles[locale], facts.order, escapeHtml(title)),
    styles: chapter.styles,
    rail,
  }
}

function renderRail(outline: Outline, locale: Locale): string {
  const words = pageWords[locale]
  const items = outline.contents.map((label) => {
    const figure = label.kind === 'figure'
    const number = figure ? words.figure(label.number) + (locale === 'zh' ? '　' : ' ') : label.number
    const name = `${number}${figure || number === '' ? '' : ' '}${escapeHtml(label.title)}`
    return `<li${figure ? ' class="f"' : ''}><a href="#${label.anchor}">${name}</a></li>`
  })
  return `<ol><li><a href="#question">${words.theQuestion}</a></li>${items.join('')}</ol>`
}

function renderLabel(chapter: ChapterPage, site: Site, own: string): string {
  const { facts, locale } = chapter
  const words = pageWords[locale]
  const needed = facts.prerequisites ?? []
  const orders = site.chapters
    .filter(([slug]) => needed.includes(slug))
    .map(([slug, other]) =>
      other.planned === true ? String(other.order) : `<a href="../${slug}/">${other.order}</a>`,
    )
  const rows = [
    [words.runningFigures, words.count(Object.keys(facts.figures ?? {}).length)],
    [words.prerequisites, orders.length === 0 ? words.noPrerequisites : words.chapters(orders)],
    ...(facts.minutes === undefined ? [] : [[words.readingTime, words.minutes(facts.minutes)]]),
  ]
  return `<dl class="label"${own}>${rows.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
}

/** Previous and next chapter of the book; one that is still to come is named, not linked. */
function renderTurn(slug: string, locale: Locale, site: Site, own: string): string {
  const words = pageWords[locale]
  const at = site.chapters.findIndex(([other]) => other === slug)
  const side = (index: number, rel: 'prev' | 'next'): string => {
    const found = site.chapters[index]
    if (found === undefined) return '<span></span>'
    const [other, facts] = found
    const label =
      facts.planned === true ? `${words.chapter(facts.order)} · ${words.planned}` : words.chapter(facts.order)
    const inner = `${label}<span>${escapeHtml(facts.titles[locale])}</span>`
    return facts.planned === true
      ? `<div class="planned ${rel}">${inner}</div>`
      : `<a class="${rel}" rel="${rel}" href="../${other}/">${inner}</a>`
  }
  return `<nav class="turn"${own} aria-label="${words.previous} / ${words.next}">${side(at - 1, 'prev')}${side(at + 1, 'next')}</nav>`
}
