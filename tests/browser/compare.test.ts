/** Two settings of one figure side by side: one time for both, one link for both, and nothing lost on the way in or out. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { BrowserContextOptions, Locator, Page } from 'playwright'
import { useBook } from './book.ts'
import { seriousFindings } from './player/axe.ts'

const book = useBook()

const WORDS = {
  en: { play: /^Play/, pause: 'Pause', compare: 'Compare', swap: 'Swap A and B', copy: 'Make A like B' },
  zh: { play: /^播放/, pause: '暂停', compare: '比较', swap: '互换 A 与 B', copy: '让 A 等同于 B' },
} as const

interface Shown {
  readonly page: Page
  readonly figure: Locator
  readonly press: (name: string | RegExp) => Promise<void>
}

async function show(
  path = 'en/gradient-descent/',
  id = 'valley',
  options: BrowserContextOptions = {},
): Promise<Shown> {
  const { page } = await book.visit({ path, viewport: { width: 1280, height: 1100 }, ...options })
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await expect
    .poll(() => figure.evaluate((e) => Object.keys(e).some((key) => key.startsWith('__react'))), {
      timeout: 30_000,
    })
    .toBe(true)
  await page.waitForTimeout(200)
  return {
    page,
    figure,
    press: (name) => figure.getByRole('button', { name, exact: true }).first().click(),
  }
}

const stepOf = async (figure: Locator): Promise<number> => Number(await figure.getAttribute('data-step'))
const until = (figure: Locator, step: number): Promise<void> =>
  expect.poll(() => stepOf(figure), { timeout: 20_000 }).toBeGreaterThanOrEqual(step)
const sides = (figure: Locator): Locator => figure.locator('[data-side]')
/** The step, and what stands over A and over B, all of one moment. */
const moment = (figure: Locator): Promise<{ step: string; readings: string[] }> =>
  figure.evaluate((root) => ({
    step: root.querySelector('.read.step b')?.textContent ?? '',
    readings: [...root.querySelectorAll('.side-reading')].map((e) =>
      (e.textContent ?? '').replace(/^.* /, ''),
    ),
  }))
const chips = (figure: Locator): Promise<string[]> =>
  figure.locator('.side-chips').evaluateAll((all) => all.map((e) => e.textContent ?? ''))
const urlOf = (page: Page): string => new URL(page.url()).search

test('a comparison begins where the run stands; alike, both sides are alike at every moment', async () => {
  const { figure, press } = await show('en/gradient-descent/?valley.landscape=rosenbrock')
  await press(WORDS.en.play)
  await until(figure, 20)
  const before = await stepOf(figure)
  await press('Compare')
  await expect.poll(() => sides(figure).count()).toBe(2)
  for (let i = 0; i < 8; i++) {
    const { step, readings } = await moment(figure)
    expect(Number(step.split('/')[0])).toBeGreaterThanOrEqual(before)
    expect(readings[1]).toBe(readings[0])
    await figure.page().waitForTimeout(30)
  }
  expect(await figure.getAttribute('data-status')).toBe('running')
  expect(await figure.locator('.compare-row p').innerText()).toContain('still alike')
})

test('one play, pause, step, reset and scrubber move both', async () => {
  const { page, figure, press } = await show('en/gradient-descent/?valley.rule=sgd&valley.b.rule=adam')
  expect(await chips(figure)).toEqual(['Rule Plain', 'Rule Adam'])
  await figure.focus()
  for (let step = 1; step <= 4; step++) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => stepOf(figure)).toBe(step)
  }
  const four = (await moment(figure)).readings
  expect(four[0]).not.toBe(four[1])
  await press(WORDS.en.play)
  await until(figure, 40)
  await press('Pause')
  expect((await moment(figure)).readings).not.toEqual(four)
  const time = figure.getByRole('slider', { name: 'Time' })
  await time.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => stepOf(figure)).toBe(0)
  await expect.poll(async () => new Set((await moment(figure)).readings).size).toBe(1)
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => stepOf(figure)).toBe(4)
  await expect.poll(async () => (await moment(figure)).readings).toEqual(four)
  await press('Reset to the same start')
  await expect.poll(() => stepOf(figure)).toBe(0)
  await press(WORDS.en.play)
  await expect.poll(() => figure.getAttribute('data-status'), { timeout: 30_000 }).toBe('done')
  expect(await stepOf(figure)).toBe(200)
})

