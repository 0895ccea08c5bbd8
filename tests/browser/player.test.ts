/** The player by itself: real controls, real sessions (in the page), a widget that anyone can check by hand. */
import react from '@vitejs/plugin-react'
import { seriousFindings } from './player/axe.ts'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launch, open, type Watched } from './harness.ts'

let server: ViteDevServer
let browser: Browser
let address: string
let watched: Watched | undefined
beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/vite-player',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { include: ['react', 'react-dom/client', 'nanostores', 'd3-contour'] },
    plugins: [react()],
  })
  await server.listen()
  const bound = server.httpServer?.address()
  if (bound === null || bound === undefined || typeof bound === 'string') throw new Error('no port')
  address = `http://127.0.0.1:${bound.port}/tests/browser/player/index.html`
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
afterEach(async () => {
  await watched?.context.close()
  watched = undefined
})

async function show(
  query = '',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; figure: Locator }> {
  watched = await open(browser, address, { ...options, path: `?widget=sink${query}` })
  const { page } = watched
  const figure = page.locator('[data-figure="sink"]')
  await figure.waitFor({ timeout: 60_000 })
  return { page, figure }
}
const status = (figure: Locator): Promise<string | null> => figure.getAttribute('data-status')
const stepOf = async (figure: Locator): Promise<number> => Number(await figure.getAttribute('data-step'))
const loss = (figure: Locator): Promise<string> => figure.locator('.read.headline b').innerText()
const button = (figure: Locator, name: string | RegExp): Locator => figure.getByRole('button', { name })
const until = (figure: Locator, step: number): Promise<void> =>
  expect.poll(() => stepOf(figure), { timeout: 20_000 }).toBeGreaterThanOrEqual(step)
/** Steps by keys, so that the number of steps is known. */
async function steps(figure: Locator, count: number): Promise<void> {
  const from = await stepOf(figure)
  await figure.focus()
  for (let i = 1; i <= count; i++) {
    await figure.press('ArrowRight')
    await expect.poll(() => stepOf(figure)).toBe(from + i)
  }
}

test('before the first touch nothing runs; play runs, pause holds, the end is the end', async () => {
  const { figure } = await show()
  expect(await status(figure)).toBe('idle')
  expect(await stepOf(figure)).toBe(0)
  await button(figure, /^Play/).click()
  await until(figure, 5)
  expect(await status(figure)).toBe('running')
  await button(figure, 'Pause').click()
  expect(await status(figure)).toBe('paused')
  // What was on its way when the button was pressed still comes.
  await figure.page().waitForTimeout(200)
  const at = await stepOf(figure)
  await figure.page().waitForTimeout(300)
  expect(await stepOf(figure)).toBe(at)
  await button(figure, /^Play/).click()
  await expect.poll(() => status(figure), { timeout: 20_000 }).toBe('done')
  expect(await stepOf(figure)).toBe(120)
  await button(figure, /^Play/).click()
  await expect.poll(() => stepOf(figure)).toBeLessThan(100)
  expect(watched?.faults).toEqual([])
})

test('numbers are those of w ← w − η·w, also after going back in time', async () => {
  const { figure } = await show()
  await steps(figure, 3)
  expect(Number(await loss(figure))).toBeCloseTo((4 * 0.9 ** 3) ** 2, 2)
  await steps(figure, 4)
  const scrubber = figure.getByRole('slider', { name: 'Time' })
  await scrubber.focus()
  await scrubber.press('Home')
  await expect.poll(() => stepOf(figure)).toBe(0)
  await steps(figure, 3)
  expect(Number(await loss(figure))).toBeCloseTo((4 * 0.9 ** 3) ** 2, 2)
})

test('dragging the curve travels: the nearest picture at once, the exact one on release', async () => {
  const { page, figure } = await show()
  await button(figure, /^Play/).click()
  await until(figure, 60)
  const box = await figure.getByRole('slider', { name: 'Time' }).boundingBox()
  if (!box) throw new Error('no scrubber')
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2, { steps: 5 })
  expect(await status(figure)).toBe('paused')
  await page.mouse.up()
  await expect.poll(() => stepOf(figure)).toBeLessThan(35)
  const step = await stepOf(figure)
  expect(Number(await loss(figure))).toBeCloseTo((4 * 0.9 ** step) ** 2, 2)
})

