import { describe, expect, test } from 'vitest'
import { glossary } from '../../src/i18n/glossary.ts'
import bibliography from '../../chapters/bibliography.json'
import type { ChapterFacts } from '../../src/book/chapter.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'
import { parseValues } from '../../src/protocol/values.ts'

const raw = import.meta.glob<string>('../../chapters/*/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const facts = import.meta.glob<ChapterFacts>('../../chapters/*/chapter.ts', {
  import: 'default',
  eager: true,
})
const specs = import.meta.glob<AnySpec>('../../src/widgets/*/spec.ts', { import: 'default', eager: true })
const frames = Object.keys(import.meta.glob('../../chapters/*/frames/*.json'))

const slugOf = (path: string): string => /chapters\/([^/]+)\//.exec(path)?.[1] ?? ''
const specOf = (widget: string): AnySpec | undefined => specs[`../../src/widgets/${widget}/spec.ts`]
const prose = (slug: string, locale: 'en' | 'zh'): string => raw[`../../chapters/${slug}/${locale}.mdx`] ?? ''
/** Prose without code, where `$` and `#` mean something else. */
const bare = (text: string): string => text.replace(/```[\s\S]*?```/g, '')
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1] ?? m[0])

const chapters = Object.entries(facts).map(([path, chapter]) => ({ slug: slugOf(path), chapter }))
const written = chapters.filter(({ chapter }) => !chapter.planned)

const headings = (text: string): string[] => all(bare(text), /^#{2,4} .*\{-?#([\w-]+)\}\s*$/gm)
const figures = (text: string): string[] => all(text, /<Figure\s[^>]*?id="([\w-]+)"/g)
const cites = (text: string): string[] =>
  all(text, /<Cite\s[^>]*?id="([^"]+)"/g).flatMap((ids) => ids.split(',').map((id) => id.trim()))
const terms = (text: string): string[] => all(text, /<Term\s[^>]*?id="([\w-]+)"/g)
/** Formulas as a sorted list: word order differs between the languages, formulas do not. Words inside \text{} may. */
const formulas = (text: string): string[] =>
  [
    ...new Set(
      all(bare(text), /\$\$([\s\S]+?)\$\$|(?<!\\)\$([^$\n]+?)\$/g).map((f) =>
        f
          .replace(/^\$+|\$+$/g, '')
          .replace(/\\text\{[^}]*\}/g, '\\text{}')
          .replace(/\s+/g, ''),
      ),
    ),
  ].sort()

test('the chapters of the book are declared, in order and without gaps', () => {
  expect(chapters.length).toBeGreaterThanOrEqual(18)
  expect(chapters.map(({ chapter }) => chapter.order).sort((a, b) => a - b)).toEqual(
    chapters.map((_, i) => i + 1),
  )
  expect(written.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(['activation-functions', 'gradient-descent']),
  )
})

describe.each(written)('$slug', ({ slug, chapter }) => {
  const en = prose(slug, 'en')
  const zh = prose(slug, 'zh')

  test('is written in both languages', () => {
    expect(en.length).toBeGreaterThan(3000)
    expect(zh.length).toBeGreaterThan(1500)
  })
  test('headings: same ids in the same order, each explicit', () => {
    expect(headings(en).length).toBeGreaterThan(3)
    expect(headings(zh)).toEqual(headings(en))
    for (const text of [en, zh]) expect(all(bare(text), /^#{2,4} (?!.*\{-?#[\w-]+\}\s*$).*$/gm)).toEqual([])
  })
  test('figures: same order, each declared and each placed', () => {
    expect(figures(zh)).toEqual(figures(en))
    expect([...figures(en)].sort()).toEqual(Object.keys(chapter.figures ?? {}).sort())
  })
  test('formulas are the same', () => {
    expect(formulas(en).length).toBeGreaterThan(10)
    expect(formulas(zh)).toEqual(formulas(en))
  })
  test('citations are the same and known', () => {
    expect([...new Set(cites(zh))].sort()).toEqual([...new Set(cites(en))].sort())
    const known = new Set(bibliography.map((entry) => entry.id))
    expect(cites(en).filter((id) => !known.has(id))).toEqual([])
  })
  test('terms are the same and in the glossary', () => {
    expect([...new Set(terms(zh))].sort()).toEqual([...new Set(terms(en))].sort())
    expect([...terms(en), ...(chapter.terms ?? [])].filter((id) => !(id in glossary))).toEqual([])
  })
  test.each(Object.entries(chapter.figures ?? {}))(
    'figure %s: its widget exists, its values are valid, its frame is recorded',
    (id, figure) => {
      const spec = specOf(figure.widget)
      expect(spec, `widget ${figure.widget}`).toBeDefined()
      if (spec) expect(parseValues(spec.params, figure.values).problems).toEqual([])
      if (spec?.run) expect(frames).toContain(`../../chapters/${slug}/frames/${id}.json`)
    },
  )
})

describe('widgets', () => {
  test.each(Object.entries(specs))('%s is named as its folder', (path, spec) => {
    expect(spec.name).toBe(/widgets\/([^/]+)\//.exec(path)?.[1])
  })
})

describe('both languages', () => {
  /** Words that are the same in both languages: names, symbols, file formats. */
  const SAME =
    /^([\W\d_]*|.*(ReLU|ELU|tanh|sigmoid|softplus|softsign|SiLU|Swish|GELU|Mish|Adam|AdaGrad|RMSProp|SGD|Nesterov|Beale|Rosenbrock|Himmelblau|He|Xavier|Glorot|LeCun|CSV|PNG|SVG|CPU|GPU|Web|WASM|softmax|logit|η|XOR|URL|CC|MIT|[A-Za-z])[\w\s().,–-]*)$/
  test('glossary terms have both languages and differ', () => {
    const entries = Object.entries(glossary)
    expect(entries.length).toBeGreaterThanOrEqual(60)
    for (const [id, term] of entries) {
      expect(term.en.length * term.zh.length, id).toBeGreaterThan(0)
      expect(/[\u4e00-\u9fff]/.test(term.zh) || SAME.test(term.zh), `${id}: ${term.zh}`).toBe(true)
      expect(/[\u4e00-\u9fff]/.test(term.definition.zh), `${id}: ${term.definition.zh}`).toBe(true)
      expect(/[\u4e00-\u9fff]/.test(term.en + term.definition.en), `${id} in English`).toBe(false)
    }
  })
})
