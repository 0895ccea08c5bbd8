/** Readers with bad luck, or on the move: a lost line, another language, another chapter. */
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { useBook } from './book.ts'

const book = useBook()

async function wake(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await figure.getByRole('button', { name: /^(Play|播放)/ }).waitFor()
  return figure
}
const play = (figure: Locator): Promise<void> => figure.getByRole('button', { name: /^(Play|播放)/ }).click()
const steps = (figure: Locator, atLeast = 2): Promise<void> =>
  expect
    .poll(async () => Number(await figure.getAttribute('data-step')), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(atLeast)

test.each([
  ['en', 'This figure’s code could not be loaded.', 'Try again'],
  ['zh', '未能载入这幅图的程序。', '重试'],
] as const)(
  'without a line a figure says so (%s), and runs when there is one again',
  async (locale, words, again) => {
    const path = `${locale}/activation-functions/#fig-dead`
    const { page, context } = await book.open({
      path,
      serviceWorkers: 'block',
      expected: /assets/,
    })
    const figure = await wake(page, 'dead')
    await figure.locator('.fig-stage').hover()
    await page.waitForTimeout(300)
    await context.setOffline(true)
    await play(figure)
    const panel = figure.locator('.fig-problem')
    await expect.poll(() => panel.allInnerTexts()).toEqual([expect.stringContaining(words)])
    await context.setOffline(false)
    await panel.getByRole('button', { name: again }).click()
    await steps(figure)
    await context.close()
  },
)

test('a figure whose code did not come wakes at a press on its button', async () => {
  const { page, context } = await book.open({
    path: 'en/gradient-descent/',
    serviceWorkers: 'block',
    expected: /assets/,
  })
  await page.route(/assets\/.*\.js$/, (route) => route.fulfill({ contentType: 'text/html', body: 'Log in' }))
  const figure = page.locator('[data-figure="schedules"]')
  await figure.scrollIntoViewIfNeeded()
  const notice = page.locator('[data-island="schedules"] > .notice')
  await notice.waitFor()
  expect(await notice.innerText()).toContain('Press one of its buttons')
  await page.unroute(/assets\/.*\.js$/)
  await play(figure)
  await steps(figure)
  expect(await notice.count()).toBe(0)
  await context.close()
})

test('the other language keeps the settings, the backend and what a teacher hid, in a new tab too', async () => {
  const { page, context, faults } = await book.open({
    path: 'en/gradient-descent/?backend=wasm&hide=share#fig-schedules',
    reducedMotion: 'reduce',
  })
  const figure = await wake(page, 'schedules')
  const slider = (of: Locator): Locator => of.locator('[data-param="learningRate"]').getByRole('slider')
  const rate = slider(figure)
  await rate.focus()
  await rate.press('ArrowRight')
  const value = await rate.getAttribute('aria-valuenow')
  const coming = context.waitForEvent('page')
  await page.locator('header [data-language]').click({ modifiers: ['ControlOrMeta'] })
  for (const tab of [await coming, page]) {
    if (tab === page) await page.locator('header [data-language]').click()
    await tab.waitForURL(/\/zh\/gradient-descent\//)
    const there = await wake(tab, 'schedules')
    await expect.poll(() => slider(there).getAttribute('aria-valuenow')).toBe(value)
    expect(await there.getByRole('button', { name: '分享' }).count()).toBe(0)
    expect(await there.locator('.fig-note').count()).toBe(0)
    await play(there)
    await steps(there)
    expect(await there.getAttribute('data-backend')).toBe('wasm')
  }
  expect(faults).toEqual([])
  await context.close()
})

test('a backend that the reader chose is used in the next chapter, until the best is asked for again', async () => {
  const { page, context } = await book.open({ path: 'en/activation-functions/#fig-dead' })
  const figure = await wake(page, 'dead')
  await figure.getByText('Details').first().click()
  await figure.getByRole('combobox', { name: 'Computes on' }).selectOption('wasm')
  await page.goto(`${book.url}en/gradient-descent/#fig-schedules`)
  const next = await wake(page, 'schedules')
  await play(next)
  await steps(next)
  expect(await next.getAttribute('data-backend')).toBe('wasm')
  await next.getByText('Details').first().click()
  await next.getByRole('combobox', { name: 'Computes on' }).selectOption('')
  await page.goto(`${book.url}en/activation-functions/#fig-dead`)
  const back = await wake(page, 'dead')
  await play(back)
  await steps(back)
  expect(await back.getAttribute('data-backend')).toBe('cpu')
  await context.close()
})