test('the table and the measurements hold both, step by step', async () => {
  const { page, figure, press } = await show('en/gradient-descent/?valley.others=&valley.b.rule=adam')
  await press(WORDS.en.play)
  await until(figure, 10)
  await press('Pause')
  await page.waitForTimeout(200)
  await press('Numbers')
  const heads = await figure.locator('.numbers thead th').allInnerTexts()
  expect(heads.filter((head) => /^[AB]\b/.test(head))).toEqual(['A: Loss', 'B: Loss', 'A', 'B'])
  await press('Export')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Measurements, CSV' }).click()
  const csv = await readFile(await (await downloading).path(), 'utf8')
  const [head = '', ...rows] = csv.trim().split('\n')
  expect(head).toBe('step,A.loss,B.loss')
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) expect(row).toMatch(/^\d+,[\d.e-]+,[\d.e-]+$/)
})

test('swapped, made alike, ended with either, and all of it undone', async () => {
  const { page, figure, press } = await show('en/gradient-descent/?valley.b.learningRate=0.003')
  await press(WORDS.en.play)
  await until(figure, 30)
  await press('Pause')
  await page.waitForTimeout(200)
  const before = await moment(figure)
  await press(WORDS.en.swap)
  await expect.poll(async () => (await moment(figure)).readings).toEqual([...before.readings].reverse())
  expect((await moment(figure)).step).toBe(before.step)
  await expect.poll(() => urlOf(page)).toBe('?valley.learningRate=0.003&valley.b.learningRate=0.0016')
  await press('End, keep A')
  await expect.poll(() => sides(figure).count()).toBe(0)
  await expect.poll(() => urlOf(page)).toBe('?valley.learningRate=0.003')
  await expect.poll(() => figure.locator('.read.step b').innerText()).toBe(before.step)
  expect(await figure.locator('.read.headline b').innerText()).toBe(before.readings[1])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Compare')
  await press('Undo')
  await expect.poll(() => chips(figure)).toEqual(['Rate η0.0030', 'Rate η0.0016'])
  await press(WORDS.en.copy)
  await expect.poll(() => chips(figure)).toEqual([])
  await press('End, keep B')
  await expect.poll(() => urlOf(page)).toBe('')
})

describe('a link', () => {
  test.each(['en', 'zh'] as const)(
    'opens both settings, and tells what it can’t use (%s)',
    async (locale) => {
      const query = '?valley.b.learningRate=99&valley.b.rule=nosuch&valley.b.nosuch=1&valley.b.momentum=0.5'
      const { page, figure } = await show(`${locale}/gradient-descent/${query}&hide=seed,sede#fig-valley`)
      await expect.poll(() => sides(figure).count()).toBe(2)
      const note = await figure.locator('.fig-note').innerText()
      for (const word of ['“99”', '“nosuch”', '“b.nosuch”', '“sede”']) expect(note).toContain(word)
      expect(note).toContain(locale === 'en' ? 'B · Learning rate' : 'B · 学习率')
      expect(note).not.toContain('“seed”')
      const said = await chips(figure)
      expect(said).toHaveLength(2)
      expect(said[1]).toContain('0.50')
      await expect.poll(() => urlOf(page)).toContain('valley.b.momentum=0.5')
      await page.reload()
      await expect.poll(() => chips(figure), { timeout: 30_000 }).toEqual(said)
    },
  )

  test('is kept by the way back, too', async () => {
    const { page, figure, press } = await show()
    await press('Compare')
    await expect.poll(() => urlOf(page)).toContain('valley.b.')
    await page.goto(`${book.url}en/`)
    await page.goBack()
    await expect.poll(() => sides(figure).count(), { timeout: 30_000 }).toBe(2)
  })
})

