/** A recorded picture that is asked what only a run can answer: the run is brought to its step, and answers. */
import { expect, test } from 'vitest'
import { useBook } from './book.ts'

const book = useBook()

test('a test that is not recorded is made at the recorded step', { timeout: 120_000 }, async () => {
  const path = 'en/convolutional-networks/?backend=wasm#fig-saliency'
  const { page, context, faults } = await book.open({ path })
  const figure = page.locator('#fig-saliency')
  await figure.scrollIntoViewIfNeeded()
  const step = figure.locator('.read.step b')
  const recorded = await step.innerText()
  await expect.poll(() => figure.getAttribute('data-status')).toBe('idle')
  const told = figure.locator('.sal-told')
  const before = await told.allInnerTexts()
  await figure.getByRole('radio', { name: 'Randomise' }).check()
  await expect.poll(() => figure.getAttribute('data-status'), { timeout: 60_000 }).toBe('paused')
  await expect
    .poll(() => figure.getAttribute('data-step'), { timeout: 60_000 })
    .toBe(recorded.split('/')[0]?.replace(/\D/g, ''))
  expect(await step.innerText()).toBe(recorded)
  await expect.poll(() => told.count()).toBe(1)
  expect(await told.allInnerTexts()).not.toEqual(before)
  expect(faults).toEqual([])
  await context.close()
})