test('live values are set during the run, others begin a new one, and both are undone', async () => {
  const { figure } = await show()
  await steps(figure, 2)
  const rate = figure.getByRole('slider', { name: 'Learning rate' })
  await rate.focus()
  await rate.press('End')
  await steps(figure, 1)
  expect(await stepOf(figure)).toBe(3)
  expect(Number(await loss(figure))).toBeCloseTo((4 * 0.9 ** 2 * -9) ** 2, -1)
  await figure.getByRole('radio', { name: 'Adam' }).check({ force: true })
  await expect.poll(() => stepOf(figure)).toBe(0)
  await figure.focus()
  await figure.press('Control+z')
  await expect.poll(() => figure.getByRole('radio', { name: 'Plain' }).isChecked()).toBe(true)
  await figure.press('u')
  expect(await rate.getAttribute('aria-valuetext')).toBe('0.10')
})

test('what the reader’s hand did to a run is undone too', async () => {
  const { figure } = await show()
  await steps(figure, 5)
  const before = await loss(figure)
  await button(figure, 'Put it at 4').click()
  await steps(figure, 1)
  expect(Number(await loss(figure))).toBeCloseTo(3.6 ** 2, 1)
  await figure.press('Control+z')
  await expect.poll(() => loss(figure)).not.toBe('13.0')
  await figure.press('ArrowLeft')
  await expect.poll(() => loss(figure)).toBe(before)
})

test('the address holds what differs, reloads to the same figure, and a link carries it', async () => {
  const { page, figure } = await show('&sink.layers=3,3&sink.note=%E4%BD%A0')
  const rate = figure.getByRole('slider', { name: 'Learning rate' })
  await rate.focus()
  await rate.press('ArrowRight')
  await expect.poll(() => page.url()).toContain('sink.rate=0.11')
  await page.reload()
  await figure.waitFor()
  expect(await rate.getAttribute('aria-valuetext')).toBe('0.11')
  await button(figure, 'Share').click()
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue()
  expect(link).toMatch(/#fig-sink$/)
  await page.keyboard.press('Escape')
  const other = await open(browser, link)
  const copy = other.page.locator('[data-figure="sink"]')
  await copy.waitFor()
  await expect
    .poll(() => copy.getByRole('slider', { name: 'Learning rate' }).getAttribute('aria-valuetext'))
    .toBe('0.11')
  expect(await copy.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('你')
  await other.context.close()
})

test('what is too large for a link survives a reload, and sharing says so', async () => {
  const { page, figure } = await show()
  const note = figure.getByRole('textbox', { name: 'Note' })
  await note.fill('x'.repeat(5000))
  await note.press('Enter')
  await button(figure, 'Share').click()
  expect(await page.getByRole('dialog').innerText()).toContain('Too large for a link')
  await page.waitForTimeout(500)
  expect(page.url().length).toBeLessThan(500)
  await page.reload()
  await figure.waitFor()
  await expect.poll(() => note.inputValue()).toBe('x'.repeat(5000))
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await note.fill('y'.repeat(5000))
  await note.press('Enter')
  const warning = figure.locator('.fig-note')
  await expect.poll(() => warning.innerText()).toContain('Note will be lost when you leave')
  await warning.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => warning.count()).toBe(0)
})

test('hostile addresses are told in words, and told away', async () => {
  for (const [lang, words] of [
    ['en', 'Learning rate: “1e9” is out of range (0.001 to 10), so 10 is used.'],
    ['zh', '学习率：“1e9”超出范围（0.001 至 10），改用 10。'],
  ] as const) {
    const { figure } = await show(
      `&lang=${lang}&sink.rate=1e9&sink.units=%00&sink.x=1&backend=quantum&sink.dots=;;;&sank.rate=1`,
    )
    const note = figure.locator('.fig-note')
    await note.waitFor()
    expect(await note.innerText()).toContain(words)
    expect(await note.innerText()).toContain('quantum')
    expect(await note.innerText()).toContain('“sank.rate”')
    await note.getByRole('button').click()
    await expect.poll(() => note.count()).toBe(0)
    await watched?.context.close()
  }
})

test('a run that comes to no number stops in words, keeps its picture, and can go back', async () => {
  const { figure } = await show()
  await steps(figure, 4)
  await button(figure, 'Put it at infinity').click()
  await expect.poll(() => status(figure)).toBe('problem')
  const panel = figure.getByRole('alert')
  expect(await panel.innerText()).toMatch(/Diverged at step \d+/)
  expect(await panel.innerText()).toContain('the weight')
  expect(await figure.locator('.fig-stage svg').count()).toBeGreaterThan(0)
  await figure.focus()
  await figure.press('ArrowLeft')
  await expect.poll(() => stepOf(figure)).toBe(3)
  expect(await status(figure)).toBe('paused')
  expect(await figure.getByRole('alert').count()).toBe(0)
  await steps(figure, 1)
  await expect.poll(() => status(figure)).toBe('problem')
  await panel.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => status(figure)).toBe('paused')
  expect(await stepOf(figure)).toBe(0)
})

