import { describe, expect, it } from 'vitest'
import { glossary } from '../../src/i18n/glossary.ts'

/** Terms that Chinese authors write in Latin letters. */
const LATIN = [
  'AdaGrad',
  'Adam',
  'AdamW',
  'ELU',
  'GELU',
  'logit',
  'PReLU',
  'ReLU',
  'RMSProp',
  'SELU',
  'SiLU',
  'softmax',
  'softplus',
]

describe('the glossary', () => {
  it('has the terms of two chapters', () => {
    expect(Object.keys(glossary).length).toBeGreaterThanOrEqual(60)
  })

  it.each(Object.entries(glossary))('%s', (id, { en, zh, definition }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    if (en === zh) expect(LATIN).toContain(en)
    expect(definition.en).toMatch(/^[A-Zxσ0-9(l][\s\S]*\.$/)
    expect(definition.zh).toMatch(/[\s\S]*。$/u)
    expect(definition.zh).not.toMatch(/\p{Script=Han}[,;:.]/u)
    expect(definition.en).not.toMatch(/["]/)
  })

  it('never uses one name for two terms', () => {
    for (const locale of ['en', 'zh'] as const) {
      const names = Object.values(glossary).map((entry) => entry[locale].toLowerCase())
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
