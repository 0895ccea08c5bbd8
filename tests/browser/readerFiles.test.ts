/** Files that a reader brings: the lab goes on with good ones, and pictures and files that are none do no harm. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright'
import { barImages, barLabels, textBytes } from '../math/idxFiles.ts'
import { CHAPTERS } from './bookPages.ts'
import { useBook } from './book.ts'
import { type Watched } from './harness.ts'

const SLUG = 'convolutional-networks'
const there = CHAPTERS.includes(SLUG)
if (!there) console.log(`No chapter ${SLUG} in this book yet: what is dropped on its lab is not tested.`)

const book = useBook()
let watched: Watched | undefined
afterEach(async () => {
  await watched?.context.close()
  watched = undefined
})

interface Given {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const given = (name: string, bytes: ArrayLike<number>, mimeType = 'application/octet-stream'): Given => ({
  name,
  mimeType,
  buffer: Buffer.from(Uint8Array.from(bytes)),
})
const PAIR = [
  given('train-images-idx3-ubyte', barImages(300)),
  given('train-labels-idx1-ubyte', barLabels(300)),
]
const LAB = 'fig-digits'

async function openLab(locale: 'en' | 'zh', query = ''): Promise<{ page: Page; lab: Locator }> {
  watched = await book.open({ path: `${locale}/${SLUG}/${query}` })
  const lab = watched.page.locator(`#${LAB}`)
  await lab.scrollIntoViewIfNeeded()
  await expect.poll(() => lab.locator('div.lab').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await watched.page.waitForTimeout(500)
  return { page: watched.page, lab }
}
const step = async (lab: Locator): Promise<number> => Number(await lab.getAttribute('data-step'))
const panel = (lab: Locator): Locator => lab.locator('.lab-data')
const unfold = (lab: Locator): Promise<void> => panel(lab).locator('summary').click()
/** Lets files fall on the figure, as from a folder beside the window. */
async function drop(lab: Locator, files: readonly Given[]): Promise<void> {
  const parts = files.map(
    ({ name, mimeType, buffer }) => [name, mimeType, buffer.toString('base64')] as const,
  )
  await lab.locator('div.lab').evaluate((element, all) => {
    const data = new DataTransfer()
    for (const [name, type, text] of all)
      data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name, { type }))
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, parts)
}

