import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defineChapter } from '../../src/book/chapter.ts'
import { setBook } from '../../src/site/server/book.ts'
import { sample } from './sample.ts'

const book = await setBook(sample)
const text = (locale: 'en' | 'zh') => {
  const found = book.texts.get('sample')?.[locale]
  if (found === undefined) throw new Error('the sample has no text')
  return found
}
const plain = (html: string): string => html.replace(/<[^>]+>/g, '')

describe('the sample chapter', () => {
  const { rendered, outline } = text('en')
  const { main } = rendered

  it('numbers sections, figures, equations and exercises by chapter', () => {
    expect([...outline.labels.values()].map((l) => [l.kind, l.id, l.number, l.anchor])).toEqual([
      ['section', 'one-step', '5.1', 'one-step'],
      ['equation', 'update', '5.1', 'eq-update'],
      ['figure', 'hill', '5.1', 'fig-hill'],
      ['section', 'minus', '', 'minus'],
      ['section', 'code', '5.2', 'code'],
      ['section', 'exercises', '', 'exercises'],
      ['exercise', 'slope', '5.1', 'exercise-slope'],
      ['exercise', 'reach', '5.2', 'exercise-reach'],
    ])
  })

  it('sets formulas as HTML with MathML', () => {
    expect(main).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"')
    expect(main).toContain('class="katex-display"')
    expect(main).toMatch(/id="eq-update"[\s\S]*<span class="no">\(5\.1\)<\/span>/)
  })

  it('keeps a short formula on one line, and the mark behind it with it', () => {
    expect(main).toMatch(
      /<span class="tied"><span class="katex">(?:(?!class="tied").)*,<\/span> becomes small/,
    )
    expect(main).toMatch(/weights <span class="tied"><span class="katex">/)
  })

  it('writes references in the language of the page', () => {
    expect(plain(main)).toContain(
      'See equation\u00a05.1, Figure\u00a05.1, Section\u00a05.2 and Chapter\u00a06. Equation\u00a05.1 again, by 2\u00a0%.',
    )
    expect(plain(text('zh').rendered.main)).toContain(
      '见公式\u00a05.1、图\u00a05.1、5.2 节和第 6 章。公式\u00a05.1。',
    )
    expect(main).toContain('<a class="ref" href="#fig-hill">Figure\u00a05.1</a>')
    expect(main).not.toContain('href="../later/"')
  })

  it('writes citations in the language of the page', () => {
    expect(plain(main)).toContain(
      'rare (Dauphin et al., 2014; Robbins &#x26; Monro, 1951). Robbins &#x26; Monro (1951) knew.',
    )
    expect(plain(text('zh').rendered.main)).toContain(
      '很少见（Dauphin 等，2014；Robbins 和 Monro，1951）。Robbins 和 Monro（1951）早就知道。',
    )
    expect(rendered.cited).toEqual(new Set(['cauchy-1847', 'dauphin-2014', 'robbins-1951']))
  })

  it('glosses a term in Chinese at its first use only', () => {
    const zh = text('zh').rendered.main
    expect(plain(zh)).toContain('损失（loss）')
    expect(plain(zh)).not.toContain('学习率（learning rate）')
    expect(plain(main)).toContain('the loss ')
  })

  it('sets notes beside their paragraph', () => {
    expect(main).toMatch(/<sup class="cue" id="cue-1"><a href="#note-1" aria-label="Note 1">1<\/a><\/sup>/)
    expect(main).toMatch(
      /<\/p>\n<div class="note" role="note"><p id="note-1"><b><a href="#cue-1">1<\/a><\/b>Cauchy/,
    )
  })

  it('makes a parameter a spin button with its range', () => {
    const button = /<span[^>]*data-param="hill\.rate"[^>]*>([^<]*)</.exec(main)
    expect(button?.[1]).toBe('0.050')
    expect(button?.[0]).toContain('aria-valuenow="0.05"')
    expect(button?.[0]).toContain('aria-label="Learning rate"')
    expect(text('zh').rendered.main).toContain('aria-label="学习率"')
  })

  it('shows a parameter inside code as the plain number', () => {
    expect(main).toMatch(/eta=<span[^>]*data-plain[^>]*>0\.05<\/span>\)/)
    expect(main).toContain('<span class="c"># step</span>')
    expect(main).toContain('{#not-an-id}')
  })

  it('keeps the place of a figure and its caption', () => {
    expect(main).toContain('<!--figure hill-->')
    expect(rendered.captions.get('hill')?.html).toMatch(
      /^<b>The ball rolls\.<\/b> Its step is <span class="tied"><span class="katex">/,
    )
  })

  it('reads the settings of a prediction through the declaration', () => {
    expect(main).toContain('data-set="{&#x22;rate&#x22;:0.5}"')
    expect(main.match(/data-right/g)).toHaveLength(2)
  })

  it('folds hints and solutions, and leaves the task outside', () => {
    expect(main).toMatch(/<div class="task"><p>What is the largest slope of/)
    expect(main).toMatch(/<summary>Hint<\/summary><div><p>Look at zero\./)
    expect(main).toContain('data-answer="0.25"')
    expect(main).toContain('data-metric="loss"')
  })

  it('sets apostrophes', () => {
    expect(main).toContain('It isn’t hard')
  })

  it('has the same formulas, citations, labels and terms in both languages', () => {
    const zh = text('zh').outline
    expect(zh.formulas).toEqual(outline.formulas)
    expect(zh.citations).toEqual(outline.citations)
    expect([...zh.labels.keys()]).toEqual([...outline.labels.keys()])
    expect(zh.terms).toEqual(outline.terms)
  })
})

it('a Chinese text may refer to what stands only in English so far', async () => {
  const root = mkdtempSync(join(tmpdir(), 'book-'))
  try {
    cpSync(sample.root, root, { recursive: true })
    const chapters = new Map(sample.chapters)
    const facts = { titles: { en: 'New', zh: '新章' }, question: { en: 'New?', zh: '新？' } }
    chapters.set('new', defineChapter({ part: 'foundations', order: 7, ...facts }))
    chapters.set('last', defineChapter({ part: 'foundations', order: 8, ...facts }))
    for (const [slug, locale, text] of [
      ['new', 'en', '<Lead>New?</Lead>\n\n## One {#one}\n\nText.\n'],
      ['last', 'en', '<Lead>Last?</Lead>\n\nSee <Ref id="new/one" /> of <Ref id="new" />.\n'],
      ['last', 'zh', '<Lead>最后？</Lead>\n\n见<Ref id="new" />的<Ref id="new/one" />。\n'],
    ] as const) {
      mkdirSync(join(root, 'chapters', slug), { recursive: true })
      writeFileSync(join(root, 'chapters', slug, `${locale}.mdx`), text)
    }
    const { texts } = await setBook({ ...sample, root, chapters })
    expect(texts.get('last')?.zh?.rendered.main).toContain('href="../new/#one"')
    expect(texts.get('new')?.zh).toBeUndefined()
  } finally {
    rmSync(root, { recursive: true })
  }
})
