import { PARTS, type ChapterFacts } from '../../book/chapter.ts'
import type { Locale } from '../../protocol/view.ts'
import { escapeHtml } from '../mdx/highlight.ts'
import { icons, mark } from './icons.ts'
import { pageWords } from './words.ts'

/** What the bundler made: addresses relative to the site's root, except in development. */
export interface Assets {
  readonly styles: readonly string[]
  readonly script: string
  /** The typefaces that every page shows at once, and those that chapters add. */
  readonly fonts: readonly string[]
  readonly chapterFonts: readonly string[]
}

/** The site as a whole, for pages that link across it. */
export interface Site {
  readonly chapters: readonly (readonly [slug: string, facts: ChapterFacts])[]
  readonly assets: Assets
  /** `https://example.org/book/`, when known: canonical links need it. */
  readonly siteUrl: string | undefined
}

export interface Page {
  readonly locale: Locale
  /** Route below the language: `` (home), `gradient-descent/`. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly body: string
  /** `chapter`, `home`, `plain`: for styles and scripts. */
  readonly kind: 'chapter' | 'home' | 'plain'
  /** What stands at the left of the header. */
  readonly crumb: string
  /** Styles of figures that stand on this page. */
  readonly styles?: readonly string[]
  /** The rail of this page, repeated in the contents dialog for narrow screens. */
  readonly rail?: string
}

/** From a page at /<locale>/<path> to the site's root: `../` or `../../`. */
export const baseOf = (path: string): string => '../'.repeat(1 + path.split('/').length - 1)

/** The address of a file of the site on a page that finds the site's root at `base`. */
export const addressFrom = (base: string, file: string): string =>
  /^(\/|https?:|data:)/.test(file) ? file : base + file

/** Set before the first paint, so that a chosen theme does not flash; kept in one line of the head. */
const EARLY_SCRIPT =
  "(function(d){d.classList.add('js');try{var s=JSON.parse(localStorage.getItem('reading')||'{}');" +
  'if(s.theme)d.dataset.theme=s.theme;if(s.width)d.dataset.width=s.width}catch(e){}})(document.documentElement)'

export function renderPage(page: Page, site: Site): string {
  const words = pageWords[page.locale]
  const base = baseOf(page.path)
  const other = `${base}${words.other.locale}/${page.path}`
  const full = page.title === words.book ? page.title : `${page.title} · ${words.book}`
  const address = (file: string): string => addressFrom(base, file)
  const styles = [...site.assets.styles, ...(page.styles ?? [])]
    .map((href) => `<link rel="stylesheet" href="${address(href)}">`)
    .join('')
  const fonts = [...site.assets.fonts, ...(page.kind === 'chapter' ? site.assets.chapterFonts : [])]
    .map((href) => `<link rel="preload" href="${address(href)}" as="font" type="font/woff2" crossorigin>`)
    .join('')
  const absolute =
    site.siteUrl === undefined
      ? ''
      : `<link rel="canonical" href="${site.siteUrl}${page.locale}/${page.path}">` +
        (['en', 'zh'] as const)
          .map(
            (l) =>
              `<link rel="alternate" hreflang="${pageWords[l].lang}" href="${site.siteUrl}${l}/${page.path}">`,
          )
          .join('') +
        `<link rel="alternate" hreflang="x-default" href="${site.siteUrl}en/${page.path}">` +
        `<meta property="og:url" content="${site.siteUrl}${page.locale}/${page.path}">`
  return `<!doctype html>
<html lang="${words.lang}" data-kind="${page.kind}" data-locale="${page.locale}" data-base="${base}" data-asleep="${words.asleep}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(full)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<meta property="og:title" content="${escapeHtml(page.title)}"><meta property="og:type" content="book"><meta property="og:locale" content="${words.ogLocale}"><meta property="og:description" content="${escapeHtml(page.description)}">
<meta name="theme-color" content="#fbfbf9" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#121517" media="(prefers-color-scheme: dark)">
${absolute}<link rel="icon" href="${base}icon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="${base}icon-180.png"><link rel="manifest" href="${base}manifest-${page.locale}.webmanifest">
<script>${EARLY_SCRIPT}</script>
${fonts}${styles}
<script type="module" src="${address(site.assets.script)}"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top${page.kind === 'home' ? ' home-top' : ''}"><div class="top-in">
${page.kind === 'home' ? '' : `<a class="mark" href="${base}${page.locale}/">${mark[page.locale]}</a>`}
<div class="crumb">${page.crumb}</div>
<div class="tools">
<a class="contents-link" href="${base}${page.locale}/#contents" data-open="contents-dialog" aria-haspopup="dialog">${icons.contents}<span>${words.contents}</span></a>
<button type="button" class="needs-js" popovertarget="settings" aria-label="${words.settings}">${icons.theme}</button>
<a href="${other}" lang="${words.other.lang}" data-language="${words.other.locale}" aria-label="${words.other.label}">${words.other.name}</a>
</div></div><div class="progress" aria-hidden="true"></div></header>
${page.body}
${renderFooter(page, base)}
${renderSettings(page.locale)}
${renderContentsDialog(page, site, base)}
</body>
</html>
`
}

