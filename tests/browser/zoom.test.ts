/** The way into the trained network and back: by mouse, by keys, by a drawing that no run is asked about. */
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { useBook } from './book.ts'

const book = useBook()

/** The machine may be busy. */
const PATIENT = { timeout: 20_000, interval: 50 }

async function wake(page: Page): Promise<Locator> {
  const figure = page.locator('[data-figure="zoom"]')
  await figure.scrollIntoViewIfNeeded()
  const hydrated = (element: Element) => Object.keys(element).some((key) => key.startsWith('__react'))
  await expect.poll(() => figure.evaluate(hydrated), PATIENT).toBe(true)
  await page.waitForTimeout(300)
  return figure
}

const levelIs = (figure: Locator, level: string): Promise<void> =>
  expect.poll(() => figure.locator('.zm').getAttribute('data-level'), PATIENT).toBe(level)

test('a mouse goes from the network to one sum, from a number to where it comes from, and back by Escape', async () => {
  const { page, context, faults } = await book.open({ path: 'en/convolutional-networks/' })
  const figure = await wake(page)
  await figure.getByRole('button', { name: /^Layer 4/ }).click()
  await levelIs(figure, 'layer')
  await figure.getByRole('button', { name: /^Channel 3:/ }).click()
  await levelIs(figure, 'channel')
  const map = figure.getByRole('application')
  await map.click({ position: { x: 75, y: 45 } })
  await levelIs(figure, 'sum')
  // What the products come to is what stands in the map.
  const total = await figure.locator('.zm-equation strong').first().innerText()
  await page.keyboard.press('Escape')
  await levelIs(figure, 'channel')
  await expect.poll(() => figure.locator('.zm-made').innerText(), PATIENT).toContain(total)
  await page.keyboard.press('Enter')
  await levelIs(figure, 'sum')
  await figure
    .getByRole('button', { name: /Where it comes from$/ })
    .nth(4)
    .click()
  await expect.poll(() => figure.locator('.zm-crumbs').innerText(), PATIENT).toContain('max pooling')
  for (const level of ['channel', 'layer', 'network']) {
    await page.keyboard.press('Escape')
    await levelIs(figure, level)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('keys alone do the same, and the place is in the address', async () => {
  const { page, context, faults } = await book.open({ path: 'zh/convolutional-networks/' })
  const figure = await wake(page)
  await figure.getByRole('button', { name: /^第 3 层/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await levelIs(figure, 'layer')
  await page.keyboard.press('Enter')
  await levelIs(figure, 'channel')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await levelIs(figure, 'sum')
  await expect.poll(() => page.url(), PATIENT).toMatch(/zoom\.level=sum&zoom\.layer=4/)
  expect(await figure.getAttribute('data-step')).toBe('0')
  await page.reload()
  await wake(page)
  await levelIs(figure, 'sum')
  expect(faults).toEqual([])
  await context.close()
})

test('what is drawn goes through the recorded network at once, and training changes what is made of it', async () => {
  const { page, context, faults } = await book.open({ path: 'en/convolutional-networks/' })
  const figure = await wake(page)
  await figure.getByRole('button', { name: 'Draw one' }).click()
  await levelIs(figure, 'layer')
  const pad = await figure.locator('.pad svg').first().boundingBox()
  if (!pad) throw new Error('no pad')
  await page.mouse.move(pad.x + 100, pad.y + 30)
  await page.mouse.down()
  await page.mouse.move(pad.x + 104, pad.y + 100)
  await page.mouse.move(pad.x + 105, pad.y + 180)
  await page.mouse.up()
  await expect.poll(() => figure.locator('.zm-reads').innerText(), PATIENT).toMatch(/It reads a 1/)
  await page.keyboard.press('Escape')
  await levelIs(figure, 'network')
  const numbers = (): Promise<string> => figure.locator('.zm-logits').innerText()
  const recorded = await numbers()
  await figure.getByRole('button', { name: /^Play/ }).click()
  await expect
    .poll(async () => Number(await figure.getAttribute('data-step')), { timeout: 60_000 })
    .toBeGreaterThan(5)
  await expect.poll(numbers, PATIENT).not.toBe(recorded)
  expect(faults).toEqual([])
  await context.close()
})
