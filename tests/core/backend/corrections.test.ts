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
  const cases = correctionCases.filter(({ correction }) => {
    const { backends } = corrections[correction]
    return backends === 'all' || backends.includes(id)
  })

  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  it.each(cases)('$correction: $name', async ({ correction, run }) => {
    backend.corrections.get(correction)!()
    const without = await run().then(errorOf, () => Infinity)
    corrections[correction].apply()
    expect(without, 'without the correction').toBeGreaterThan(5 * TOLERANCE)
    expect(errorOf(await run())).toBeLessThan(TOLERANCE)
  })

  it.each(cases)('$correction: $name leaves no tensor', async ({ run }) => {
    await run()
    const before = countTensors()
    await run()
    expect(countTensors()).toBe(before)
  })
})
