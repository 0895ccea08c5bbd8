/** A chapter without a mouse: where the Tab key stops, that one sees it, and what the keys do there. */
import { describe, expect, test } from 'vitest'
import type { BrowserContextOptions, Locator, Page } from 'playwright'
import { useBook } from './book.ts'

const book = useBook()

async function chapter(options: BrowserContextOptions = {}, path = 'en/gradient-descent/'): Promise<Page> {
  const { page } = await book.visit({ path, reducedMotion: 'reduce', ...options })
  return page
}
/** A figure that has woken: React holds its element, and its effects have run. */
async function figureOf(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await awake(figure)
  return figure
}
async function awake(figure: Locator): Promise<void> {
  await expect
    .poll(() => figure.evaluate((e) => Object.keys(e).some((key) => key.startsWith('__react'))), {
      timeout: 30_000,
    })
    .toBe(true)
  await figure.page().waitForTimeout(300)
}
/** Name of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'body'
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null
    return (
      element.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      element.textContent ??
      ''
    ).trim()
  })
const stepOf = async (figure: Locator): Promise<number> => Number(await figure.getAttribute('data-step'))
const ringOf = (figure: Locator): Locator => figure.getByRole('slider', { name: 'Start of the descent' })

test('the Tab key goes through a figure from its head to its keys, and every stop is seen', async () => {
  const page = await chapter({ viewport: { width: 1280, height: 1400 } })
  const figure = await figureOf(page, 'valley')
  await figure.getByRole('button', { name: 'Compare' }).focus()
  const stops: string[] = []
  const unseen: string[] = []
  for (let i = 0; i < 40; i++) {
    const name = await focused(page)
    stops.push(name)
    // Whatever shows the focus differs from the same place without it.
    const box = await page.evaluate(() => {
      const element = document.activeElement?.closest('.slider, .switch-row, label') ?? document.activeElement
      const { x, y, width, height } = element?.getBoundingClientRect() ?? { x: 0, y: 0, width: 1, height: 1 }
      return { x: x - 10, y: y - 10, width: width + 20, height: height + 20 }
    })
    const clip = { ...box, x: Math.max(0, box.x), y: Math.max(0, box.y) }
    const withFocus = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      element?.setAttribute('data-was', '')
      element?.blur()
    })
    const without = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    if (withFocus.equals(without)) unseen.push(name)
    if (name === 'Keyboard shortcuts') break
    await page.evaluate(() => {
      const element = document.querySelector<HTMLElement>('[data-was]')
      element?.removeAttribute('data-was')
      element?.focus({ preventScroll: true })
    })
    await page.keyboard.press('Tab')
  }
  expect(unseen).toEqual([])
  const order = [
    'Compare',
    'Share',
    'Present',
    'Export',
    'Start of the descent',
    'In 3-D',
    'Learning rate',
    'Your update rule',
    'Reset to the same start',
    'Play',
    'One step',
    'Time',
    'Speed',
    'In words',
    'Numbers',
    'Keyboard shortcuts',
  ]
  expect(stops.filter((name) => order.includes(name)).filter((name, i, all) => all[i - 1] !== name)).toEqual(
    order,
  )
})

test('formulas are stops only where there is something to scroll', async () => {
  const stops = (page: Page): Promise<number> =>
    page.locator('.eq-in').evaluateAll((all) => all.filter((e) => (e as HTMLElement).tabIndex === 0).length)
  const wide = await chapter()
  expect(await stops(wide)).toBe(0)
  await wide.context().close()
  const narrow = await chapter({ viewport: { width: 320, height: 800 } })
  const scrolling = await narrow
    .locator('.eq-in')
    .evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth).length)
  expect(scrolling).toBeGreaterThan(0)
  expect(await stops(narrow)).toBe(scrolling)
})

test('the ring moves by arrow keys, stops at 0 on its way, and keeps the focus: the ridge holds the ball', async () => {
  const page = await chapter()
  const figure = await figureOf(page, 'saddle')
  const ring = ringOf(figure)
  await ring.focus()
  expect(await ring.getAttribute('aria-valuetext')).toBe('−2.5, 0.01')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => ring.getAttribute('aria-valuetext')).toBe('−2.5, 0')
  expect(await focused(page)).toBe('Start of the descent')
  await page.keyboard.press('Space')
  await expect.poll(() => stepOf(figure), { timeout: 30_000 }).toBe(200)
  expect(await figure.locator('.read.headline b').innerText()).toBe('1.000')
  expect(await focused(page)).toBe('Start of the descent')
})

describe('a number in text and code', () => {
  test.each(['.main > p .scrub', 'pre .scrub'])('is moved and typed by keys (%s)', async (place) => {
    const page = await chapter()
    const figure = await figureOf(page, 'valley')
    const number = page.locator(place).first()
    const rate = figure.getByRole('slider', { name: 'Learning rate' })
    await number.focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => rate.getAttribute('aria-valuetext')).toBe('0.0018')
    await page.keyboard.press('Enter')
    await page.keyboard.type('much')
    await page.keyboard.press('Enter')
    expect(await page.locator('.scrub.typing').getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('0.003')
    await page.keyboard.press('Enter')
    await expect.poll(() => number.innerText()).toMatch(/^0\.0030?$/)
    await expect.poll(() => rate.getAttribute('aria-valuetext')).toBe('0.0030')
    await page.keyboard.press('F2')
    await page.keyboard.type('0.05')
    await page.keyboard.press('Escape')
    expect(await rate.getAttribute('aria-valuetext')).toBe('0.0030')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('spinbutton')
  })
})

test('a guess is made and checked by keys, and stays on the curve', async () => {
  const page = await chapter()
  const block = page.locator('[data-predict="valley"]')
  await block.locator('input').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await block.locator('label.on').innerText()).toBe('Swing and grow')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Check my guess')
  await page.keyboard.press('Enter')
  expect(await block.locator('details').getAttribute('open')).not.toBeNull()
  const figure = await figureOf(page, 'valley')
  await expect.poll(() => figure.locator('.tr-scrub text.guess').textContent()).toContain('Swing and grow')
  await expect
    .poll(() => figure.getByRole('slider', { name: 'Learning rate' }).getAttribute('aria-valuetext'))
    .toBe('0.016')
})

test('an answer is typed as a number or as a fraction, and judged on Enter', async () => {
  const page = await chapter()
  const exercise = page.locator('#exercise-threshold')
  const field = exercise.getByRole('textbox')
  await field.focus()
  for (const [typed, verdict] of [
    ['a half', 'Please write a number.'],
    ['1/0', 'Please write a number.'],
    ['1/4', 'Not yet. Try again.'],
    ['2/4', 'Right.'],
    ['0,5', 'Right.'],
  ] as const) {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    expect(await exercise.locator('output').innerText()).toContain(verdict)
  }
})

test('time is walked by keys: home, end, pages, single steps', async () => {
  const page = await chapter()
  const figure = await figureOf(page, 'ravine')
  const time = figure.getByRole('slider', { name: 'Time' })
  await time.focus()
  for (const [key, step] of [
    ['End', 100],
    ['Home', 0],
    ['PageUp', 5],
    ['ArrowRight', 6],
    ['PageDown', 1],
    ['ArrowLeft', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => stepOf(figure), { timeout: 10_000 }).toBe(step)
  }
  expect(await focused(page)).toBe('Time')
})

test.each([
  ['s', 'Share this figure'],
  ['e', 'Export'],
  ['?', 'Keyboard'],
] as const)('the window of %s holds the focus, and gives it back to the ring', async (key, title) => {
  const page = await chapter()
  const figure = await figureOf(page, 'valley')
  await ringOf(figure).focus()
  await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  for (let i = 0; i < 8; i++) {
    // Past its end the focus is the browser's own for one stop, never the page's.
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(
      /DIALOG|BODY/,
    )
    expect(await page.evaluate(() => document.activeElement?.closest('main') === null)).toBe(
      await page.evaluate(() => document.activeElement === document.body),
    )
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await focused(page)).toBe('Start of the descent')
})

describe('before an audience', () => {
  test('figures are turned, choices set and settings found by keys; Escape gives the page back', async () => {
    const page = await chapter({ viewport: { width: 1024, height: 768 } })
    const valley = await figureOf(page, 'valley')
    await ringOf(valley).focus()
    await page.keyboard.press('f')
    await expect.poll(() => valley.getAttribute('role')).toBe('dialog')
    expect(await valley.locator('.p-keys').innerText()).toContain('1–8')
    await page.keyboard.press('6')
    const rule = valley.getByRole('combobox', { name: 'Your update rule' })
    await expect.poll(() => rule.inputValue()).toBe('adam')

    // The rate and the rule are in sight, the landscape is on a further page, to which the focus turns.
    const box = await valley.locator('.fig-controls').boundingBox()
    const landscape = valley.getByRole('combobox', { name: 'Landscape' })
    const inSight = async (control: Locator): Promise<boolean> => {
      const at = await control.boundingBox()
      if (!at || !box) throw new Error('no box')
      return at.x >= box.x && at.x + at.width <= box.x + box.width && at.y + at.height <= box.y + box.height
    }
    expect(await inSight(rule)).toBe(true)
    expect(await inSight(landscape)).toBe(false)
    await rule.focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Landscape')
    await expect.poll(() => inSight(landscape)).toBe(true)
    await expect.poll(() => valley.locator('.p-pages').innerText()).toMatch(/^2 \/ \d$/)
    const back = valley.getByRole('button', { name: 'Previous settings' })
    await back.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => inSight(rule)).toBe(true)

    await page.keyboard.press('PageDown')
    const parabola = page.locator('[data-figure="parabola"]')
    await expect.poll(() => parabola.getAttribute('role')).toBe('dialog')
    await awake(parabola)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await parabola.getAttribute('role')).toBe('dialog')
    // Everything but the figure stays out of reach, whatever was presented before.
    expect(
      await page.evaluate(() => document.querySelector('.site-header, header')?.closest('[inert]') !== null),
    ).toBe(true)
    // A control that had the focus may vanish; the keys work on.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('PageUp')
    await expect.poll(() => valley.getAttribute('role')).toBe('dialog')
    await page.keyboard.press('Escape')
    await expect.poll(() => valley.getAttribute('role')).toBeNull()
    expect(await page.evaluate(() => document.querySelectorAll('[inert]').length)).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.closest('[data-figure]')?.id)).toBe('fig-valley')
  })

  test.each([
    [1024, 768],
    [1920, 1080],
  ])('no control is cut, and nothing an audience reads is under 22 px (%i × %i)', async (width, height) => {
    const page = await chapter({ viewport: { width, height } }, 'zh/gradient-descent/')
    for (const id of ['valley', 'network', 'batch', 'clipping']) {
      const figure = await figureOf(page, id)
      await figure.focus()
      await page.keyboard.press('f')
      await expect.poll(() => figure.getAttribute('role')).toBe('dialog')
      await page.waitForTimeout(200)
      const findings = await figure.evaluate((root) => {
        const controls = root.querySelector('.fig-controls')?.getBoundingClientRect()
        if (!controls) return ['no controls']
        const cut = [...root.querySelectorAll('.ctl-slot')].flatMap((slot) => {
          const { left, right, top, bottom } = slot.getBoundingClientRect()
          const seen = right > controls.left + 1 && left < controls.right - 1
          const whole =
            left >= controls.left - 1 &&
            right <= controls.right + 1 &&
            top >= controls.top - 1 &&
            bottom <= controls.bottom + 1
          return seen && !whole ? [`cut: ${(slot as HTMLElement).dataset['param'] ?? ''}`] : []
        })
        const small = [
          ...root.querySelectorAll('.fig-stage text, .read small, .ctl-head, .ticks i, figcaption'),
        ]
          .filter((e) => e.textContent !== '' && Number.parseFloat(getComputedStyle(e).fontSize) < 21.9)
          .map((e) => `small: ${e.textContent} ${getComputedStyle(e).fontSize}`)
        return [...cut, ...small]
      })
      expect(findings).toEqual([])
      await page.keyboard.press('Escape')
      await expect.poll(() => figure.getAttribute('role')).toBeNull()
    }
  })
})
