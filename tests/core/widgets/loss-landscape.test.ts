import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/loss-landscape/experiment.ts'
import { dot, pathPlane, project, randomPlane } from '../../../src/widgets/loss-landscape/model/directions.ts'
import { countWeights, makeLoss, spansOf } from '../../../src/widgets/loss-landscape/model/net.ts'
import { openInNode } from '../nodeBackend.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

const SIZES = [2, 8, 8, 1]

test('the path’s plane holds all of a path that lies in a plane, and gives its shape back', () => {
  const rng = makeRng(3)
  const n = countWeights(SIZES)
  const [a, b, end] = [0, 1, 2].map(() => Float64Array.from({ length: n }, () => rng.normal()))
  const turns = Array.from({ length: 20 }, (_, k) => [2 * Math.cos(k / 5), Math.sin(k / 5)] as const)
  const path = turns.map(([s, t]) => end.map((w, i) => w + s * a[i] + t * b[i]))
  const plane = pathPlane(path, end)
  expect(plane.shares[0] + plane.shares[1]).toBeCloseTo(1, 9)
  expect(plane.shares[0]).toBeGreaterThan(plane.shares[1])
  expect(dot(plane.u, plane.u)).toBeCloseTo(1, 9)
  expect(Math.abs(dot(plane.u, plane.v))).toBeLessThan(1e-6)
  for (const point of path) {
    const moved = end.map((w, i) => point[i] - w)
    const [s, t] = project(plane, moved)
    const left = moved.map((x, i) => x - s * plane.u[i] - t * plane.v[i])
    expect(Math.sqrt(dot(left, left))).toBeLessThan(1e-5)
  }
})

test('a random direction has, for each unit, the length of the unit’s own weights, and leaves biases alone', () => {
  const rng = makeRng(4)
  const weights = Float64Array.from({ length: countWeights(SIZES) }, () => rng.normal())
  const { u, v } = randomPlane(rng, weights, SIZES)
  for (const { inputs, units, kernel, bias } of spansOf(SIZES)) {
    for (let unit = 0; unit < units; unit++) {
      const length = (of: Float64Array) =>
        Math.hypot(...Array.from({ length: inputs }, (_, row) => of[kernel + row * units + unit]))
      expect(length(u)).toBeCloseTo(length(weights), 9)
      expect(length(v)).toBeCloseTo(length(weights), 9)
      expect(u[bias + unit]).toBe(0)
    }
  }
  expect(Math.abs(dot(u, v))).toBeLessThan(0.5 * dot(u, u))
})

test('coordinates in a plane whose directions are not at right angles are found by least squares', () => {
  const plane = { u: Float64Array.of(1, 0, 0), v: Float64Array.of(1, 1, 0) }
  const [a, b] = project(plane, [2 + 3, 3, 7])
  expect(a).toBeCloseTo(2, 12)
  expect(b).toBeCloseTo(3, 12)
  expect(project({ u: Float64Array.of(2, 0), v: Float64Array.of(0, 0) }, [3, 1])).toEqual([1.5, 0])
})

test(
  'the picture’s centre is the loss that the tensors have, and the path ends there',
  { timeout: 60_000 },
  async () => {
    const values = { ...defaultValues(experiment.spec.params), depth: 2 }
    const run = await experiment.create(values, { rng: makeRng(1), backend: 'cpu', member: 0 })
    for (let i = 0; i < 40; i++) await run.step()
    for (const plane of ['trajectory', 'random']) {
      const frame = await run.frame({ values: { plane, directions: 2 }, width: 600 })
      const centre = frame.grid[Math.floor(frame.cells ** 2 / 2)] ?? NaN
      expect(frame.cells % 2).toBe(1)
      expect(Math.abs(10 ** centre / (frame.loss ?? NaN) - 1)).toBeLessThan(1e-5)
      expect(frame.x.at(-1)).toBeCloseTo(0, 6)
      expect(frame.y.at(-1)).toBeCloseTo(0, 6)
    }
    run.dispose()
  },
)

test('saturated logits keep the loss finite', () => {
  const sizes = [2, 1]
  const loss = makeLoss(sizes, [1000, 0, -1000, 0], [1, 1])
  expect(loss([1, 0, 0])).toBeCloseTo(500, 9)
})

test(
  'the caption: after 300 updates the path’s plane holds 99 % of it, and the loss is 0.0006',
  { timeout: 60_000 },
  async () => {
    const values = defaultValues(experiment.spec.params)
    const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    for (let i = 0; i < 300; i++) await run.step()
    const frame = await run.frame({ values: { plane: 'trajectory' }, width: 600 })
    expect(frame.weights).toBe(177)
    expect(frame.shares[0] + frame.shares[1]).toBeCloseTo(0.99, 2)
    expect(frame.loss).toBeCloseTo(0.0006, 4)
    const random = await run.frame({ values: { plane: 'random', directions: 1 }, width: 600 })
    expect(random.shares[0] + random.shares[1]).toBeLessThan(0.1)
    run.dispose()
  },
)
