/** What is shown when a term or a citation is pointed at. */
import { glossary, isTerm } from '../../i18n/glossary.ts'
import type { Locale } from '../../protocol/view.ts'
import { formatSource, type Source } from '../bibliography.ts'
import { escapeHtml } from '../mdx/highlight.ts'

interface Named {
  readonly terms: Iterable<string>
  readonly cited: Iterable<string>
}

/** A template for each term and source, found by the page's script through `data-preview`. */
export function renderPreviews(
  { terms, cited }: Named,
  locale: Locale,
  sources: ReadonlyMap<string, Source>,
): string {
  const words = [...terms].filter(isTerm).map((id) => {
    const { en, zh, definition } = glossary[id]
    const [name, other, lang] = locale === 'zh' ? [zh, en, 'en'] : [en, zh, 'zh-Hans']
    const pair = name === other ? '' : ` <span lang="${lang}">${other}</span>`
    return `<template id="term-${id}"><p><b>${name}</b>${pair}</p><p>${escapeHtml(definition[locale])}</p></template>`
  })
  const works = [...cited].flatMap((id) => {
    const source = sources.get(id)
    return source === undefined
      ? []
      : [`<template id="cite-${id}"><p>${formatSource(source, locale)}</p></template>`]
  })
  return [...words, ...works].join('\n')
}

/** The terms and sources that a piece of HTML lets its reader point at. */
export function previewsIn(html: string): Named {
  const named = (kind: string): Set<string> =>
    new Set([...html.matchAll(new RegExp(`data-preview="${kind}-([a-z0-9-]+)"`, 'g'))].map((m) => m[1] ?? ''))
  return { terms: named('term'), cited: named('cite') }
}