test('what was held for the second run is given back at the end', { timeout: 180_000 }, async () => {
  const { page, figure, press } = await show('en/activation-functions/', 'dead')
  const tensors = async (): Promise<number> => {
    await page.waitForTimeout(400)
    const text = await figure.locator('.fig-state .disclosure').innerText()
    return Number(/(\d[\d  ]*) tensors/.exec(text)?.[1]?.replace(/\D/g, ''))
  }
  await figure.locator('.fig-state summary').click()
  await press('One step')
  await until(figure, 1)
  const alone = await tensors()
  expect(alone).toBeGreaterThan(0)
  await press('Compare')
  await expect.poll(tensors, { timeout: 20_000 }).toBe(2 * alone)
  expect(await stepOf(figure)).toBe(1)
  await press('End, keep B')
  await expect.poll(tensors, { timeout: 20_000 }).toBe(alone)
  await press('One step')
  await until(figure, 2)
})

test('another backend takes both along', { timeout: 180_000 }, async () => {
  const { page, figure, press } = await show('en/activation-functions/?dead.b.learningRate=0.02', 'dead')
  await press('One step')
  await until(figure, 1)
  await figure.locator('.fig-state summary').click()
  await figure.locator('.device select').selectOption('wasm')
  await expect.poll(() => figure.getAttribute('data-backend'), { timeout: 60_000 }).toBe('wasm')
  await expect.poll(() => stepOf(figure), { timeout: 30_000 }).toBe(1)
  expect(await sides(figure).count()).toBe(2)
  await press('One step')
  await until(figure, 2)
  await page.waitForTimeout(100)
  expect((await moment(figure)).readings.every((reading) => /\d/.test(reading))).toBe(true)
})

test('one side may come to grief: it is named, and the other goes on', async () => {
  const { figure, press } = await show('en/gradient-descent/?valley.b.learningRate=3')
  await press(WORDS.en.play)
  await expect.poll(() => figure.locator('.fig-note').allInnerTexts(), { timeout: 30_000 }).not.toEqual([])
  expect(await figure.locator('.fig-note').innerText()).toMatch(/Run “B\b/)
  const at = await stepOf(figure)
  await until(figure, at + 5)
})

describe('without a mouse', () => {
  test('C begins and ends, X swaps, and the list of keys says so', async () => {
    const { page, figure } = await show('en/gradient-descent/?valley.b.rule=adam')
    await figure.focus()
    await page.keyboard.press('x')
    await expect.poll(() => chips(figure)).toEqual(['Rule Adam', 'Rule Momentum'])
    await page.keyboard.press('c')
    await expect.poll(() => sides(figure).count()).toBe(0)
    await page.keyboard.press('c')
    await expect.poll(() => sides(figure).count()).toBe(2)
    await page.keyboard.press('?')
    const keys = await page.getByRole('dialog', { name: 'Keyboard' }).innerText()
    expect(keys).toContain('compare two settings, or end it')
    expect(keys).toContain('swap A and B')
  })

  test('an audience sees both, in letters that it can read', async () => {
    const { page, figure } = await show('en/gradient-descent/?valley.b.rule=adam', 'valley', {
      viewport: { width: 1024, height: 768 },
    })
    await figure.focus()
    await page.keyboard.press('f')
    await expect.poll(() => figure.getAttribute('role')).toBe('dialog')
    await page.waitForTimeout(300)
    const boxes = await sides(figure).evaluateAll((all) =>
      all.map((e) => {
        const { top, bottom, left, right } = e.getBoundingClientRect()
        return { top, bottom, left, right }
      }),
    )
    expect(boxes[0]?.top).toBe(boxes[1]?.top)
    expect(boxes[0]?.right ?? Infinity).toBeLessThan(boxes[1]?.left ?? 0)
    for (const { bottom } of boxes) expect(bottom).toBeLessThanOrEqual(768)
    const small = await figure.evaluate((root) =>
      [...root.querySelectorAll('.side-head *, .fig-stage text')]
        .filter((e) => e.textContent !== '' && Number.parseFloat(getComputedStyle(e).fontSize) < 21.9)
        .filter((e) => (e as HTMLElement).offsetParent !== null || e instanceof SVGElement)
        .map((e) => `${e.textContent ?? ''} ${getComputedStyle(e).fontSize}`),
    )
    expect(small).toEqual([])
  })

  test('what is heard says which is which', async () => {
    const { figure, press } = await show('en/gradient-descent/?valley.b.rule=adam')
    await press('In words')
    expect(await figure.locator('.fig-words').innerText()).toMatch(/^A: .+ B: /s)
    expect(await figure.getByRole('group', { name: 'Setting A' }).count()).toBe(1)
  })
})

