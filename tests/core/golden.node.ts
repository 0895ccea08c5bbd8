import { afterAll, beforeAll, describe, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { readGolden, Tally } from '../math/golden.ts'
import type { Check } from './checks/comparison.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

/** Runs a check on the backends of plain Node, with one tally for each of its topics. */
export function compareWithGolden(title: string, check: Check, tolerance: number): void {
  for (const id of NODE_BACKENDS) compareOn(`${title} on ${id}`, id, () => openInNode(id), check, tolerance)
}

/** Runs a check on the backend that `open` gives. */
export function compareOn(
  title: string,
  label: string,
  open: () => Promise<OpenBackend>,
  check: Check,
  tolerance: number,
  isSkipped: (name: string) => boolean = () => false,
): void {
  describe(title, () => {
    let backend: OpenBackend
    const tallies = new Map<string, Tally>()
    beforeAll(async () => {
      backend = await open()
    })
    afterAll(() => {
      for (const tally of tallies.values()) tally.print()
      backend.close()
    })

    it('agrees with the reference', { timeout: 60_000 }, async () => {
      for await (const { topic, name, actual, expected } of check(readGolden)) {
        if (isSkipped(name)) continue
        const tally = tallies.get(topic) ?? new Tally(`${label} ${topic}`, tolerance)
        tallies.set(topic, tally)
        tally.compare(name, actual, expected)
      }
    })
  })
}
