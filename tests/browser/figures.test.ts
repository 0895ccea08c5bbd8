import { describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { CHAPTERS, figuresOf, LOCALES } from './bookPages.ts'
import { useBook } from './book.ts'

/** One training figure of each chapter that goes through tensors. */
const TRAINING = [
  { path: 'activation-functions/', figure: 'race' },
  { path: 'gradient-descent/', figure: 'schedules' },
] as const

const book = useBook()

/** Warming up may take a while on a busy machine. */
const PATIENT = { timeout: 60_000, interval: 50 }

const figureOf = (page: Page, id: string): Locator => page.locator(`[data-figure="${id}"]`)
const play = (figure: Locator): Locator => figure.getByRole('button', { name: /^(Play|播放)/ })
const pause = (figure: Locator): Locator => figure.getByRole('button', { name: /^(Pause|暂停)/ })
const stepOf = async (figure: Locator): Promise<number> => Number(await figure.getAttribute('data-step'))

async function wake(page: Page, id: string): Promise<Locator> {
  const figure = figureOf(page, id)
  await figure.scrollIntoViewIfNeeded()
  await play(figure).or(figure.locator('[data-status="still"]')).first().waitFor()
  await page.waitForTimeout(300)
  return figure
}

/** Waits until the live run has come so far. */
async function untilStep(figure: Locator, step: number, timeout = 60_000): Promise<void> {
  await expect.poll(() => stepOf(figure), { timeout, interval: 100 }).toBeGreaterThanOrEqual(step)
}

/** The headline metric beside the scrubber, as a number. */
async function reading(figure: Locator): Promise<number> {
  const text = await figure.locator('.tr-read .read').nth(1).locator('b').innerText()
  return parseReading(text)
}
function parseReading(text: string): number {
  const plain = text.replace(/[\u2009\s]/g, '').replace('−', '-')
  const power = /^(?:(-?[\d.]+)×)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(plain)
  if (!power) return Number(plain)
  const exponent = [...(power[2] ?? '')]
    .map((c) => (c === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))))
    .join('')
  return Number(power[1] ?? 1) * 10 ** Number(exponent)
}

/** Each chapter in one language, the languages by turns. */
const READINGS = CHAPTERS.map((slug, i) => ({ slug, locale: LOCALES[i % 2] ?? 'en' }))

