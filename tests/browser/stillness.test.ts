/**
 * Nothing a reader reads may jump. Figures wake as they come near: each must then be as tall as its prerendered picture,
 * and the page must not shift at any width while it is read from top to bottom.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { LOCALES, WITH_FIGURES } from './bookPages.ts'
import { launch, open, serve, type Served } from './harness.ts'

const WIDTHS = [390, 768, 1024, 1280, 1680, 1920]
/** Every page in both languages, each at another width, and every width in both: all pairs would only take longer. */
const CASES = ['', ...WITH_FIGURES.map((slug) => `${slug}/`)].flatMap((path, i) =>
  LOCALES.map((locale, j) => ({
    path: `${locale}/${path}`,
    width: WIDTHS[(i + 3 * j) % WIDTHS.length] ?? 0,
  })),
)

let site: Served
let browser: Browser
beforeAll(async () => {
  site = await serve()
  browser = await launch()
  // The first page of a cold browser waits for its fonts as no later one does.
  const page = await browser.newPage()
  await page.goto(`${site.url}en/`)
  await page.evaluate(() => document.fonts.ready)
  await page.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const size = (width: number) => ({ viewport: { width, height: 900 }, reducedMotion: 'reduce' }) as const

/** Figure → height in CSS px. */
const heights = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
    return Object.fromEntries(
      figures.map((f) => [f.dataset['figure'] ?? '', f.getBoundingClientRect().height] as const),
    )
  })

/** Heights of the prerendered figures: what would wake them never comes. */
async function heightsAsleep(path: string, width: number): Promise<Record<string, number>> {
  const context = await browser.newContext(size(width))
  await context.route(/\/wake-[^/]*\.js$/, () => undefined)
  const page = await context.newPage()
  await page.goto(site.url + path)
  await page.evaluate(() => document.fonts.ready)
  const found = await heights(page)
  await context.close()
  return found
}

declare global {
  interface Window {
    seen: { awake: Set<string>; shift: number }
  }
}

/** Counts in the page which figures are awake, and how far everything seen has been shifted. */
function watchPage(): void {
  const seen = { awake: new Set<string>(), shift: 0 }
  window.seen = seen
  document.addEventListener('figure:values', (event) => {
    seen.awake.add((event as CustomEvent<{ figure: string }>).detail.figure)
  })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Scrolls down like a reader in a hurry, until every figure has woken. */
async function readThrough(page: Page): Promise<void> {
  const end = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y < end; y += 450) {
    await page.mouse.wheel(0, 450)
    await page.waitForTimeout(40)
  }
  await page.waitForFunction(
    () => window.seen.awake.size === document.querySelectorAll('[data-figure]').length,
  )
}

describe.each(CASES)('$path at $width px', ({ path, width }) => {
  // A font that comes late on a busy machine is set anew once; a figure that jumps does so every time.
  test('figures keep their height as they wake, and nothing shifts', { retry: 1 }, async () => {
    const asleep = await heightsAsleep(path, width)
    const { page, context, faults } = await open(browser, site.url, {
      path,
      early: watchPage,
      ...size(width),
    })
    await readThrough(page)
    const awake = await heights(page)
    expect(Object.keys(awake)).toEqual(Object.keys(asleep))
    for (const [figure, height] of Object.entries(awake))
      expect(
        Math.abs(height - (asleep[figure] ?? 0)),
        `${figure}: ${asleep[figure] ?? 0} → ${height}`,
      ).toBeLessThan(2)
    expect(await page.evaluate(() => window.seen.shift)).toBeLessThan(0.02)
    expect(faults).toEqual([])
    await context.close()
  })
})

test.each([390, 1280])('leaving the presenter finds the page where it was (%i px)', async (width) => {
  const { page, context } = await open(browser, site.url, { path: 'en/gradient-descent/', ...size(width) })
  const figure = page.locator('[data-figure="network"]')
  await figure.evaluate((element) => element.scrollIntoView())
  await figure.getByRole('button', { name: 'Play' }).waitFor()
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(600)
  const place = () => figure.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await place()
  await figure.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }))
  await page.keyboard.press('f')
  await page.locator('.presented').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.presented').waitFor({ state: 'detached' })
  await page.waitForTimeout(300)
  expect(await place()).toBe(before)
  await context.close()
})
