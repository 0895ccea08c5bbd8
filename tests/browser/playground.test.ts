import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { useBook } from './book.ts'

const book = useBook()

async function openPlayground(
  query = '',
): Promise<{ page: Page; fig: Locator; faults: string[]; close: () => Promise<void> }> {
  const { page, context, faults } = await book.open({ path: `en/playground/${query}` })
  const fig = page.locator('#fig-playground')
  await fig.scrollIntoViewIfNeeded()
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.fig-controls select') !== null))
    .toBe(true)
  await page.waitForTimeout(500)
  return { page, fig, faults, close: () => context.close() }
}
const pointsOf = (page: Page): string[] =>
  (new URL(page.url()).searchParams.get('playground.points') ?? '').split(';').filter((point) => point !== '')

describe('the playground', { timeout: 90_000 }, () => {
  test('learns, takes a weight by hand, and takes it back', async () => {
    const { page, fig, faults, close } = await openPlayground()
    await fig.getByRole('button', { name: /^Play/ }).click()
    await expect
      .poll(async () => Number(await fig.getAttribute('data-step')), { timeout: 30_000 })
      .toBeGreaterThan(50)
    await fig.getByRole('button', { name: /^Pause/ }).click()
    await fig.locator('[data-unit="2-3"]').click()
    const bias = fig.getByRole('spinbutton', { name: 'Bias' })
    const before = await bias.getAttribute('aria-valuenow')
    await bias.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await expect.poll(() => bias.getAttribute('aria-valuenow')).toBe('5')
    await fig.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => bias.getAttribute('aria-valuenow')).toBe(before)
    expect(faults).toEqual([])
    await close()
  })

  test('takes drawn points into its link', async () => {
    const { page, fig, faults, close } = await openPlayground('?playground.data=own')
    await fig.locator('.pg-tools label').nth(1).click()
    const plot = await fig.locator('.pg-output').boundingBox()
    if (!plot) throw new Error('no picture')
    await page.mouse.click(plot.x + plot.width * 0.9, plot.y + plot.height * 0.1)
    await expect.poll(() => pointsOf(page).length).toBe(17)
    const link = page.url()
    await close()
    const again = await openPlayground(new URL(link).search)
    await expect.poll(() => again.fig.locator('.pg-tools').innerText()).toContain('17 of at most')
    expect([...faults, ...again.faults]).toEqual([])
    await again.close()
  })

  test('reads a table and says what it did to it', async () => {
    const { page, fig, faults, close } = await openPlayground('?playground.data=own')
    await fig.getByRole('button', { name: 'Open a table…' }).click()
    const text = '\ufeffwidth;height;kind\n1,5;2;rose\n2,5;3;lily\n;4;rose\n3,1;3,5;tulip\n0,4;1;rose\n'
    await fig.locator('input[type=file]').setInputFiles({
      name: 'flowers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await expect.poll(() => fig.locator('.pg-table').innerText()).toContain('1 rows are left out')
    expect(await fig.locator('.pg-table').innerText()).toContain('A = lily, B = rose, C = tulip')
    await fig.getByRole('button', { name: 'Use 4 points' }).click()
    await expect.poll(() => pointsOf(page).length).toBe(4)
    expect(page.url()).toContain('playground.classes=3')
    expect(faults).toEqual([])
    await close()
  })

  test('gives the trained network away', async () => {
    const { page, fig, faults, close } = await openPlayground()
    await fig.getByRole('button', { name: /^Play/ }).click()
    await expect
      .poll(async () => Number(await fig.getAttribute('data-step')), { timeout: 30_000 })
      .toBeGreaterThan(5)
    await fig.getByRole('button', { name: 'Export' }).click()
    const names: string[] = []
    let json = ''
    page.on('download', (download) => {
      names.push(download.suggestedFilename())
      if (download.suggestedFilename() === 'model.json')
        void download.path().then(async (path) => (json = await readFile(path, 'utf8')))
    })
    await fig.getByRole('button', { name: 'Network, for TensorFlow.js' }).click()
    await expect.poll(() => names.sort()).toEqual(['model.json', 'weights.bin'])
    await expect.poll(() => json).toContain('"format":"layers-model"')
    expect(faults).toEqual([])
    await close()
  })

  test('says where numbers ran away, and why', async () => {
    const query =
      '?playground.data=gaussian&playground.layers=8~relu,8~relu&playground.optimizer=sgd&playground.learningRate=3'
    const { fig, faults, close } = await openPlayground(query)
    await fig.getByRole('button', { name: /^Play/ }).click()
    await expect.poll(() => fig.getAttribute('data-status'), { timeout: 30_000 }).toBe('problem')
    expect(await fig.locator('.fig-problem').innerText()).toMatch(
      /learning rate is too high.*Where: hidden layer/s,
    )
    expect(faults).toEqual([])
    await close()
  })
})