describe.each(READINGS)('every figure of $locale/$slug', ({ slug, locale }) => {
  test('plays: steps are taken, and nothing fails', async () => {
    const { page, context, faults } = await book.open({ path: `${locale}/${slug}/` })
    const ids = await page
      .locator('[data-figure]')
      .evaluateAll((all) => all.map((f) => (f as HTMLElement).dataset['figure'] ?? ''))
    expect(ids.length).toBeGreaterThanOrEqual(3)
    expect(ids).toEqual(figuresOf(slug))
    for (const id of ids) {
      const figure = figureOf(page, id)
      await figure.scrollIntoViewIfNeeded()
      await page.waitForTimeout(400)
      if ((await figure.getAttribute('data-status')) === 'still') continue
      await play(figure).click()
      await untilStep(figure, 2)
      await figure
        .getByRole('button', { name: /^(Reset|重置|复位|回到)/ })
        .first()
        .click()
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

describe.each(TRAINING)('$figure', ({ path, figure: id }) => {
  test('play makes the loss fall', async () => {
    const { page, context, faults } = await book.open({ path: `en/${path}` })
    const figure = await wake(page, id)
    await figure
      .getByRole('button', { name: /^One step|^Step/ })
      .first()
      .click()
    await expect.poll(() => stepOf(figure), PATIENT).toBe(1)
    const early = await reading(figure)
    await play(figure).click()
    await untilStep(figure, 250)
    await pause(figure).click()
    expect(await reading(figure)).toBeLessThan(early)
    expect(faults).toEqual([])
    await context.close()
  })

  test('two plays, a reset in mid-run, leaving and coming back: one run, the same start', async () => {
    const { page, context, faults } = await book.open({ path: `en/${path}` })
    const figure = await wake(page, id)
    await play(figure).dblclick()
    if (await play(figure).isVisible()) await play(figure).click()
    await untilStep(figure, 20)
    await figure
      .getByRole('button', { name: /^Reset/ })
      .first()
      .click()
    await expect.poll(() => figure.getAttribute('data-status'), PATIENT).not.toBe('problem')
    if (await pause(figure).isVisible()) await pause(figure).click()
    await figure
      .getByRole('button', { name: /^Reset/ })
      .first()
      .click()
    await expect.poll(() => stepOf(figure), PATIENT).toBe(0)
    await figure
      .getByRole('button', { name: /^One step|^Step/ })
      .first()
      .click()
    await expect.poll(() => stepOf(figure), PATIENT).toBe(1)
    await page.goto(`${book.url}en/about/`)
    await page.goBack()
    const again = await wake(page, id)
    await play(again).click()
    await untilStep(again, 5)
    expect(faults).toEqual([])
    await context.close()
  })

  test('scrubbing back shows the same numbers as before', async () => {
    const { page, context } = await book.open({ path: `en/${path}` })
    const figure = await wake(page, id)
    const oneStep = figure.getByRole('button', { name: /^One step|^Step/ }).first()
    await oneStep.click()
    await expect.poll(() => stepOf(figure), PATIENT).toBe(1)
    for (let step = 2; step <= 12; step++) {
      await oneStep.click()
      await expect.poll(() => stepOf(figure), PATIENT).toBe(step)
    }
    const there = await reading(figure)
    const picture = await figure.locator('.fig-stage').innerHTML()
    await play(figure).click()
    await untilStep(figure, 80)
    await pause(figure).click()
    const scrubber = figure.getByRole('slider', { name: /time/i })
    await scrubber.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => stepOf(figure), PATIENT).toBe(0)
    for (let step = 1; step <= 12; step++) {
      await oneStep.click()
      await expect.poll(() => stepOf(figure), PATIENT).toBe(step)
    }
    expect(await reading(figure)).toBe(there)
    const strip = (html: string): string => html.replace(/id="[^"]*"|url\([^)]*\)/g, '')
    expect(strip(await figure.locator('.fig-stage').innerHTML())).toBe(strip(picture))
    await context.close()
  })

  test('a share link gives the same figure', async () => {
    const { page, context } = await book.open({ path: `en/${path}?${id}.seed=42` })
    const figure = await wake(page, id)
    await figure.getByRole('button', { name: 'Share' }).click()
    const link = await page.getByRole('dialog').locator('input, textarea, output').first().inputValue()
    expect(link).toContain(`${id}.seed=42`)
    expect(link).toContain(`#fig-${id}`)
    const other = await book.open({ path: link.replace(book.url, '') })
    await wake(other.page, id)
    expect(await figureOf(other.page, id).innerText()).toContain('42')
    expect(other.faults).toEqual([])
    await other.context.close()
    await context.close()
  })

  test.each(['cpu', 'wasm', 'webgl', 'webgpu'])(
    'runs on %s when the address forces it',
    { timeout: 240_000 },
    async (backend) => {
      const { page, context, faults } = await book.open({
        path: `en/${path}?backend=${backend}`,
      })
      const figure = await wake(page, id)
      await play(figure).click()
      await untilStep(figure, 3, 200_000)
      expect(await figure.getAttribute('data-backend')).toBe(backend)
      expect(['running', 'paused', 'done']).toContain(await figure.getAttribute('data-status'))
      expect(faults).toEqual([])
      await context.close()
    },
  )
})

test('hostile addresses are reported in the reader’s language, and the figure works on', async () => {
  const junk =
    'valley.learningRate=1e9&valley.rule=%00<script>&valley.nonsense=1&valley.start=NaN,;&backend=quantum&__proto__.x=1'
  for (const [locale, words] of [
    ['en', /Learning rate: “1e9” is out of range[^]*no setting called “nonsense”[^]*backend=quantum/],
    ['zh', /学习率：“1e9”超出范围[^]*没有名为“nonsense”的设置[^]*backend=quantum/],
  ] as const) {
    const { page, context, faults } = await book.open({
      path: `${locale}/gradient-descent/?${junk}`,
    })
    const figure = await wake(page, 'valley')
    expect(await figure.locator('.fig-note').innerText()).toMatch(words)
    await play(figure).click()
    await untilStep(figure, 3)
    expect(faults).toEqual([])
    await context.close()
  }
})

test('storage, workers and WebGPU may all be missing: a clear message, and the page works on', async () => {
  const { page, context, faults } = await book.open({ path: 'en/about/' })
  await page.addInitScript(() => {
    const blocked = (): never => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'Worker', { value: blocked })
    Object.defineProperty(window, 'localStorage', { get: blocked })
    Object.defineProperty(window, 'sessionStorage', { get: blocked })
    Object.defineProperty(navigator, 'gpu', { value: undefined })
    Object.defineProperty(navigator, 'serviceWorker', { get: blocked })
  })
  await page.goto(`${book.url}en/gradient-descent/`)
  const figure = await wake(page, 'valley')
  await play(figure).click()
  await expect.poll(() => figure.getAttribute('data-status'), PATIENT).toBe('problem')
  expect(await figure.innerText()).toMatch(/worker/i)
  await page.locator('button[popovertarget="settings"]').click()
  expect(await page.locator('#settings').isVisible()).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})
