/** The digits lab in a page: a drawing by finger and by keys, two networks compared, what it offers and what it asks for. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { BrowserContextOptions, Locator, Page } from 'playwright'
import type { ChapterFacts } from '../../src/book/chapter.ts'
import { useBook } from './book.ts'

const chapters = import.meta.glob<ChapterFacts>('../../chapters/*/chapter.ts', {
  import: 'default',
  eager: true,
})
/** The page of the lab and its id there. */
const [slug = '', id = ''] = Object.entries(chapters).flatMap(([path, { planned, figures = {} }]) => {
  const found = Object.keys(figures).find((figure) => figures[figure]?.widget === 'digits-lab')
  return planned || found === undefined ? [] : [path.split('/').at(-2), found]
})

const book = useBook()

type Options = BrowserContextOptions & { readonly early?: () => void }
interface Shown {
  readonly page: Page
  readonly lab: Locator
  readonly press: (name: string | RegExp) => Promise<void>
}

/** The lab with so few digits that it has learned in a moment; with null as the book shows it, where nothing runs yet. */
async function show(options: Options = {}, digits: number | null = 1600): Promise<Shown> {
  const path = `en/${slug}/?${digits === null ? '' : `${id}.images=${digits}&`}backend=wasm#fig-${id}`
  const { page } = await book.visit({ path, viewport: { width: 1280, height: 1000 }, ...options })
  const lab = page.locator(`#fig-${id}`)
  await lab.scrollIntoViewIfNeeded()
  await expect
    .poll(() => lab.evaluate((e) => Object.keys(e).some((key) => key.startsWith('__react'))), {
      timeout: 30_000,
    })
    .toBe(true)
  const press = (name: string | RegExp): Promise<void> => lab.getByRole('button', { name }).first().click()
  return { page, lab, press }
}

async function train({ lab, press }: Shown): Promise<void> {
  await press(/^Play/)
  await expect.poll(() => lab.getAttribute('data-status'), { timeout: 60_000 }).toBe('done')
}

/** Share of the picture's pixels that are not paper. */
const inkIn = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {
      data: [],
    }
    let ink = 0
    for (let i = 0; i < data.length; i += 4) if (data[i] !== data[0]) ink++
    return ink / (data.length / 4)
  })

test(
  'a finger writes a one, which the network reads, while the page stands still',
  { timeout: 120_000 },
  async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const shown = await show(phone, 3200)
    const { page, lab } = shown
    await train(shown)
    const pad = lab.locator('.pad > svg')
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const box = await pad.boundingBox()
    if (!box) throw new Error('no pad')
    const touch = await page.context().newCDPSession(page)
    const drag = async (x: number, from: number, to: number): Promise<void> => {
      const at = (share: number) => ({ touchPoints: [{ x, y: from + share * (to - from) }] })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(0) })
      for (let i = 1; i <= 12; i++)
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(i / 12) })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await page.waitForTimeout(300)
    }
    const top = (): Promise<number> => page.evaluate(() => scrollY)
    const before = await top()
    await drag(box.x + box.width / 2, box.y + 0.85 * box.height, box.y + 0.15 * box.height)
    expect(await top()).toBe(before)
    await expect.poll(() => lab.locator('.lab-answer').innerText()).toBe('It reads a 1.')
    expect(await inkIn(lab.locator('.pad-sees canvas'))).toBeGreaterThan(0.03)
    expect(await lab.getByRole('button', { name: 'Clear' }).isEnabled()).toBe(true)
    // The same gesture beside the pad is one that scrolls.
    await drag(8, box.y + 0.85 * box.height, box.y + 0.15 * box.height)
    expect(await top()).not.toBe(before)
  },
)

