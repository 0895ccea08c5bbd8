/** What the chapter says of augmentation, held against runs and the recorded frame: a claim must not outlive its numbers. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { parseRecorded } from '../../../src/protocol/recorded.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/augmentation/experiment.ts'
import {
  amountOf,
  DIGITS,
  recipeOf,
  SIDE,
  TESTED,
  TRANSFORMS,
  type AugmentationFrame,
  type AugmentationValues,
} from '../../../src/widgets/augmentation/spec.ts'
import { commonestMistake, readAs } from '../../../src/widgets/augmentation/view/mistakes.ts'
import { makeSample, makeVariants, originalOf } from '../../../src/widgets/augmentation/view/variants.ts'
import { openInNode } from '../nodeBackend.ts'

const { spec } = experiment
const defaults = defaultValues(spec.params)
const off = Object.fromEntries(TRANSFORMS.map((id) => [id, false]))

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

async function train(
  changed: Partial<AugmentationValues>,
  member = 0,
  updates = spec.run?.endStep(defaults) ?? 0,
): Promise<AugmentationFrame> {
  const values = { ...defaults, ...changed }
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member })
  await run.steps?.(updates)
  const frame = await run.frame({ values: {}, width: 624 })
  run.dispose()
  return frame
}

const folder = new URL('../../../chapters/training-well/', import.meta.url)
const texts = ['en.mdx', 'zh.mdx'].map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  return text.slice(text.indexOf('{#augmentation}'), text.indexOf('{#going-deep}'))
})
const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)}%`
function expectInBoth(...words: string[]): void {
  for (const text of texts) for (const word of words) expect(text).toContain(word)
}

describe('what the reader sees', () => {
  const bytes = Uint8Array.from({ length: DIGITS * SIDE * SIDE }, (_, i) =>
    i % SIDE > 9 && i % SIDE < 16 && Math.floor(i / SIDE) % SIDE > 5 && Math.floor(i / SIDE) % SIDE < 20
      ? 255
      : 0,
  )
  const original = originalOf(bytes, 3)

  it('is what the network reads: the switches that are on, as far as they are set', () => {
    expect(recipeOf(defaults).map(({ transform, amount }) => [transform.id, amount])).toEqual([
      ['shift', 2],
      ['rotation', 15],
      ['scale', 0.15],
      ['shear', 0.25],
      ['elastic', 1],
    ])
    expect(recipeOf({ ...defaults, ...off })).toEqual([])
    expect(amountOf('shift', { ...defaults, strength: 3 })).toBe(6)
    expect(amountOf('rotation', { ...defaults, strength: 3, turn: 90 })).toBe(90)
    expect(amountOf('mirror', { ...defaults, strength: 3 })).toBe(0.5)
  })
  it('is a sheet of different variants, and of equal ones when nothing is on', () => {
    const different = (values: AugmentationValues): number =>
      new Set(makeVariants(original, values, 16).map((image) => image.join())).size
    expect(different(defaults)).toBe(16)
    expect(different({ ...defaults, ...off })).toBe(1)
  })
  it.each(TRANSFORMS)('is a sample that %s alone has changed', (id) => {
    expect([...makeSample(original, id, amountOf(id, defaults))]).not.toEqual([...original])
  })
  it('is empty paper before there is an image', () => {
    expect(Math.max(...originalOf(new Uint8Array(0), 4))).toBe(0)
  })
  it('names the commonest mistake', () => {
    const confusion = new Uint16Array(DIGITS * DIGITS)
    for (let digit = 0; digit < DIGITS; digit++) confusion[digit * (DIGITS + 1)] = 9
    confusion[9 * DIGITS + 6] = 3
    confusion[6 * DIGITS + 9] = 1
    expect(commonestMistake(confusion)).toEqual({ digit: 9, answer: 6, share: 0.25 })
    expect(readAs(confusion, 6, 6)).toBe(0.9)
  })
})

describe('the twins', () => {
  it('start alike, and go on alike when nothing is on', async () => {
    const [own, twin] = [await train({}, 0, 0), await train({}, 1, 0)]
    expect([...own.confusion]).toEqual([...twin.confusion])
    const [still, plain] = [await train(off, 0, 30), await train(off, 1, 30)]
    expect([...still.confusion]).toEqual([...plain.confusion])
    expect([...(await train({}, 0, 30)).confusion]).not.toEqual([...plain.confusion])
  })
  it('are members that differ in nothing but their place', () => {
    expect(membersOf(spec, defaults)).toEqual([
      { id: 'augmented', values: defaults },
      { id: 'plain', values: defaults },
    ])
  })
})

describe('the chapter', () => {
  const { members } = parseRecorded(readFileSync(new URL('frames/changed-digits.json', folder), 'utf8'))
  const [own, twin] = members.map(({ frame }) => frame as AugmentationFrame) as [
    AugmentationFrame,
    AugmentationFrame,
  ]

  it('says how the recorded run ends, and for which digits', () => {
    expectInBoth(percent(own.test, 1), percent(twin.test, 1))
    expect(twin.train).toBe(1)
    expect(own.confusion.reduce((sum, count) => sum + count, 0)).toBe(TESTED)
    for (let digit = 0; digit < DIGITS; digit++)
      expect(readAs(own.confusion, digit, digit)).toBeGreaterThan(readAs(twin.confusion, digit, digit))
    // Soon by heart: before a fifth of the updates.
    const { steps, metrics } = members[1]?.history ?? { steps: [], metrics: {} }
    expect(steps[(metrics['train'] ?? []).indexOf(1)]).toBeLessThanOrEqual(200)
  })
  it('says what five times the digits bring without any change', async () => {
    const more = await train({ examples: 1000 }, 1)
    expectInBoth(percent(more.test, 1))
    expect(more.test).toBeLessThan(own.test)
  })
  it.each(['shift', 'elastic', 'noise', 'cutout'] as const)('says what %s alone brings', async (id) => {
    const { test } = await train({ ...off, [id]: true })
    expectInBoth(percent(test))
    expect(test > twin.test).toBe(id === 'shift' || id === 'elastic')
  })
  it('says that any angle makes nines and sixes alike', async () => {
    const { test, confusion } = await train(spec.presets?.['every'] ?? {})
    expectInBoth(percent(test), percent(twin.test))
    expect(readAs(confusion, 9, 6)).toBeCloseTo(1 / 3, 1)
    expect(readAs(confusion, 6, 9)).toBeCloseTo(1 / 5, 1)
    expect(commonestMistake(twin.confusion).share).toBeLessThan(1 / 5)
  })
  it('says that a mirror makes threes and fives alike', async () => {
    const { test, confusion } = await train(spec.presets?.['mirrored'] ?? {})
    expectInBoth(percent(test), percent(readAs(confusion, 5, 5)), percent(readAs(twin.confusion, 5, 5)))
    for (const [digit, answer] of [
      [3, 5],
      [5, 3],
    ] as const)
      expect(readAs(confusion, digit, answer)).toBeGreaterThan(3 * readAs(twin.confusion, digit, answer))
  })
  it('says that three times as far is too far, for its own digits too', async () => {
    const { test, train: remembered } = await train(spec.presets?.['strong'] ?? {})
    expectInBoth(percent(test))
    expect(remembered).toBeLessThanOrEqual(test + 0.005)
  })
})
