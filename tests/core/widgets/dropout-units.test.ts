import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import { makeMlp } from '../../../src/core/models/mlp.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { mean } from '../../../src/math/statistics.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/dropout-units/experiment.ts'
import {
  crossEntropy,
  ensembleCrossEntropy,
  sigmoid,
} from '../../../src/widgets/dropout-units/model/score.ts'
import {
  answersOf,
  keptUnits,
  sampleSubnetwork,
  subnetworkOf,
} from '../../../src/widgets/dropout-units/model/subnetworks.ts'
import { BATCH, CELLS, type DropoutFrame } from '../../../src/widgets/dropout-units/spec.ts'
import { openInNode } from '../nodeBackend.ts'

type Values = SpecValues<typeof experiment.spec>

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

const defaults = defaultValues(experiment.spec.params)
async function withRun<T>(
  changes: Partial<Values>,
  member: number,
  use: (run: Awaited<ReturnType<typeof experiment.create>>) => Promise<T>,
): Promise<T> {
  const values = { ...defaults, ...changes, ...(member === 1 ? { rate: 0 } : {}) }
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member })
  try {
    return await use(run)
  } finally {
    run.dispose()
  }
}
const look = (values: Partial<Values> = {}) => ({
  values: { mode: 'training', example: 1, sampled: 10, ...values },
  width: 624,
})

describe('a subnetwork', () => {
  it('answers as the network does whose dropped units are 0 and whose others are enlarged', async () => {
    const model = makeMlp(makeRng(1), { sizes: [2, 5, 4, 1], activation: 'tanh', dropout: 0.4, bias: 0.1 })
    const own = sampleSubnetwork(model, 3)
    expect(own.map((mask) => mask.length)).toEqual([5, 4])
    const x = Float32Array.of(0.3, -0.7, 1.2, 0.4)
    const [first, second] = await answersOf(model, [own], x)
    let expected: number[] = [0.3, -0.7]
    for (const [layer, { dense }] of model.stages.entries()) {
      const kernel = await read(dense.weights.kernel)
      const units = dense.weights.kernel.shape[1]
      const sums = Array.from({ length: units }, (_, unit) =>
        expected.reduce((sum, h, i) => sum + h * kernel[i * units + unit], 0.1),
      )
      expected = layer < 2 ? sums.map((z, unit) => Math.tanh(z) * own[layer][unit]) : sums
    }
    expect(first).toBeCloseTo(expected[0], 5)
    // Several at once are the same as one by one.
    const other = sampleSubnetwork(model, 4)
    const both = await answersOf(model, [other, own], x)
    expect(both[2]).toBeCloseTo(first, 6)
    expect(both[3]).toBeCloseTo(second, 6)
    model.dispose()
  })

  it('is one example’s row of the masks', () => {
    const masks = [Float32Array.of(2, 0, 0, 2, 2, 2), Float32Array.of(0, 2)]
    expect(subnetworkOf(masks, 2, 1)).toEqual([Float32Array.of(2, 2, 2), Float32Array.of(2)])
    const square = [Float32Array.of(2, 0, 0, 2), Float32Array.of(0, 2, 2, 2)]
    expect([...keptUnits(square, 2, 2, 2)]).toEqual([1, 0, 0, 1, 0, 1, 1, 1])
    expect([...keptUnits([], 2, 2, 2)]).toEqual(Array<number>(8).fill(1))
  })
})

describe('losses', () => {
  it('of the mean answer are of the mean probability', () => {
    expect(crossEntropy([2, -1], [1, 0])).toBeCloseTo(
      -(Math.log(sigmoid(2)) + Math.log(1 - sigmoid(-1))) / 2,
      12,
    )
    expect(ensembleCrossEntropy([2, -1, 0, 3], [1, 0])).toBeCloseTo(
      -(Math.log((sigmoid(2) + sigmoid(0)) / 2) + Math.log(1 - (sigmoid(-1) + sigmoid(3)) / 2)) / 2,
      12,
    )
    expect(ensembleCrossEntropy([2, -1], [1, 0])).toBeCloseTo(crossEntropy([2, -1], [1, 0]), 12)
  })
})

