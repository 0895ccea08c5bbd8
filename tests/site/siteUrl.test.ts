import { expect, it } from 'vitest'
import { siteUrl } from '../../src/site/vite/plugin.ts'

it('the address of the site ends in one slash', () => {
  expect(siteUrl('https://example.org')).toBe('https://example.org/')
  expect(siteUrl('https://example.org/book//')).toBe('https://example.org/book/')
  expect(siteUrl('')).toBeUndefined()
})

it.each(['example.org/book', 'javascript:alert(1)', 'https://example.org/?a=1', '/book/'])(
  '%s is refused, with words',
  (given) => {
    expect(() => siteUrl(given)).toThrow(/SITE_URL.*like https/)
  },
)