function renderFooter(page: Page, base: string): string {
  const words = pageWords[page.locale]
  const link = (path: string, name: string): string => `<a href="${base}${page.locale}/${path}">${name}</a>`
  return `<footer class="foot"><nav aria-label="${words.contents}">${link('#contents', words.contents)}${link('playground/', words.playground)}${link('glossary/', words.glossary)}${link('misconceptions/', words.misconceptions)}${link('bibliography/', words.bibliography)}${link('about/', words.about)}</nav><span>${words.footer.license} ${words.footer.privacy}</span></footer>`
}

/** Theme and text width. Choices are remembered on this device. */
function renderSettings(locale: Locale): string {
  const words = pageWords[locale]
  const group = (
    name: string,
    legend: string,
    options: Readonly<Record<string, string>>,
    chosen: string,
  ): string =>
    `<fieldset><legend>${legend}</legend><div class="segments">${Object.entries(options)
      .map(
        ([value, label]) =>
          `<label><input type="radio" name="${name}" value="${value}"${value === chosen ? ' checked' : ''}><span>${label}</span></label>`,
      )
      .join('')}</div></fieldset>`
  return `<div id="settings" class="settings" popover>${group('theme', words.theme, words.themes, 'system')}${group('width', words.width, words.widths, 'normal')}</div>`
}

/** The chapter list by parts; on narrow screens also the rail of this page. */
function renderContentsDialog(page: Page, site: Site, base: string): string {
  const words = pageWords[page.locale]
  const parts = Object.entries(PARTS)
    .map(([id, part]) => {
      const chapters = site.chapters
        .filter(([, facts]) => facts.part === id)
        .map(([slug, facts]) => renderChapterLink(slug, facts, page, base))
        .join('')
      return `<section><h3><span>${words.partName(part.number)}</span> ${part.titles[page.locale]}</h3><ol>${chapters}</ol></section>`
    })
    .join('')
  const rail =
    page.rail === undefined ? '' : `<section class="here"><h3>${words.onThisPage}</h3>${page.rail}</section>`
  return `<dialog id="contents-dialog" class="contents-dialog" aria-label="${words.contents}"><div class="contents-head"><h2>${words.contents}</h2><button type="button" data-close aria-label="${words.close}">${icons.close}</button></div>${rail}<nav aria-label="${words.contents}" class="parts">${parts}</nav></dialog>`
}

function renderChapterLink(slug: string, facts: ChapterFacts, page: Page, base: string): string {
  const words = pageWords[page.locale]
  const name = `<span class="no">${facts.order}</span> ${escapeHtml(facts.titles[page.locale])}`
  if (facts.planned === true) return `<li class="planned">${name} <small>${words.planned}</small></li>`
  const current = page.path === `${slug}/` ? ' aria-current="page"' : ''
  return `<li><a href="${base}${page.locale}/${slug}/"${current}>${name}</a></li>`
}
