import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { launch, open, serve, type Served } from './harness.ts'

let folder: string
let site: Served
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'))
  await cp(process.env['BOOK'] ?? 'dist', folder, { recursive: true })
  site = await serve(folder)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await rm(folder, { recursive: true })
})

/** Until everything is stored and this very page is under the worker's care. */
const cared = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
    timeout: 60_000,
  })

async function plays(page: Page, id: string): Promise<void> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await figure.getByRole('button', { name: /^Play/ }).click()
  await expect
    .poll(async () => Number(await figure.getAttribute('data-step')), { timeout: 30_000 })
    .toBeGreaterThan(2)
}

/** What a publisher does: other hashed names, the old files gone, another worker. */
async function publishAnotherEdition(): Promise<void> {
  const assets = join(folder, 'assets')
  const names = (await readdir(assets)).filter((name) => /\.js$/.test(name))
  const renamed = (text: string): string =>
    names.reduce((all, name) => all.replaceAll(name, name.replace(/\.js$/, 'x.js')), text)
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(js|html)$/.test(file.name)) continue
    const path = join(file.parentPath, file.name)
    const text = renamed(await readFile(path, 'utf8'))
    await writeFile(path, file.name === 'sw.js' ? text.replace(/"version\\?":\\?"/, '$&x') : text)
    if (names.includes(file.name)) await rename(path, join(assets, renamed(file.name)))
  }
}

test('the first visit is a visit: without a line its own tab goes on, and an address that leads nowhere is told', async () => {
  const { page, context } = await open(browser, site.url, { path: 'en/gradient-descent/' })
  await cared(page)
  await context.setOffline(true)
  await plays(page, 'schedules')
  await page.goto(`${site.url}en/about`)
  expect(page.url()).toBe(`${site.url}en/about/`)
  await page.goto(`${site.url}en/nowhere/`)
  expect(await page.locator('body').innerText()).toContain('This page does not exist.')
  await context.close()
})

test('a new edition leaves a reader of the old one in peace, and takes over when all tabs are closed', async () => {
  const { page: old, context, faults } = await open(browser, site.url, { path: 'en/gradient-descent/' })
  await cared(old)
  await publishAnotherEdition()
  const next = await context.newPage()
  await next.goto(`${site.url}en/activation-functions/`)
  await plays(next, 'dead')
  // A browser looks for another edition when it finds time after a visit; here it is asked to look now.
  await next.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await next.waitForFunction(async () => {
    const waiting = (await navigator.serviceWorker.getRegistration())?.waiting
    return waiting !== null && waiting !== undefined
  })
  await plays(old, 'schedules')
  expect(faults).toEqual([])
  const stored = (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((key) => key.endsWith(' assets'))
      return (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').pop() ?? '')
    })
  expect((await stored(next)).filter((name) => /^wake-/.test(name))).toHaveLength(2)
  await old.close()
  await next.goto('about:blank')
  await expect
    .poll(
      async () => {
        await next.goto(`${site.url}en/about/`)
        return (await stored(next)).filter((name) => /^wake-/.test(name)).length
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await next.goto(`${site.url}en/gradient-descent/`)
  await plays(next, 'valley')
  await context.close()
})
