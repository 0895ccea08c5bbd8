import { describe, expect, it } from 'vitest'
import { aboutPage } from '../../src/site/pages/about.ts'
import { chapterPage } from '../../src/site/pages/chapter.ts'
import { homePage } from '../../src/site/pages/home.ts'
import { baseOf, renderPage, type Page, type Site } from '../../src/site/pages/layout.ts'
import { bibliographyPage, glossaryPage } from '../../src/site/pages/plain.ts'
import { renderNotFound, renderRoot } from '../../src/site/pages/root.ts'
import { renderSitemap } from '../../src/site/pages/sitemap.ts'
import { setBook } from '../../src/site/server/book.ts'
import { sample, sampleFacts } from './sample.ts'

const book = await setBook(sample)
const assets = {
  styles: ['assets/main.css'],
  script: 'assets/main.js',
  fonts: ['assets/serif.woff2'],
  chapterFonts: ['assets/italic.woff2'],
}
const site: Site = { chapters: [...sample.chapters], assets, siteUrl: undefined }
const texts = book.texts.get('sample')
if (texts?.en === undefined || texts.zh === undefined) throw new Error('the sample has no texts')
const { en, zh } = texts

function chapter(locale: 'en' | 'zh', translated = true): Page {
  const text = locale === 'zh' && translated ? zh : en
  return chapterPage(
    {
      slug: 'sample',
      locale,
      facts: sampleFacts,
      outline: text.outline,
      text: text.rendered,
      translated,
      figures: new Map([['hill', '<div id="the-figure"></div>']]),
      styles: [],
      sources: book.bibliography,
    },
    site,
  )
}
const all = (['en', 'zh'] as const).flatMap((locale) => [
  homePage(locale, site, ''),
  chapter(locale),
  glossaryPage(locale),
  bibliographyPage(locale, [...book.bibliography.values()]),
  aboutPage(locale),
])
const addresses = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((m) => m[1] ?? '')

describe.each(all.map((page) => [`${page.locale}/${page.path}`, page] as const))('%s', (_, page) => {
  const html = renderPage(page, site)

  it('links with relative addresses only, or to the sources', () => {
    for (const address of addresses(html)) {
      expect(address).not.toMatch(/^\/|^http:/)
      if (address.startsWith('https:')) expect(html).toContain(`href="${address}" rel="noopener"`)
    }
  })

  it('finds the root from where it stands', () => {
    expect(baseOf(page.path)).toBe(page.path === '' ? '../' : '../../')
    expect(html).toContain(`<script type="module" src="${baseOf(page.path)}assets/main.js">`)
  })

  it('names its language, and links to the same page in the other', () => {
    expect(html).toContain(page.locale === 'zh' ? '<html lang="zh-Hans"' : '<html lang="en"')
    const other = page.locale === 'zh' ? 'en' : 'zh'
    expect(html).toContain(`href="${baseOf(page.path)}${other}/${page.path}"`)
  })

  it('has canonical links only for a known site', () => {
    expect(html).not.toMatch(/canonical|rel="alternate"|og:url/)
    const known = renderPage(page, { ...site, siteUrl: 'https://example.org/book/' })
    expect(known).toContain(
      `<link rel="canonical" href="https://example.org/book/${page.locale}/${page.path}">`,
    )
    expect(known.match(/hreflang="(en|zh-Hans|x-default)" href="https:/g)).toHaveLength(3)
  })

  it('has one h1 and each id once', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a chapter', () => {
  it('holds its figures, and previews of its terms and sources', () => {
    const { body } = chapter('en')
    expect(body).toContain('<div id="the-figure"></div>')
    expect(body).not.toContain('<!--figure')
    expect(body).toContain('<template id="term-gradient">')
    expect(body).toContain('<template id="cite-dauphin-2014">')
  })

  it('names chapters to come without linking to them', () => {
    const html = renderPage(chapter('en'), site)
    expect(html).toContain('Later')
    expect(html).not.toContain('later/"')
  })

  it('without a Chinese text shows the English one, and says so in Chinese', () => {
    const { body } = chapter('zh', false)
    expect(body).toContain('本章的中文版尚未写成')
    // The text stands in the page's own column, not in a box of its own.
    expect(body).toMatch(/<main [^>]*lang="en">/)
    expect(body).toMatch(/<h1 [^>]*lang="zh-Hans">/)
    expect(body).not.toContain('foreign')
    expect(body).toContain('One step downhill')
  })
})

it('the root chooses a language, and links both', () => {
  expect(renderRoot()).toContain('href="en/"')
  expect(renderRoot()).toContain('href="zh/"')
})

it('the 404 page carries its own style and needs no other file', () => {
  expect(renderNotFound()).toContain('<style>')
  expect(renderNotFound()).not.toMatch(/<link|src=/)
})

it('the sitemap pairs the languages', () => {
  const xml = renderSitemap(['en/', 'zh/sample/'], 'https://example.org/')
  expect(xml).toContain('<loc>https://example.org/zh/sample/</loc>')
  expect(xml).toContain('hreflang="en" href="https://example.org/en/sample/"')
})