describe.skipIf(!there)('the lab', { timeout: 90_000 }, () => {
  test('trains on dropped files, goes on with them at the next visit if asked to, and forgets them', async () => {
    const { page, lab } = await openLab('en', '?digits.images=1000&digits.batch=16')
    await drop(lab, PAIR)
    await expect.poll(() => panel(lab).innerText(), { timeout: 60_000 }).toContain('300 images, 28 × 28')
    expect(await panel(lab).innerText()).toContain('300 labels, 10 classes')
    await lab.getByRole('button', { name: /^Play/ }).click()
    await expect.poll(() => step(lab), { timeout: 30_000 }).toBeGreaterThan(5)
    await expect
      .poll(() => panel(lab).locator('summary').innerText())
      .toContain('250 images of yours, tested on 50 that training does not show')
    await panel(lab).getByRole('switch').click({ force: true })
    await expect.poll(() => panel(lab).getByRole('switch').isChecked()).toBe(true)

    await page.waitForTimeout(300)
    await page.reload()
    const again = page.locator(`#${LAB}`)
    await again.scrollIntoViewIfNeeded()
    await page.waitForTimeout(1000)
    await again.getByRole('button', { name: /^Play/ }).click()
    await expect
      .poll(() => panel(again).locator('summary').innerText(), { timeout: 30_000 })
      .toContain('250 images')
    await unfold(again)
    await panel(again).getByRole('button', { name: 'Forget the files' }).click()
    await expect
      .poll(() => panel(again).locator('summary').innerText(), { timeout: 30_000 })
      .toContain('made up')
    await expect.poll(() => page.url()).not.toContain('digits.training')
    expect(watched?.faults).toEqual([])
  })

  test('says what is wrong with files, one by one, and goes on training', async () => {
    const { lab } = await openLab('zh')
    await lab.getByRole('button', { name: /^播放/ }).click()
    await expect.poll(() => step(lab), { timeout: 60_000 }).toBeGreaterThan(5)
    await drop(lab, [
      given('empty.gz', []),
      given('page.gz', textBytes('<!doctype html><title>404</title>')),
      given(
        'letters-labels',
        barLabels(30).map((byte, i) => (i === 20 ? 26 : byte)),
      ),
      given('labels', barLabels(20)),
    ])
    const told = panel(lab).getByRole('alert')
    await expect.poll(() => told.innerText(), { timeout: 30_000 }).toContain('20 个标签还缺图像')
    expect(await told.innerText()).toMatch(
      /empty\.gz：文件是空的.*page\.gz：.*不是 IDX.*letters-labels：里面有标签 26/s,
    )
    const before = await step(lab)
    await expect.poll(() => step(lab), { timeout: 30_000 }).toBeGreaterThan(before)
    expect(watched?.faults).toEqual([])
  })

  test('says so where a link names files that are not here, and takes them when they come', async () => {
    const { page, lab } = await openLab('en', '?digits.images=1000')
    await drop(lab, PAIR)
    await expect.poll(() => page.url(), { timeout: 60_000 }).toContain('digits.training')
    const query = new URL(page.url()).search
    await watched?.context.close()
    const other = await openLab('en', query)
    await expect.poll(() => panel(other.lab).innerText()).toContain('The files of this setting are not here.')
    await other.lab.getByRole('button', { name: /^Play/ }).click()
    await expect.poll(() => step(other.lab), { timeout: 60_000 }).toBeGreaterThan(5)
    expect(await panel(other.lab).locator('summary').innerText()).toContain('made up')
    await drop(other.lab, PAIR)
    await expect
      .poll(() => panel(other.lab).locator('summary').innerText(), { timeout: 30_000 })
      .toContain('250 images of yours')
    expect(await panel(other.lab).innerText()).not.toContain('not here')
    expect(new URL(other.page.url()).search).toBe(query)
    expect(watched?.faults).toEqual([])
  })

  test('where the browser keeps nothing, it says so and works', async () => {
    watched = await book.open({
      path: `en/${SLUG}/`,
      early: () =>
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        }),
    })
    const lab = watched.page.locator(`#${LAB}`)
    await lab.scrollIntoViewIfNeeded()
    await watched.page.waitForTimeout(1000)
    await drop(lab, PAIR)
    await expect.poll(() => panel(lab).innerText(), { timeout: 60_000 }).toContain('300 images')
    await panel(lab).getByRole('switch').click({ force: true })
    await expect.poll(() => panel(lab).innerText()).toContain('keeps nothing for the page')
    expect(watched.faults).toEqual([])
  })

  test('pictures that can’t be decoded are told from others, and a small one is read', async () => {
    const { page, lab } = await openLab('en')
    await lab.locator('.digit-source summary').click()
    const input = lab.locator('.picture-source input[type=file]')
    const alert = lab.locator('.picture-source [role=alert]')
    const real = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 40
      const context = canvas.getContext('2d')
      context?.fillRect(18, 6, 4, 28)
      const bytes = async (type: string): Promise<number[]> => {
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type))
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
      }
      return { png: await bytes('image/png'), jpeg: await bytes('image/jpeg') }
    })
    const sized = (width: number, height: number): number[] => {
      const bytes = real.png.slice()
      const big = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
      bytes.splice(16, 8, ...big(width), ...big(height))
      return bytes
    }
    const bad: readonly (readonly [name: string, bytes: ArrayLike<number>, told: string])[] = [
      ['empty.png', [], 'empty'],
      ['text.png', textBytes('a seven'), 'no PNG, JPEG or WebP'],
      ['drawing.png', textBytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no PNG, JPEG or WebP'],
      ['cut.png', real.png.slice(0, 60), 'can’t be read'],
      ['cut.jpg', real.jpeg.slice(0, 40), 'can’t be read'],
      ['broken.png', real.png.map((byte, i) => (i > 45 ? byte ^ 0x55 : byte)), 'can’t be read'],
      ['wall.png', sized(40_000, 40_000), '100 million pixels'],
      ['nothing.png', sized(0, 5), 'can’t be read'],
    ]
    for (const [name, bytes, told] of bad) {
      await input.setInputFiles(given(name, bytes, 'image/png'))
      await expect.poll(() => alert.innerText(), { timeout: 10_000, message: name }).toContain(told)
      // The next message must be its own.
      await input.setInputFiles(given('one.png', real.png, 'image/png'))
      await expect.poll(() => alert.count()).toBe(0)
    }
    await expect.poll(() => page.url()).toContain('digits.drawing')
    expect(watched?.faults).toEqual([])
  })
})
