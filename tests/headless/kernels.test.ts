import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { EARLY, LEARNED_PATH, learnKernels, type LearnedKernels } from '../../src/headless/kernelsCommand.ts'
import { parseRows } from '../../src/math/kernels.ts'
import { openInNode } from '../core/nodeBackend.ts'

const kept = JSON.parse(readFileSync(LEARNED_PATH, 'utf8')) as Record<string, LearnedKernels>
const numbers = (kernel: string): readonly number[] => parseRows(kernel).flat()
let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('wasm')
})
afterAll(() => opened.close())

it.each(Object.keys(kept))('the %s learned kernels are of the run that they name', async (size) => {
  const { values, early, ...end } = kept[size]
  const again = await learnKernels({ values, steps: EARLY })
  expect(again.kernels.length).toBe(early.length)
  for (const [i, weights] of again.kernels.map(numbers).entries())
    for (const [j, weight] of numbers(early[i]).entries())
      expect(Math.abs(weight - weights[j]), 'Run: npm run kernels').toBeLessThanOrEqual(0.002)
  // It has learned much since then.
  expect(end.kernels).not.toEqual(early)
  expect(end.accuracy).toBeGreaterThan(0.8)
})
