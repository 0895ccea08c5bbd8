/** What people believe about deep learning, collected from every chapter. */
import type { ChapterFacts } from '../../book/chapter.ts'
import type { Locale } from '../../protocol/view.ts'
import type { Source } from '../bibliography.ts'
import type { MisconceptionAside } from '../mdx/context.ts'
import { escapeHtml } from '../mdx/highlight.ts'
import type { Outline } from '../mdx/outline.ts'
import { chapterWords } from '../mdx/words.ts'
import type { Page } from './layout.ts'
import { plainText } from './plainText.ts'
import { previewsIn, renderPreviews } from './previews.ts'
import { pageWords } from './words.ts'

/** The asides of one chapter. Without an outline the chapter is still to come, and the asides stand only here. */
export interface ChapterAsides {
  readonly slug: string
  readonly facts: ChapterFacts
  readonly outline?: Outline | undefined
  readonly asides: readonly MisconceptionAside[]
}

export function misconceptionsPage(
  locale: Locale,
  lead: string,
  chapters: readonly ChapterAsides[],
  sources: ReadonlyMap<string, Source>,
): Page {
  const words = pageWords[locale]
  const held = chapters.filter(({ asides }) => asides.length > 0)
  const rail = `<ol>${held
    .map(({ slug, facts }) => `<li><a href="#${slug}">${escapeHtml(facts.titles[locale])}</a></li>`)
    .join('')}</ol>`
  const content = held.map((chapter) => renderChapter(chapter, locale)).join('\n')
  return {
    locale,
    path: 'misconceptions/',
    title: words.misconceptions,
    description: plainText(lead),
    kind: 'plain',
    crumb: `<b>${words.misconceptions}</b>`,
    rail,
    body: `<div class="page"><div class="toc"><nav aria-label="${words.onThisPage}"><h2>${words.onThisPage}</h2>${rail}</nav></div><main class="main myths" id="main" tabindex="-1"><h1>${words.misconceptions}</h1><p class="lead">${lead}</p>
${content}</main></div>
${renderPreviews(previewsIn(content), locale, sources)}`,
  }
}

function renderChapter({ slug, facts, outline, asides }: ChapterAsides, locale: Locale): string {
  const words = pageWords[locale]
  const title = escapeHtml(facts.titles[locale])
  const heading =
    outline === undefined
      ? `${title} <span class="planned">${words.planned}</span>`
      : `<a href="../${slug}/">${title}</a>`
  const sections = asides.map(({ id, section, html }) => {
    const place = outline === undefined ? '' : renderPlace(slug, id, outline.labels.get(section), locale)
    // A link inside the chapter leads there from here.
    const inside = html.replace(/href="#/g, `href="../${slug}/#`)
    return `<section class="myth block" id="${slug}-${id}">${inside}${place}</section>`
  })
  return `<h2 class="sec" id="${slug}">${heading}</h2>
${sections.join('\n')}`
}

function renderPlace(
  slug: string,
  id: string,
  section: { readonly number: string; readonly title: string } | undefined,
  locale: Locale,
): string {
  const { inContext, theQuestion } = pageWords[locale]
  const name =
    section === undefined
      ? theQuestion
      : chapterWords[locale].label('section', section.number, section.title, false)
  return `<p class="place"><a class="ref" href="../${slug}/#${id}">${inContext(name)}</a></p>`
}
