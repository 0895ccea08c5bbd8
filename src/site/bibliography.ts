/** The book's sources (CSL-JSON, `chapters/bibliography.json`) and how they are written in each language. */
import type { Locale } from '../protocol/view.ts'
import { escapeHtml } from './mdx/highlight.ts'

export interface Person {
  readonly family: string
  readonly given?: string
}
export interface Source {
  readonly id: string
  readonly type: 'article-journal' | 'paper-conference' | 'book' | 'thesis' | 'report' | 'article' | 'chapter'
  readonly author: readonly Person[]
  readonly issued: number
  readonly title: string
  /** ISO code, when the title is not in English. */
  readonly language?: string
  readonly 'container-title'?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly publisher?: string
  readonly DOI?: string
  readonly URL?: string
  /** arXiv number of a preprint. */
  readonly arxiv?: string
}

/** `Cauchy`, `Robbins & Monro`, `Dauphin et al.` */
export function formatAuthors(source: Source, locale: Locale): string {
  const [first, second] = source.author
  const name = first?.family ?? ''
  if (source.author.length > 2) return locale === 'zh' ? `${name} 等` : `${name} et al.`
  if (second === undefined) return name
  return locale === 'zh' ? `${name} 和 ${second.family}` : `${name} & ${second.family}`
}

/** One source of a citation, without brackets: `Dauphin et al., 2014`; as part of a sentence, `Dauphin et al. (2014)`. */
export function formatCitation(source: Source, locale: Locale, inText: boolean): string {
  const authors = formatAuthors(source, locale)
  if (inText) return locale === 'zh' ? `${authors}（${source.issued}）` : `${authors} (${source.issued})`
  return locale === 'zh' ? `${authors}，${source.issued}` : `${authors}, ${source.issued}`
}

const initials = (given: string, dot: string): string =>
  given
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .map((piece) => (piece[0] ?? '') + dot)
        .join('-'),
    )
    .join(' ')

function listAuthors(source: Source, locale: Locale): string {
  const people = source.author
  if (locale === 'zh') {
    const names = people.slice(0, 3).map((p) => [p.family, initials(p.given ?? '', '')].join(' ').trim())
    return names.join(', ') + (people.length > 3 ? ', 等' : '')
  }
  const names = people.map((p) =>
    p.given === undefined ? p.family : `${p.family}, ${initials(p.given, '.')}`,
  )
  if (names.length > 7) return `${names.slice(0, 6).join(', ')}, … ${names[names.length - 1] ?? ''}`
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} & ${names[names.length - 1] ?? ''}`
    : (names[0] ?? '')
}

const KIND_MARK: Record<Source['type'], string> = {
  'article-journal': '[J]',
  'paper-conference': '[C]',
  book: '[M]',
  thesis: '[D]',
  report: '[R]',
  article: '[EB/OL]',
  chapter: '[M]',
}

export const sourceUrl = (source: Source): string | undefined =>
  source.DOI !== undefined
    ? `https://doi.org/${source.DOI}`
    : source.arxiv !== undefined
      ? `https://arxiv.org/abs/${source.arxiv}`
      : source.URL

/** A full reference as HTML: author–year in English, in the manner of GB/T 7714 in Chinese. */
export function formatSource(source: Source, locale: Locale): string {
  const own = source.type === 'book' || source.type === 'thesis' || source.type === 'report'
  const language = source.language ?? 'en'
  const cite = (value: string): string => `<cite lang="${language}">${escapeHtml(value)}</cite>`
  const plain = (value: string): string => `<span lang="${language}">${escapeHtml(value)}</span>`
  const url = sourceUrl(source)
  const label =
    source.DOI !== undefined
      ? `doi:${source.DOI}`
      : source.arxiv !== undefined
        ? `arXiv:${source.arxiv}`
        : url
  const link =
    url === undefined || label === undefined
      ? ''
      : ` <a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(label)}</a>`
  const container = source['container-title']
  const issue = source.issue === undefined ? '' : `(${source.issue})`
  const authors = escapeHtml(listAuthors(source, locale))
  if (locale === 'zh') {
    const title = (own ? cite : plain)(source.title) + KIND_MARK[source.type]
    const place = [
      container === undefined ? '' : cite(container),
      source.publisher ?? '',
      String(source.issued),
    ]
      .filter((part) => part !== '')
      .join(', ')
    const volume = source.volume === undefined ? '' : `, ${source.volume}${issue}`
    const pages = source.page === undefined ? '' : `: ${source.page}`
    return `${authors}. ${title}. ${place}${volume}${pages}.${link}`
  }
  const title = (own ? cite : plain)(source.title)
  const place = [
    container === undefined
      ? ''
      : (source.type === 'paper-conference' || source.type === 'chapter' ? 'In ' : '') +
        cite(container) +
        (source.volume === undefined ? '' : ` ${source.volume}${issue}`),
    source.publisher ?? '',
    source.page ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')
  return `${authors} (${source.issued}). ${title}.${place === '' ? '' : ` ${place}.`}${link}`
}
