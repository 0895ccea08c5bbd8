/** The sources as `npm run dev` serves them: figures that go through tensors train, and saving a text shows it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Browser } from 'playwright'
import { launch, open } from './harness.ts'

const PATIENT = { timeout: 90_000, interval: 100 }

let url: string
let vite: ChildProcess
let browser: Browser
beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}/`
  const { VITEST: _, ...env } = process.env
  const options = ['--host', '127.0.0.1', '--port', String(port), '--strictPort', '--logLevel', 'error']
  vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...options], { env, stdio: 'inherit' })
  ;[browser] = await Promise.all([launch(), vi.waitFor(() => fetch(url), PATIENT)])
})
afterAll(async () => {
  await browser.close()
  vite.kill()
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

test('a figure trains through tensors, without a reload; saving the text reloads the page', async () => {
  const { page, faults } = await open(browser, url, { path: 'en/', reducedMotion: 'reduce' })
  const isNew = (): Promise<boolean> =>
    page.evaluate(() => !('seen' in window)).catch(() => false /* between two pages */)
  await page.evaluate(() => Object.assign(window, { seen: true }))
  const figure = page.locator('[data-figure="spirals"]')
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect.poll(async () => Number(await figure.getAttribute('data-step')), PATIENT).toBeGreaterThan(3)
  expect(await isNew()).toBe(false)
  expect(faults).toEqual([])

  const now = new Date()
  utimesSync('chapters/gradient-descent/en.mdx', now, now)
  await expect.poll(isNew, PATIENT).toBe(true)
})
