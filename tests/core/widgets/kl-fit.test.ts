import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/kl-fit/experiment.ts'
import { makeTruth, PLACES } from '../../../src/widgets/kl-fit/model/shapes.ts'
import type { Direction, KlValues } from '../../../src/widgets/kl-fit/spec.ts'
import { placeOf } from '../../../src/widgets/kl-fit/view/Densities.tsx'
import { infiniteRanges } from '../../../src/widgets/kl-fit/view/Parts.tsx'

const { spec } = experiment
const defaults = defaultValues(spec.params)
const EDGES = { model: 'edged', truth: 'edged', mean: 2.8, deviation: 0.5 } as const

async function fit(direction: Direction, changed: Partial<KlValues>, steps: number) {
  const values = { ...defaults, ...changed, direction }
  const run = await experiment.create(values, { rng: makeRng(1), backend: 'cpu', member: 0 })
  for (let i = 0; i < steps; i++) await run.step()
  return { ...(await run.measure?.()), frame: await run.frame({ values: {}, width: 600 }) } as Record<
    'divergence' | 'forward' | 'reverse' | 'mean' | 'deviation',
    number
  > & { frame: Awaited<ReturnType<typeof run.frame>> }
}

test('the first figure: forward ends at −0.49 ± 2.55, reverse at 2.50 ± 0.70 with 0.916, and 14.5 the other way', async () => {
  expect(membersOf(spec, defaults).map(({ id }) => id)).toEqual(['forward', 'reverse'])
  const forward = await fit('forward', {}, 300)
  expect(forward.mean).toBeCloseTo(-0.49, 2)
  expect(forward.deviation).toBeCloseTo(2.55, 2)
  const reverse = await fit('reverse', {}, 300)
  expect(reverse.mean).toBeCloseTo(2.5, 2)
  expect(reverse.deviation).toBeCloseTo(0.7, 2)
  expect(reverse.reverse).toBeCloseTo(0.916, 3)
  expect(reverse.forward).toBeCloseTo(14.5, 1)
  expect(-Math.log(0.4)).toBeCloseTo(0.916, 3)
})

test('the forward fit has the mean and the variance of p', async () => {
  const p = makeTruth(defaults)
  const mean = p.reduce((sum, share, i) => sum + share * (PLACES[i] ?? 0), 0)
  const variance = p.reduce((sum, share, i) => sum + share * ((PLACES[i] ?? 0) - mean) ** 2, 0)
  const { mean: fitted, deviation } = await fit('forward', {}, 2000)
  expect(fitted).toBeCloseTo(mean, 2)
  expect(deviation).toBeCloseTo(Math.sqrt(variance), 2)
})

test('from −1 the reverse fit finds the larger hill, at 0.510; from 0 neither, and rests at 1.38', async () => {
  const left = await fit('reverse', { mean: -1 }, 300)
  expect(left.mean).toBeCloseTo(-2.5, 2)
  expect(left.divergence).toBeCloseTo(0.51, 3)
  expect((await fit('reverse', { mean: 0 }, 1000)).divergence).toBeCloseTo(1.38, 2)
  for (let steps = 0; steps <= 300; steps += 50)
    expect((await fit('reverse', {}, steps)).divergence).toBeGreaterThan(0.52)
})

test('with edges the forward divergence is ∞, without a slope, and q stays; the reverse settles at −ln 0.4', async () => {
  const stuck = await fit('forward', EDGES, 50)
  expect(stuck.divergence).toBe(Infinity)
  expect(stuck.frame.gradient).toBeNull()
  expect([stuck.mean, stuck.deviation]).toEqual([2.8, 0.5])
  const [first] = infiniteRanges(stuck.frame.parts)
  expect(placeOf(first?.[0] ?? NaN)).toBeLessThan(-4)
  const settled = await fit('reverse', EDGES, 50)
  expect(settled.divergence).toBeCloseTo(-Math.log(0.4), 3)
  expect(settled.forward).toBe(Infinity)
  expect(settled.frame.parts.every((part) => Number.isFinite(part))).toBe(true)
})

test('from 0 with a deviation of 2.2 it is the other way round: 0.588, sinking to 0.571', async () => {
  const wide = { ...EDGES, mean: 0, deviation: 2.2 }
  expect((await fit('forward', wide, 0)).divergence).toBeCloseTo(0.588, 3)
  expect((await fit('forward', wide, 300)).divergence).toBeCloseTo(0.57, 2)
  expect((await fit('forward', wide, 1000)).divergence).toBeCloseTo(0.571, 3)
  expect((await fit('reverse', wide, 10)).divergence).toBe(Infinity)
  // A deviation of 1.61 is the least that covers p from 0.
  expect((await fit('forward', { ...wide, deviation: 1.63 }, 0)).divergence).toBeLessThan(Infinity)
  expect((await fit('forward', { ...wide, deviation: 1.57 }, 0)).divergence).toBe(Infinity)
})

test('the slope of a run is that of its divergence, for both shapes', async () => {
  const h = 1e-5
  for (const [direction, changed] of [
    ['forward', { mean: 0.4, deviation: 1.7 }],
    ['reverse', { mean: 0.4, deviation: 1.7 }],
    ['reverse', { ...EDGES, deviation: 0.51 }],
    ['forward', { ...EDGES, mean: 0.1, deviation: 2.2 }],
  ] as const) {
    const { frame } = await fit(direction, changed, 0)
    const at = async (dm: number, ds: number) =>
      (
        await fit(
          direction,
          { ...changed, mean: changed.mean + dm, deviation: changed.deviation * Math.exp(ds) },
          0,
        )
      ).divergence
    expect(frame.gradient?.[0]).toBeCloseTo(((await at(h, 0)) - (await at(-h, 0))) / (2 * h), 4)
    expect(frame.gradient?.[1]).toBeCloseTo(((await at(0, h)) - (await at(0, -h))) / (2 * h), 4)
  }
})

test('two coins: 0.511 nats one way, 0.368 the other', () => {
  expect(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1)).toBeCloseTo(0.511, 3)
  expect(0.9 * Math.log(1.8) + 0.1 * Math.log(0.2)).toBeCloseTo(0.368, 3)
})