describe('looks', () => {
  test.each([
    ['en', 390, 'light'],
    ['zh', 390, 'dark'],
    ['zh', 1280, 'light'],
    ['en', 1920, 'dark'],
  ] as const)('no serious finding, nothing beyond the edge (%s, %i px, %s)', async (locale, width, theme) => {
    const { page, figure, press } = await show(
      `${locale}/gradient-descent/?valley.b.learningRate=0.003#fig-valley`,
      'valley',
      { viewport: { width, height: 900 }, colorScheme: theme },
    )
    await press(WORDS[locale].play)
    await until(figure, 10)
    await press(WORDS[locale].pause)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    const [a, b] = await sides(figure).evaluateAll((all) => all.map((e) => e.getBoundingClientRect().top))
    if (width < 768) expect(b).toBeGreaterThan(a ?? Infinity)
    else expect(b).toBe(a)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('charts of both take one domain', async () => {
    const { figure, press } = await show('en/activation-functions/?race.b.learningRate=0.5', 'race')
    await press(WORDS.en.play)
    await until(figure, 60)
    await press('Pause')
    await figure.page().waitForTimeout(500)
    const ticks = await sides(figure).evaluateAll((all) =>
      all.map((side) =>
        [...side.querySelectorAll('.plot:has(.reader) text:not(.lab, .halo)')]
          .map((e) => `${e.textContent ?? ''}@${e.getAttribute('y') ?? ''}`)
          .join(' '),
      ),
    )
    expect(ticks[0]).toMatch(/\d@/)
    expect(ticks[1]).toBe(ticks[0])
  })
})

test('a figure without a run is compared, too; what has nothing to set offers nothing', async () => {
  const { figure, press } = await show('en/activation-functions/', 'explorer')
  await press('Compare')
  await figure.getByRole('slider', { name: 'Input', exact: true }).focus()
  await figure.page().keyboard.press('ArrowLeft')
  await expect.poll(() => chips(figure)).toEqual(['Input x1.0', 'Input x0.9'])
  expect(await figure.getAttribute('data-status')).toBe('still')
})

test.each(['valley', 'ravine'])('a link to two settings of %s opens without a jump', async (id) => {
  const { page } = await book.visit({
    path: `en/gradient-descent/?${id}.b.learningRate=0.003#fig-${id}`,
    early: () => {
      const seen = { shift: 0 }
      Object.assign(window, { jumped: seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    },
  })
  const figure = page.locator(`[data-figure="${id}"]`)
  await expect.poll(() => sides(figure).count(), { timeout: 30_000 }).toBe(2)
  await expect.poll(() => figure.evaluate((e) => getComputedStyle(e).visibility)).toBe('visible')
  await page.waitForTimeout(500)
  const shift = await page.evaluate(() => (window as unknown as { jumped: { shift: number } }).jumped.shift)
  expect(shift).toBeLessThan(0.02)
})

test('a teacher’s link can take it away', async () => {
  const { page, figure } = await show('en/gradient-descent/?hide=compare')
  expect(await figure.getByRole('button', { name: 'Compare' }).count()).toBe(0)
  await figure.focus()
  await page.keyboard.press('c')
  await page.waitForTimeout(200)
  expect(await sides(figure).count()).toBe(0)
  expect(await figure.locator('.fig-note').count()).toBe(0)
})
