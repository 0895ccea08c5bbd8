/** Glossary, bibliography, and what stands at the root. */
import { glossary } from '../../i18n/glossary.ts'
import type { Locale } from '../../protocol/view.ts'
import { formatSource, type Source } from '../bibliography.ts'
import { escapeHtml } from '../mdx/highlight.ts'
import type { Page } from './layout.ts'
import { pageWords } from './words.ts'

function plainPage(locale: Locale, path: string, title: string, intro: string, content: string): Page {
  return {
    locale,
    path,
    title,
    description: intro,
    kind: 'plain',
    crumb: `<b>${title}</b>`,
    body: `<div class="page"><div class="toc"></div><main class="main" id="main" tabindex="-1"><h1>${title}</h1><p class="lead">${intro}</p>${content}</main></div>`,
  }
}

const collators = { en: new Intl.Collator('en'), zh: new Intl.Collator('zh-Hans-u-co-pinyin') }

export function glossaryPage(locale: Locale): Page {
  const words = pageWords[locale]
  const rows = Object.entries(glossary)
    .map(([id, { en, zh, definition }]) => ({
      id,
      name: { en, zh }[locale],
      other: locale === 'en' ? zh : en,
      definition,
    }))
    .sort((a, b) => collators[locale].compare(a.name, b.name))
    .map(({ id, name, other, definition }) => {
      const pair = name === other ? '' : ` <span lang="${words.other.lang}">${escapeHtml(other)}</span>`
      return `<div id="${id}"><dt>${escapeHtml(name)}${pair}</dt><dd>${escapeHtml(definition[locale])}</dd></div>`
    })
  const find = `<p class="find needs-js"><label>${words.terms.find} <input type="search" data-find autocomplete="off"></label><output data-none="${words.terms.none}"></output></p>`
  return plainPage(
    locale,
    'glossary/',
    words.glossary,
    words.terms.intro,
    `${find}<dl class="terms">${rows.join('\n')}</dl>`,
  )
}

export function bibliographyPage(locale: Locale, sources: readonly Source[]): Page {
  const words = pageWords[locale]
  const sorted = [...sources].sort(
    (a, b) =>
      collators.en.compare(a.author[0]?.family ?? '', b.author[0]?.family ?? '') || a.issued - b.issued,
  )
  const items = sorted.map((source) => `<li id="${source.id}">${formatSource(source, locale)}</li>`)
  return plainPage(
    locale,
    'bibliography/',
    words.bibliography,
    words.sources.intro,
    `<ul class="sources">${items.join('\n')}</ul>`,
  )
}
