import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import { weightsOf } from '../../../src/core/models/model.ts'
import { makeRng } from '../../../src/math/rng.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/batch-norm/experiment.ts'
import { makeTwin } from '../../../src/widgets/batch-norm/model/twin.ts'
import { BINS, type BatchNormFrame } from '../../../src/widgets/batch-norm/spec.ts'
import { flatStretches } from '../../../src/widgets/batch-norm/view/flat.ts'
import { formatSpread } from '../../../src/widgets/batch-norm/view/Ridge.tsx'
import { openInNode } from '../nodeBackend.ts'

type Values = SpecValues<typeof experiment.spec>

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

const LOOK = { values: {}, width: 624 }
const SEEDS = [1, 2, 3]

/** Frames of both twins, without and with, after so many updates. */
async function twins(changes: Partial<Values>, ...steps: readonly number[]) {
  const values = { ...defaultValues(experiment.spec.params), ...changes }
  const told: (readonly [BatchNormFrame, BatchNormFrame])[] = []
  const run = (member: number) =>
    experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member })
  const runs = [await run(0), await run(1)]
  let done = 0
  for (const step of steps) {
    for (const run of runs) await run.steps?.(step - done)
    done = step
    told.push([await runs[0].frame(LOOK), await runs[1].frame(LOOK)])
  }
  for (const run of runs) run.dispose()
  return told
}

/** What both texts of the chapter say must be what their figure shows. */
function expectInBoth(...words: string[]): void {
  for (const language of ['en', 'zh']) {
    const text = readFileSync(
      new URL(`../../../chapters/training-well/${language}.mdx`, import.meta.url),
      'utf8',
    )
    for (const word of words) expect(text).toContain(word)
  }
}

describe('the twins', () => {
  it('begin with the same weights, of the size asked for', async () => {
    const values = { ...defaultValues(experiment.spec.params), weightScale: 0.3 }
    const [plain, normalised] = [false, true].map((on) => makeTwin(makeRng(3), values, on))
    const matched = makeTwin(makeRng(3), { ...values, weightScale: 1 }, false)
    for (const [path, variable] of Object.entries(weightsOf(plain))) {
      const own = await read(variable)
      expect(await read(weightsOf(normalised)[path])).toEqual(own)
      const right = await read(weightsOf(matched)[path])
      own.forEach((weight, i) => expect(weight).toBeCloseTo(0.3 * right[i], 6))
    }
    for (const model of [plain, normalised, matched]) model.dispose()
  })

  it('show what enters every layer: all of it counted, normalised to 0 ± 1 in training alone', async () => {
    const [[plain, normalised]] = await twins({}, 0)
    expect(plain.used).toBeNull()
    for (const { shares } of [plain.training, normalised.training])
      for (let layer = 0; layer < 6; layer++) {
        const own = shares.subarray(layer * BINS, (layer + 1) * BINS)
        expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
      }
    normalised.training.mean.forEach((mean) => expect(mean).toBeCloseTo(0, 3))
    normalised.training.deviation.forEach((deviation) => expect(deviation).toBeCloseTo(1, 2))
    // Before the first update the running statistics know nothing: in use the network is its twin.
    normalised.used?.deviation.forEach((deviation, layer) =>
      expect(deviation).toBeCloseTo(plain.training.deviation[layer], 4),
    )
  })
})

describe('the captions', { timeout: 300_000 }, () => {
  it('without normalisation the sixth layer at first sees less than a hundredth of what the first sees', async () => {
    const [[plain], [later, normalised]] = await twins({}, 0, 120)
    const { deviation } = plain.training
    for (let layer = 1; layer < 6; layer++) expect(deviation[layer] / deviation[layer - 1]).toBeLessThan(0.4)
    expect(deviation[0]).toBeCloseTo(0.14, 2)
    expect(deviation[5]).toBeLessThan(deviation[0] / 100)
    expect(later.training.deviation[5]).toBeLessThan(0.004)
    normalised.training.deviation.forEach((each) => expect(Math.abs(each - 1)).toBeLessThan(0.05))
    expect(later.loss).toBeCloseTo(Math.LN2, 2)
    expect((normalised.accuracy * 100).toFixed(1)).toBe('96.5')
    expectInBoth('96.5%', '0.3 ')
  })

  it('from a start far too small only the normalised twin learns, with each of three seeds', async () => {
    for (const seed of SEEDS) {
      const [[plain, normalised]] = await twins({ seed }, 400)
      expect(Math.abs(plain.loss - Math.LN2)).toBeLessThan(0.005)
      expect(plain.accuracy).toBeLessThanOrEqual(0.5)
      expect(normalised.accuracy).toBeGreaterThan(0.9)
    }
  })

  it('in use it lags behind: at update 10 its loss is 0.68, and 0.33 as training sees it', async () => {
    const [[, normalised]] = await twins({}, 10)
    expect(normalised.loss).toBeCloseTo(0.68, 2)
    expect(normalised.batchLoss).toBeCloseTo(0.33, 2)
    expectInBoth('0.68', '0.33')
  })

  it('from a start that suits, both learn, with each of three seeds', async () => {
    for (const seed of SEEDS)
      for (const { accuracy } of (await twins({ seed, weightScale: 1 }, 400))[0])
        expect(accuracy).toBeGreaterThan(0.95)
  })

  it('with batches of four the normalised twin ends with the higher loss, with each of three seeds', async () => {
    for (const seed of SEEDS) {
      const [[plain, normalised]] = await twins({ seed, weightScale: 1, batch: 4 }, 400)
      expect(normalised.loss).toBeGreaterThan(1.5 * plain.loss)
    }
  })
})

describe('the picture', () => {
  it('greys where a function is flat', () => {
    const [left, right] = flatStretches('tanh')
    expect(left[1]).toBeCloseTo(-2.18, 1)
    expect(right[0]).toBeCloseTo(2.18, 1)
    expect(flatStretches('relu')).toHaveLength(1)
    expect(flatStretches('gelu').every(([, high]) => high < 0)).toBe(true)
  })
  it('writes a spread as mean ± standard deviation, however small', () => {
    expect(formatSpread(-0.234, 1.018)).toBe('−0.23 ± 1.02')
    expect(formatSpread(0.00001, 0.0042)).toBe('0.00 ± 0.004')
    expect(formatSpread(0, 0.00002)).toBe('0.00 ± 2 × 10⁻⁵')
    expect(formatSpread(3.25, 14.5)).toBe('3.3 ± 14.5')
  })
})
