import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/batch-descent/experiment.ts'
import { batchGradient, makeData, momentsOf } from '../../../src/widgets/batch-descent/model/regression.ts'
import { ARROWS, bestLine, EXAMPLES, meanSquaredError } from '../../../src/widgets/batch-descent/spec.ts'

const data = makeData(makeRng(5), 0.8)
const moments = momentsOf(data)
const all = Int32Array.from({ length: EXAMPLES }, (_, i) => i)

test('the moments give the mean squared error of any line, and its gradient is that of the full batch', () => {
  for (const [slope, height] of [
    [0, 0],
    [-1.5, 2.5],
    [3, -1],
  ] as const) {
    let sum = 0
    for (let i = 0; i < EXAMPLES; i++) sum += (slope * data[2 * i] + height - data[2 * i + 1]) ** 2
    const at = (a: number, b: number) => meanSquaredError(moments, a, b)
    expect(at(slope, height)).toBeCloseTo(sum / EXAMPLES, 10)
    const h = 1e-5
    const [bySlope, byHeight] = batchGradient(data, all, slope, height)
    expect(bySlope).toBeCloseTo((at(slope + h, height) - at(slope - h, height)) / (2 * h), 6)
    expect(byHeight).toBeCloseTo((at(slope, height + h) - at(slope, height - h)) / (2 * h), 6)
  }
})

test('the gradient vanishes at the best line', () => {
  const [bySlope, byHeight] = batchGradient(data, all, ...bestLine(moments))
  expect(Math.hypot(bySlope, byHeight)).toBeLessThan(1e-12)
})

async function runAll(steps: number, changed: object = {}) {
  const values = { ...defaultValues(experiment.spec.params), ...changed }
  return Promise.all(
    membersOf(experiment.spec, values).map(async ({ id, values: own }, member) => {
      const run = await experiment.create(own, { rng: makeRng(own.seed), backend: 'cpu', member })
      const measured = [await run.measure?.()]
      for (let i = 0; i < steps; i++) {
        await run.step()
        measured.push(await run.measure?.())
      }
      const excess = measured.map((metrics) => metrics?.['excess'] ?? NaN)
      const near = excess.findIndex((height) => height < 0.3) * own.batchSize
      const frame = await run.frame({ values: { arrows: true }, width: 600 })
      return { id, floor: excess.slice(101).reduce((a, b) => a + b, 0) / 200, near, frame }
    }),
  )
}

test('the caption’s numbers: examples needed, and how high each run trembles', async () => {
  const [yours, full, single] = await runAll(300)
  expect([yours?.near, full?.near, single?.near]).toEqual([384, 5888, 27])
  expect(single?.floor).toBeCloseTo(0.14, 2)
  expect(yours?.floor).toBeCloseTo(0.006, 3)
  expect(full?.floor).toBeLessThan(1e-4)
})

test('a smaller batch trembles higher, a falling rate settles it', async () => {
  const [four] = await runAll(300, { batchSize: 4 })
  const [sixteen] = await runAll(300)
  const [falling] = await runAll(300, { falling: true, batchSize: 4 })
  expect(four?.floor).toBeGreaterThan(3 * (sixteen?.floor ?? NaN))
  expect(falling?.floor).toBeLessThan(0.5 * (four?.floor ?? NaN))
})

test('batches agree with the full gradient on average, and exactly when they are all of the data', async () => {
  const [yours, full] = await runAll(0)
  const mean = (arrows: Float64Array) => arrows.reduce((sum, x, k) => sum + (k % 2 === 0 ? x : 0), 0) / ARROWS
  const exact = full?.frame.arrows ?? new Float64Array(0)
  for (let k = 0; k < ARROWS; k++) expect(exact[2 * k]).toBeCloseTo(exact[0], 10)
  expect(Math.abs(mean(yours.frame.arrows) - exact[0])).toBeLessThan(0.6)
  expect(new Set(yours.frame.arrows).size).toBe(2 * ARROWS)
})
