import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { BACK_MATTER, CHAPTERS, figuresOf, LOCALES } from './bookPages.ts'
import { useBook } from './book.ts'
import { built } from './harness.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PATHS = LOCALES.flatMap((locale) => [
  `${locale}/`,
  ...[...CHAPTERS, ...BACK_MATTER].map((name) => `${locale}/${name}/`),
])

const book = useBook()

/** Serious and critical findings of axe, with the elements they are about. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((n) => `${id}: ${n.html.slice(0, 160)} ${n.failureSummary.slice(0, 200)}`),
      )
  })
}

/** Scrolls through the page so that every figure wakes. */
async function wakeAll(page: Page): Promise<void> {
  for (const figure of await page.locator('[data-figure], [data-island]').all()) {
    await figure.scrollIntoViewIfNeeded()
    await page.waitForTimeout(150)
  }
}

describe.each(PATHS)('%s', (path) => {
  // Colours are the same in both languages: the dark ones are looked at in one.
  const themes = path.startsWith('en/') ? (['light', 'dark'] as const) : (['light'] as const)
  test.each(themes)(
    'has no error, no failed request and no serious axe finding in the %s theme',
    async (colorScheme) => {
      const { page, context, faults } = await book.open({
        path,
        colorScheme,
        reducedMotion: 'reduce',
      })
      await wakeAll(page)
      await page.evaluate(() => window.scrollTo(0, 0))
      expect(await findings(page)).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    },
  )

  test('does not scroll sideways on a phone', async () => {
    const { page, context, faults } = await book.open({
      path,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    })
    await wakeAll(page)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('names its language, and links to its sister page', async () => {
    const { page, context } = await book.open({ path, javaScriptEnabled: false })
    const [locale] = path.split('/')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'zh' ? 'zh-Hans' : 'en')
    const other = locale === 'zh' ? 'en' : 'zh-Hans'
    const link = page.locator(`header a[lang="${other}"], header a[hreflang="${other}"]`).first()
    const target = new URL((await link.getAttribute('href')) ?? '', page.url()).href
    expect(target.startsWith(book.url + path.replace(/^../, locale === 'zh' ? 'en' : 'zh'))).toBe(true)
    await context.close()
  })
})

describe.each(LOCALES.flatMap((locale) => CHAPTERS.map((slug) => [locale, slug] as const)))(
  '%s/%s without JavaScript',
  (locale, slug) => {
    test('gives text, formulas and first pictures', async () => {
      const { page, context, faults } = await book.open({
        path: `${locale}/${slug}/`,
        javaScriptEnabled: false,
      })
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(locale === 'en' ? 8000 : 3000)
      expect(await page.locator('main math').count()).toBeGreaterThan(15)
      const figures = await page.locator('figure.fig').all()
      expect(figures.length).toBeGreaterThanOrEqual(3)
      expect(figures.length).toBe(figuresOf(slug).length)
      for (const figure of figures) {
        expect(await figure.locator('.fig-stage svg, .fig-stage img').count()).toBeGreaterThan(0)
        // Pictures inside may have captions of their own; the figure's is the last.
        expect((await figure.locator('figcaption').last().innerText()).length).toBeGreaterThan(20)
      }
      expect(faults).toEqual([])
      await context.close()
    })
  },
)

describe.each(LOCALES.flatMap((locale) => CHAPTERS.map((slug) => `${locale}/${slug}`)))('%s', (path) => {
  test('weighs no more than 180 kB on the line', () => {
    expect(gzipSync(readFileSync(join(built, path, 'index.html'))).length).toBeLessThan(180_000)
  })
})

test('the root page links both languages without scripts and chooses one with them', async () => {
  const plain = await book.open({ javaScriptEnabled: false })
  expect(await plain.page.locator('a[href="en/"], a[href="./en/"]').count()).toBeGreaterThan(0)
  expect(await plain.page.locator('a[href="zh/"], a[href="./zh/"]').count()).toBeGreaterThan(0)
  await plain.context.close()
  for (const [locale, home] of [
    ['zh-CN', 'zh/'],
    ['en-GB', 'en/'],
    ['fr-FR', 'en/'],
  ] as const) {
    const { page, context } = await book.open({ locale })
    await page.waitForURL(book.url + home)
    await context.close()
  }
})

test('an unknown address gets the 404 page, with its own style', async () => {
  const { page, context } = await book.open({
    path: 'en/no-such-chapter/',
    expected: /no-such-chapter/,
  })
  expect(await page.locator('body').innerText()).toMatch(/does not exist[\s\S]*不存在/)
  expect(await page.locator('link[rel=stylesheet]').count()).toBe(0)
  await context.close()
})

test('the language switch stays in the same section', async () => {
  const { page, context } = await book.open({
    path: 'en/gradient-descent/',
    reducedMotion: 'reduce',
  })
  const heading = page.locator('main h2.sec[id]').nth(3)
  const id = await heading.getAttribute('id')
  await heading.evaluate((element) => element.scrollIntoView())
  await page.waitForTimeout(400)
  await page.locator('header a[lang^="zh"], header a[hreflang^="zh"]').first().click()
  await page.waitForURL(/\/zh\/gradient-descent\//)
  expect(page.url()).toContain(`#${id ?? 'none'}`)
  await context.close()
})

test('the theme is chosen by the reader, and remembered', async () => {
  const { page, context } = await book.open({ path: 'en/glossary/', colorScheme: 'light' })
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.locator('button[popovertarget="settings"]').click()
  await page.locator('#settings input[name="theme"][value="dark"]').check()
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.reload()
  expect(await background()).toBe(dark)
  await context.close()
})

test('after one visit the chapter works offline, and a figure still runs', async () => {
  const { page, context } = await book.open({ path: 'en/activation-functions/' })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(async () => (await caches.keys()).length > 0)
  await page.waitForTimeout(4000)
  await context.setOffline(true)
  await page.goto(`${book.url}zh/gradient-descent/`, { waitUntil: 'load' })
  expect(await page.locator('main h1').innerText()).toBe('梯度下降')
  const figure = page.locator('[data-figure]').first()
  await figure.scrollIntoViewIfNeeded()
  await figure.getByRole('button', { name: /^播放/ }).click()
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-figure]')?.dataset['step']) > 5,
  )
  await context.close()
})

test.each(CHAPTERS)(
  'in %s only figures carry data-figure: lectures and tests follow them by it',
  async (slug) => {
    const { page, context } = await book.open({ path: `en/${slug}/`, javaScriptEnabled: false })
    const tags = await page
      .locator('[data-figure]')
      .evaluateAll((all) => all.map((element) => element.tagName))
    expect(new Set(tags)).toEqual(new Set(['FIGURE']))
    await context.close()
  },
)