test('out of sight it waits, back in sight it goes on', async () => {
  const { page, figure } = await show()
  await button(figure, /^Play/).click()
  await until(figure, 3)
  await page.evaluate(() => {
    document.body.style.minHeight = '9000px'
    scrollTo({ top: 6000, behavior: 'instant' })
  })
  await page.waitForTimeout(300)
  const at = await stepOf(figure)
  await page.waitForTimeout(500)
  expect((await stepOf(figure)) - at).toBeLessThan(3)
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await until(figure, at + 5)
})

test('presenting: alone on the screen, by keys, and back where one was', async () => {
  const { page, figure } = await show(',valley')
  await figure.focus()
  await page.keyboard.press('f')
  await expect.poll(() => figure.getAttribute('role')).toBe('dialog')
  const box = await figure.boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0 })
  await page.keyboard.press(' ')
  await until(figure, 3)
  await page.keyboard.press(' ')
  expect(await status(figure)).toBe('paused')
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-figure]')?.id ?? 'body')).toMatch(
      /fig-sink|body/,
    )
  }
  await figure.focus()
  await page.keyboard.press('PageDown')
  const next = page.locator('[data-figure="valley"]')
  await expect.poll(() => next.getAttribute('role')).toBe('dialog')
  expect(await figure.getAttribute('role')).toBeNull()
  await page.keyboard.press('Escape')
  await expect.poll(() => next.getAttribute('role')).toBeNull()
})

test('keys stay with the field that has the focus', async () => {
  const { page, figure } = await show()
  const note = figure.getByRole('textbox', { name: 'Note' })
  await note.focus()
  await page.keyboard.type('r f s n ? ')
  expect(await note.inputValue()).toContain('r f s n ?')
  expect(await status(figure)).toBe('idle')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a teacher’s link hides what it names', async () => {
  const { figure } = await show('&hide=seed,units,share,speed')
  await expect.poll(() => figure.locator('[data-param="seed"]').count()).toBe(0)
  expect(await figure.locator('[data-param="units"]').count()).toBe(0)
  expect(await figure.locator('[data-param="rate"]').count()).toBe(1)
  expect(await button(figure, 'Share').count()).toBe(0)
  expect(await figure.getByRole('combobox', { name: 'Speed' }).count()).toBe(0)
})

/** Exports the picture, as text of its bytes. */
async function pngOf(page: Page, figure: Locator): Promise<string> {
  await button(figure, 'Export').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: /PNG/ }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer)
  await page.keyboard.press('Escape')
  return Buffer.concat(chunks).toString('latin1')
}

test('the picture and the numbers leave as files', async () => {
  const { page, figure } = await show()
  await steps(figure, 2)
  const files: Record<string, string> = {}
  for (const [name, kind] of [
    [/PNG/, 'png'],
    [/SVG/, 'svg'],
    [/CSV/, 'csv'],
  ] as const) {
    await button(figure, 'Export').click()
    const coming = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe(`sink-2.${kind}`)
    const chunks: Buffer[] = []
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
    files[kind] = Buffer.concat(chunks).toString(kind === 'png' ? 'latin1' : 'utf8')
    await page.keyboard.press('Escape')
  }
  expect(files['png']?.slice(1, 4)).toBe('PNG')
  // The first picture of a page is drawn with all its words: the fonts in it were waited for.
  expect(await pngOf(page, figure)).toBe(files['png'])
  expect(files['svg']).toMatch(/^<svg/)
  expect(files['svg']).not.toContain('var(--')
  expect(files['csv']?.split('\n')[0]).toBe('step,loss,test')
  expect(files['csv']?.split('\n')).toHaveLength(5)
})

test('the numbers stand in a table, the picture in words', async () => {
  const { figure } = await show()
  await steps(figure, 2)
  await figure.press('t')
  expect(await figure.getByRole('table').first().innerText()).toMatch(/Training loss/)
  await figure.press('d')
  expect(await figure.locator('.fig-words').innerText()).toBe('After 2 steps the weight is 3.24.')
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('no serious finding of axe, no sideways scroll (%s, %i)', async (theme, width) => {
  const { page, figure } = await show(`&theme=${theme}&lang=zh`, { viewport: { width, height: 844 } })
  await steps(figure, 3)
  await figure.press('t')
  expect(await seriousFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})
