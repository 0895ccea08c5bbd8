import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { allFigures, allSpecs, experimentNames, loadExperiment } from '../../src/headless/found.ts'
import { framePath } from '../../src/headless/recordCommand.ts'
import { recordFigure, recordingBackend } from '../../src/headless/recordFigure.ts'
import { findNonFinite } from '../../src/protocol/frame.ts'
import { parseRecorded } from '../../src/protocol/recorded.ts'
import { NODE_BACKENDS, openInNode } from '../core/nodeBackend.ts'

const figures = allFigures.filter(({ facts }) => experimentNames.includes(facts.widget))
const backendOf = ({ facts }: (typeof figures)[number]): string | undefined => {
  const spec = allSpecs.get(facts.widget)
  return spec && recordingBackend(spec)
}

/** Numbers of a frame may differ in the last bits from one machine's mathematics to another's. */
function expectClose(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    if (!Number.isFinite(expected)) expect(actual, path).toBe(expected)
    else
      expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(
        1e-4 * Math.max(1, Math.abs(expected)),
      )
    return
  }
  if (typeof expected !== 'object' || expected === null) {
    expect(actual, path).toBe(expected)
    return
  }
  expect(Object.keys(actual as object), path).toEqual(Object.keys(expected))
  for (const [key, child] of Object.entries(expected))
    expectClose((actual as Record<string, unknown>)[key], child, `${path}.${key}`)
}

describe.each(NODE_BACKENDS)('on %s, the recorded frame of', { timeout: 120_000 }, (backend) => {
  const own = figures.filter((figure) => backendOf(figure) === backend)
  let opened: OpenBackend
  beforeAll(async () => {
    opened = await openInNode(backend)
  })
  afterAll(() => opened.close())

  it.each(own.map((figure) => [`${figure.slug}/${figure.id}`, figure] as const))(
    '%s is fresh',
    async (name, figure) => {
      const path = framePath(figure)
      const hint = `Run: npm run record -- ${name}`
      expect(existsSync(path), hint).toBe(true)
      const recorded = parseRecorded(readFileSync(path, 'utf8'))
      const experiment = await loadExperiment(figure.facts.widget)
      const again = await recordFigure(experiment, figure.facts)
      expect(recorded.values, hint).toEqual(again.values)
      expect(recorded.step, hint).toBe(again.step)
      for (const { frame } of recorded.members)
        expect(findNonFinite(frame, '', experiment.spec.run?.infinities)).toBeUndefined()
      try {
        expectClose(recorded, again, name)
      } catch (error) {
        throw new Error(hint, { cause: error })
      }
    },
  )
})

it('no figure lies about: every file belongs to a figure', () => {
  const known = new Set(figures.map(framePath))
  const found = Object.keys(import.meta.glob('../../chapters/*/frames/*.json')).map((path) =>
    path.replace('../../', ''),
  )
  expect(found.filter((path) => !known.has(path))).toEqual([])
})
