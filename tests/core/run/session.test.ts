import { describe, expect, it } from 'vitest'
import { FakePage, makeToy } from './toy.ts'

/** Starts, then steps to a number and answers the page. */
async function at(
  step: number,
  toy = makeToy(),
  members: Record<string, unknown>[] = [{}],
): Promise<FakePage> {
  const page = new FakePage(toy)
  page.start({ members })
  if (step > 0) page.send({ type: 'step', session: 's', count: step })
  await page.until()
  return page
}

describe('a session', () => {
  it('shows its first frame and waits', async () => {
    const page = await at(0)
    expect(page.status()).toMatchObject({ state: 'paused', step: 0, backend: 'plain', tensors: 0 })
    expect(page.frames()).toHaveLength(1)
    expect(page.frames()[0].histories[0]).toEqual({ from: 0, rows: { steps: [0], metrics: { loss: [0] } } })
  })

  it('steps, sets, acts and shows each', async () => {
    const page = await at(3)
    expect(page.status()).toMatchObject({ state: 'paused', step: 3 })
    const before = page.position()
    page.send({ type: 'act', session: 's', member: 'all', action: { kind: 'push', by: 5 } })
    await page.until()
    expect(page.position()).toBe(before + 5)
    page.send({ type: 'look', session: 's', look: { values: { zoom: 4 }, width: 600 } })
    await page.until()
    expect((page.frames().at(-1)?.frames[0] as { trail: Float32Array }).trail[0]).toBe(4)
    expect(page.status()).toMatchObject({ step: 3, acts: 1 })
  })

  it('plays to its end step and goes on if asked', async () => {
    const page = new FakePage(makeToy())
    page.start({ endStep: 500 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until()
    expect(page.status()).toMatchObject({ state: 'done', step: 500 })
    page.send({ type: 'play', session: 's', speed: 'max' })
    await page.until(() => page.status().step > 600)
    page.send({ type: 'pause', session: 's' })
    await page.until()
    expect(page.status().state).toBe('paused')
  })
})
