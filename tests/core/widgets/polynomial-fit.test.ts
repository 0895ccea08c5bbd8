import { describe, expect, it } from 'vitest'
import { runTrial } from '../../../src/headless/trial.ts'
import { makeRng } from '../../../src/math/rng.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/polynomial-fit/experiment.ts'
import {
  drawSample,
  fitPolynomial,
  meanSquaredError,
} from '../../../src/widgets/polynomial-fit/model/sample.ts'
import { decompose, emptyTally, takeIn } from '../../../src/widgets/polynomial-fit/model/tally.ts'
import { truths } from '../../../src/widgets/polynomial-fit/model/truths.ts'
import { MOST_DEGREE, PLACES, type FitFrame } from '../../../src/widgets/polynomial-fit/spec.ts'

type Given = SpecValues<typeof experiment.spec>
const values = defaultValues(experiment.spec.params)
const draw = async (given: Partial<Given>, rounds: number): Promise<FitFrame> =>
  (await runTrial(experiment, { ...values, ...given }, rounds, 'cpu'))[0].frame as FitFrame

describe('a fit', () => {
  const sample = drawSample(makeRng(1), 15, truths.waves, 0.3)

  it('passes through every point from degree n − 1 on', () => {
    for (const degree of [14, 15, 20, MOST_DEGREE])
      expect(meanSquaredError(fitPolynomial(sample, degree, 0), sample)).toBeLessThan(1e-16)
    expect(meanSquaredError(fitPolynomial(sample, 13, 0), sample)).toBeGreaterThan(1e-6)
  })

  it('gets no worse on its own points with the degree', () => {
    const errors = Array.from({ length: 15 }, (_, degree) =>
      meanSquaredError(fitPolynomial(sample, degree, 0), sample),
    )
    errors.slice(1).forEach((error, i) => expect(error).toBeLessThanOrEqual(errors[i] + 1e-12))
  })

  it('is exact for a truth of its own degree without noise', () => {
    const clean = drawSample(makeRng(2), 9, (x) => 2 * x ** 3 - x, 0)
    expect(meanSquaredError(fitPolynomial(clean, 3, 0), clean)).toBeLessThan(1e-28)
  })
})

describe('bias and variance', () => {
  it('sum to the mean squared miss, whatever is taken in', () => {
    const tally = emptyTally()
    const rng = makeRng(4)
    const truth = Float64Array.from({ length: PLACES }, () => rng.normal())
    const curves = Array.from({ length: 7 }, () => truth.map((y) => y + 0.5 + rng.normal()))
    for (const curve of curves) takeIn(tally, 3, { curve, truth, train: 0, test: 0 })
    let miss = 0
    for (const curve of curves) curve.forEach((y, i) => (miss += (y - truth[i]) ** 2 / PLACES / 7))
    const { bias, variance } = decompose(tally, 3, truth, 7)
    expect(bias + variance).toBeCloseTo(miss, 10)
    expect(Math.abs(bias - 0.25)).toBeLessThan(0.1)
    expect(Math.abs(variance - 1)).toBeLessThan(0.15)
  })

  it('with the noise make up the test error, which is measured by itself', async () => {
    const frame = await draw({}, 99)
    expect(frame.draws).toBe(100)
    for (const degree of [0, 1, 3, 5, 7, 9]) {
      const sum = frame.bias[degree] + frame.variance[degree] + values.noise ** 2
      expect(Math.abs(frame.test[degree] / sum - 1), `degree ${degree}`).toBeLessThan(0.12)
    }
  })
})

describe('the reader’s hand', () => {
  it('moves a point of the last data set, and no error that has been counted', async () => {
    const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    const look = { values: {}, width: 624 }
    const before = await run.frame(look)
    await run.act?.({ type: 'move', index: 2, x: 0.1, y: 2 })
    const after = await run.frame(look)
    expect(after.moved).toBe(true)
    expect([after.points[4], after.points[5]]).toEqual([0.1, 2])
    expect(after.fit).not.toEqual(before.fit)
    expect(after.test).toEqual(before.test)
    await run.step()
    expect((await run.frame(look)).moved).toBe(false)
    run.dispose()
  })
})
