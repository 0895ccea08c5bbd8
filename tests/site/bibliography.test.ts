import { describe, expect, it } from 'vitest'
import { formatCitation, formatSource, type Source } from '../../src/site/bibliography.ts'
import { readBibliography } from '../../src/site/server/book.ts'

const book = readBibliography(process.cwd())
const source = (id: string): Source => {
  const found = book.get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/&amp;/g, '&')

describe('citations', () => {
  it.each([
    ['cauchy-1847', 'Cauchy, 1847', 'Cauchy，1847'],
    ['robbins-1951', 'Robbins & Monro, 1951', 'Robbins 和 Monro，1951'],
    ['dauphin-2014', 'Dauphin et al., 2014', 'Dauphin 等，2014'],
  ])('%s', (id, en, zh) => {
    expect(formatCitation(source(id), 'en', false)).toBe(en)
    expect(formatCitation(source(id), 'zh', false)).toBe(zh)
  })

  it('stand in a sentence', () => {
    expect(formatCitation(source('dauphin-2014'), 'en', true)).toBe('Dauphin et al. (2014)')
    expect(formatCitation(source('dauphin-2014'), 'zh', true)).toBe('Dauphin 等（2014）')
  })
})

describe('references', () => {
  it('of a journal', () => {
    expect(plain(formatSource(source('robbins-1951'), 'en'))).toBe(
      'Robbins, H. & Monro, S. (1951). A Stochastic Approximation Method. The Annals of Mathematical Statistics 22(3), 400–407. doi:10.1214/aoms/1177729586',
    )
    expect(plain(formatSource(source('robbins-1951'), 'zh'))).toBe(
      'Robbins H, Monro S. A Stochastic Approximation Method[J]. The Annals of Mathematical Statistics, 1951, 22(3): 400–407. doi:10.1214/aoms/1177729586',
    )
  })

  it('of a book', () => {
    expect(plain(formatSource(source('goodfellow-2016'), 'en'))).toBe(
      'Goodfellow, I., Bengio, Y. & Courville, A. (2016). Deep Learning. MIT Press. https://www.deeplearningbook.org',
    )
  })

  it('with many authors', () => {
    expect(plain(formatSource(source('goyal-2017'), 'en'))).toMatch(
      /^Goyal, P\., Dollár, P\., Girshick, R\., Noordhuis, P\., Wesolowski, L\., Kyrola, A\., … He, K\. \(2017\)\./,
    )
    expect(plain(formatSource(source('goyal-2017'), 'zh'))).toMatch(/^Goyal P, Dollár P, Girshick R, 等\./)
  })

  it('marks the language of a title', () => {
    expect(formatSource(source('cauchy-1847'), 'zh')).toContain('lang="fr"')
  })
})

describe('the bibliography', () => {
  it('names its entries by first author and a year', () => {
    for (const { id } of book.values()) expect(id).toMatch(/^[a-z]+-\d{4}$/)
  })

  it('links with plain addresses only', () => {
    for (const entry of book.values()) {
      if (entry.DOI !== undefined) expect(entry.DOI).toMatch(/^10\.\d{4,}\//)
      if (entry.arxiv !== undefined) expect(entry.arxiv).toMatch(/^\d{4}\.\d{4,5}$/)
      if (entry.URL !== undefined) expect(entry.URL).toMatch(/^https:\/\//)
    }
  })
})
