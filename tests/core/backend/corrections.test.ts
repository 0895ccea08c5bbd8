import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corrections } from '../../../src/core/backend/corrections.ts'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { countTensors } from '../../../src/core/training.ts'
import { correctionCases, errorOf } from '../checks/corrections.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'

const TOLERANCE = 3e-4

// Faster, not different: tested in speed.test.ts.
const FOR_SPEED = ['wasmTransposedMatMul', 'wasmConv2DBackpropInput']

it('every correction has a case', () => {
  const covered = new Set([...correctionCases.map(({ correction }) => correction), ...FOR_SPEED])
  expect([...covered].sort()).toEqual(Object.keys(corrections).sort())
})

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  const undo = new Map<string, () => void>()
  const concerns = (name: string): boolean => {
    const { backends } = corrections[name]
    return backends === 'all' || backends.includes(id)
  }

  beforeAll(async () => {
    backend = await openInNode(id, { uncorrected: 'all', checks: [] })
    for (const name in corrections) if (concerns(name)) undo.set(name, corrections[name].apply())
  })
  afterAll(() => {
    for (const step of undo.values()) step()
    backend.close()
  })

  it.each(correctionCases.filter(({ correction }) => concerns(correction)))(
    '$correction: $name',
    async ({ correction, run }) => {
      undo.get(correction)!()
      const without = await run().then(errorOf, () => Infinity)
      undo.set(correction, corrections[correction].apply())
      expect(without, 'without the correction').toBeGreaterThan(5 * TOLERANCE)
      expect(errorOf(await run())).toBeLessThan(TOLERANCE)
    },
  )

  it.each(correctionCases.filter(({ correction }) => concerns(correction)))(
    '$correction: $name leaves no tensor',
    async ({ run }) => {
      await run()
      const before = countTensors()
      await run()
      expect(countTensors()).toBe(before)
    },
  )
})