describe('the picture', () => {
  it('shows for each example of the next batch the units that it keeps, and the answers of those alone', async () => {
    await withRun({}, 0, async (run) => {
      await run.steps?.(30)
      const all: DropoutFrame[] = []
      for (let example = 1; example <= BATCH; example++) all.push(await run.frame(look({ example })))
      const kept = all[0].next?.kept ?? new Uint8Array(0)
      expect(kept.length).toBe(BATCH * 24)
      const rows = Array.from({ length: BATCH }, (_, row) => kept.slice(24 * row, 24 * (row + 1)))
      expect(new Set(rows.map(String)).size).toBe(BATCH)
      for (const [row, { next }] of all.entries()) {
        expect(next?.kept).toEqual(kept)
        next?.answers.forEach((answer, unit) => expect(answer === 0).toBe(rows[row][unit] === 0))
      }
      const inUse = await run.frame(look({ mode: 'use' }))
      expect(inUse.next?.answers.every((answer) => answer !== 0)).toBe(true)
      expect(inUse.sampled).toEqual(all[0].sampled)
      expect(inUse.sampled.length).toBe(10 * CELLS)
      await run.step()
      expect((await run.frame(look())).next?.kept).not.toEqual(kept)
    })
  })

  it('drops about three units of ten', async () => {
    await withRun({}, 0, async (run) => {
      let kept = 0
      for (let update = 0; update < 100; update++) {
        await run.step()
        kept += (await run.frame(look({ sampled: 1 }))).next?.kept.reduce((sum, one) => sum + one, 0) ?? 0
      }
      expect(kept / (100 * BATCH * 24)).toBeCloseTo(0.7, 1)
    })
  })
})

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

describe('the captions', { timeout: 120_000 }, () => {
  const endOf = (seed: number, member: number, count = defaults.count) =>
    withRun({ seed, count }, member, async (run) => {
      const curve: number[] = []
      for (let update = 0; update < 2000; update += 50) {
        await run.steps?.(50)
        curve.push((await run.measure?.())?.['test'] ?? Number.NaN)
      }
      const end = await run.measure?.()
      const voices = []
      for (const sampled of [1, 10]) voices.push((await run.frame(look({ mode: 'use', sampled }))).ensemble)
      return { curve, end, voices }
    })

  it('seed 2: the plain twin’s test loss ends at 0.84, with dropout at 0.42; its training loss falls on', async () => {
    const [dropout, plain] = [await endOf(2, 0), await endOf(2, 1)]
    expect(dropout.end?.['test']).toBeCloseTo(0.42, 2)
    expect(plain.end?.['test']).toBeCloseTo(0.84, 2)
    expect(plain.end?.['loss']).toBeLessThan(0.02)
    expect(dropout.end?.['loss']).toBeCloseTo(0.24, 2)
    expect(dropout.end?.['accuracy']).toBeCloseTo(0.812, 4)
    expect(plain.end?.['accuracy']).toBeCloseTo(0.794, 4)
    expectInBoth('0.84', '0.42', '79.4%', '81.2%', '0.32', '600', '0.50', '0.40')
    // Stopped in time the plain twin would have done better than dropout ever does.
    expect(Math.min(...plain.curve)).toBeCloseTo(0.32, 2)
    expect(Math.min(...plain.curve)).toBeLessThan(Math.min(...dropout.curve))
    expect((1 + plain.curve.indexOf(Math.min(...plain.curve))) * 50).toBeLessThanOrEqual(600)
    // While units are dropped the training loss is higher than in use.
    expect(dropout.end?.['dropping']).toBeGreaterThan(dropout.end?.['loss'] ?? Infinity)
    // One subnetwork alone, and ten together.
    expect(dropout.voices[0]).toBeCloseTo(0.5, 2)
    expect(dropout.voices[1]).toBeCloseTo(0.4, 2)
  })

  it('with eight seeds dropout ends lower in seven: 0.47 in the mean, against 0.89', async () => {
    const ends = []
    for (let seed = 1; seed <= 8; seed++)
      ends.push(
        await Promise.all([0, 1].map(async (member) => (await endOf(seed, member)).end?.['test'] ?? NaN)),
      )
    expect(ends.filter(([dropout, plain]) => dropout < plain)).toHaveLength(7)
    expect(mean(ends.map(([dropout]) => dropout))).toBeCloseTo(0.47, 2)
    expect(mean(ends.map(([, plain]) => plain))).toBeCloseTo(0.89, 2)
    expectInBoth('0.47', '0.89')
  })

  it('with four hundred points dropout does harm: 0.39 against 0.33', async () => {
    expect((await endOf(2, 0, 400)).end?.['test']).toBeCloseTo(0.39, 2)
    expect((await endOf(2, 1, 400)).end?.['test']).toBeCloseTo(0.33, 2)
    expectInBoth('0.39', '0.33')
  })
})