test('keys write, take back and clear; a network is trained to the step that is shown, and reads', async () => {
  const { page, lab, press } = await show({}, null)
  const pad = lab.getByRole('application', { name: /^Pad to draw/ })
  await pad.focus()
  const write = async (...keys: string[]): Promise<void> => {
    for (const key of ['Enter', ...keys, 'Enter']) await page.keyboard.press(key)
  }
  const strokes = pad.locator('path:not(.pad-cross)')
  await write('ArrowDown', 'ArrowDown', 'Shift+ArrowDown')
  await write('ArrowRight', 'Shift+ArrowRight')
  expect(await strokes.count()).toBe(2)
  expect(await inkIn(lab.locator('.pad-sees canvas'))).toBeGreaterThan(0.01)
  // What is recorded is of another digit.
  expect(await lab.locator('.lab-answer').count()).toBe(0)
  const recordedAt = await lab.locator('.read.step b').innerText()
  await expect.poll(() => lab.locator('.lab-first').innerText()).toContain('a network is being trained here')
  await expect.poll(() => lab.locator('.lab-answer').count(), { timeout: 60_000 }).toBe(1)
  expect(await lab.getAttribute('data-status')).toBe('paused')
  expect(await lab.locator('.read.step b').innerText()).toBe(recordedAt)
  await page.keyboard.press('Backspace')
  expect(await strokes.count()).toBe(1)
  await press('Take back the last stroke')
  expect(await strokes.count()).toBe(0)
  await pad.focus()
  await write('ArrowLeft', 'ArrowLeft')
  await press('Clear')
  expect(await strokes.count()).toBe(0)
  expect(await lab.locator('.pad-hint').innerText()).toBe('Draw a digit here')
})

test('the time of a training is known before it, then two networks are compared at the same step', async () => {
  const shown = await show()
  const { page, lab, press } = shown
  await press('How long will it take here?')
  await expect
    .poll(() => lab.locator('.lab-cost').innerText(), { timeout: 30_000 })
    .toMatch(/takes about \d+ s here/)
  expect(await lab.getAttribute('data-step')).toBe('0')

  await lab.getByRole('button', { name: 'Compare', exact: true }).click()
  const [a, b] = [lab.locator('[data-side="a"]'), lab.locator('[data-side="b"]')]
  await b.getByRole('button', { name: /layer 3: change it/ }).click()
  await b.getByRole('button', { name: 'Remove this layer' }).click()
  await expect.poll(() => b.getByRole('button', { name: /change it/ }).count()).toBe(2)
  expect(await a.getByRole('button', { name: /change it/ }).count()).toBe(3)
  await train(shown)
  const scores = (): Promise<string[]> => lab.locator('.lab-score').allInnerTexts()
  await expect.poll(scores).toEqual([0, 1].map(() => expect.stringContaining('after 100 updates') as string))
  // What is drawn on one pad is read by both.
  await a.getByRole('application').focus()
  for (const key of ['Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect.poll(() => lab.locator('.lab-answer').count()).toBe(2)
})

test('a learned filter goes to the convolution figure, and the browser’s way back leads back', async () => {
  const shown = await show()
  const { page, lab, press } = shown
  await train(shown)
  await lab.getByRole('radio', { name: 'Inside' }).check()
  await press('Filter 2: its numbers')
  const weights = (await lab.locator('.lab-filter td').allInnerTexts()).map(asNumber)
  expect(weights.length).toBe(25)
  await press(/^Look at it in Figure/)
  await expect.poll(() => new URL(page.url()).searchParams.get('convolution.filter')).toBe('own')
  const figure = page.locator('#fig-convolution')
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true)
  const taken = figure.locator('.cv-entries').nth(1).locator('td')
  await expect.poll(() => taken.count()).toBe(25)
  for (const [i, text] of (await taken.allInnerTexts()).entries())
    expect(asNumber(text)).toBeCloseTo(weights[i] ?? Number.NaN, 1)
  await page.goBack()
  expect(new URL(page.url()).hash).toBe(`#fig-${id}`)
})

const asNumber = (text: string): number => Number(text.replace('−', '-'))

test('a camera that is refused, or absent, is told of; the network is there to be taken', async () => {
  const shown = await show({
    early: () => {
      const names = ['NotAllowedError', 'NotFoundError']
      const refuse = () => Promise.reject(new DOMException('', names.shift()))
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: refuse } })
    },
  })
  const { page, lab, press } = shown
  await lab.locator('summary', { hasText: 'Or a picture of a digit' }).click()
  const told = lab.getByRole('alert')
  await press('Use the camera')
  await expect.poll(() => told.innerText()).toContain('not allowed to use the camera')
  await press('Use the camera')
  await expect.poll(() => told.innerText()).toBe('No camera was found.')

  await train(shown)
  const files = new Map<string, Promise<string>>()
  page.on('download', (download) => {
    files.set(
      download.suggestedFilename(),
      download.path().then((path) => readFile(path, 'latin1')),
    )
  })
  await lab.getByRole('button', { name: 'Export', exact: true }).click()
  await press('The network (TensorFlow.js layers format)')
  await expect.poll(() => [...files.keys()].sort()).toEqual(['model.json', 'weights.bin'])
  expect(await files.get('model.json')).toContain('"format":"layers-model"')
  expect((await files.get('weights.bin'))?.length).toBeGreaterThan(1000)
})
