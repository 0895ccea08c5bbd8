import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { runTrial } from '../../../src/headless/trial.ts'
import { PLANE_FEATURES, type PlaneFeatureId } from '../../../src/math/planeFeature.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import contest from '../../../src/widgets/features-by-hand/experiment.ts'
import type { FeatureFrame, FeatureValues } from '../../../src/widgets/features-by-hand/spec.ts'
import { ENTRIES } from '../../../src/widgets/timeline/spec/entries.ts'
import valves from '../../../src/widgets/valves/experiment.ts'
import type { ValvesFrame, ValvesValues } from '../../../src/widgets/valves/spec.ts'
import {
  flowIn,
  flowOf,
  judge,
  pipes,
  TASKS,
  type TaskId,
  type Taps,
} from '../../../src/widgets/valves/spec/pipes.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

const presets = valves.spec.presets ?? {}

/** Trains the valves; what was measured at a step, and the valves at the end. */
async function turn(given: Partial<ValvesValues>, steps: number) {
  const values = { ...defaultValues(valves.spec.params), ...given }
  const [{ history, frame }] = await runTrial(valves, values, steps, 'cpu')
  const at = (step: number, metric: 'loss' | 'right'): number =>
    history.metrics[metric]?.[history.steps.indexOf(step)] ?? NaN
  return { at, end: (frame as ValvesFrame).valves }
}

describe('the waterworks', () => {
  test('a pipe carries what its valve lets through of the tap or tank that it comes from', () => {
    const weights = Array.from({ length: 12 }, (_, i) => (i - 5) / 10)
    const flow = flowOf(weights, [1, 0.5])
    const into = (gap: 0 | 1, to: number): number =>
      pipes
        .filter((pipe) => pipe.gap === gap && pipe.to === to)
        .reduce((sum, p) => sum + flowIn(p, weights, flow), 0)
    flow.tanks.forEach((level, k) => expect(level).toBeCloseTo(Math.tanh(into(0, k)), 12))
    flow.fountains.forEach((given, k) => expect(given).toBeCloseTo(into(1, k), 12))
  })

  test('each slope is what a small turn changes', () => {
    for (const task of Object.keys(TASKS) as TaskId[]) {
      const start = defaultValues(valves.spec.params).valves
      const { gradient } = judge(start, task)
      const turned = (i: number, by: number): number =>
        judge(
          start.map((w, k) => (k === i ? w + by : w)),
          task,
        ).loss
      gradient.forEach((slope, i) =>
        expect(slope).toBeCloseTo((turned(i, 1e-5) - turned(i, -1e-5)) / 2e-5, 8),
      )
    }
  })

  test('as one finds it no flow is right; the loss falls, hesitates near a quarter, and falls to nothing', async () => {
    const { at } = await turn({}, 300)
    expect(at(0, 'right')).toBe(0)
    expect(at(0, 'loss')).toBeCloseTo(0.42, 2)
    for (const step of [15, 25]) expect(Math.abs(at(step, 'loss') - 0.25)).toBeLessThan(0.01)
    expect(at(100, 'loss')).toBeCloseTo(0.13, 2)
    expect(at(150, 'right')).toBeLessThan(6)
    expect(at(200, 'right')).toBe(6)
    expect(at(300, 'loss')).toBeLessThan(1e-5)
  })

  test('of a hundred random beginnings 99 get all six flows right within 600 updates', async () => {
    const rng = makeRng(1)
    let solved = 0
    for (let i = 0; i < 100; i++) {
      const start = Array.from({ length: 12 }, () => 2 * rng.next() - 1)
      const { at } = await turn({ valves: start }, 600)
      if (at(600, 'right') === 6) solved++
    }
    expect(solved).toBe(99)
  })

  test('with all valves shut nothing ever moves, though half of the flows happen to be right', async () => {
    const { at, end } = await turn({ ...presets['shut'] }, 100)
    expect(judge(presets['shut']?.valves ?? [], 'either').gradient.every((slope) => slope === 0)).toBe(true)
    expect(end.every((w) => w === 0)).toBe(true)
    expect([at(100, 'right'), at(100, 'loss')]).toEqual([3, 0.5])
  })

  test('with all valves alike the tanks stay alike, and no flow is right after 600 updates', async () => {
    const { at, end } = await turn({ ...presets['alike'] }, 600)
    const { tanks } = flowOf(end, [1, 0])
    expect(tanks[1]).toBeCloseTo(tanks[0] ?? NaN, 12)
    expect(tanks[2]).toBeCloseTo(tanks[0] ?? NaN, 12)
    expect(at(600, 'right')).toBe(0)
    expect(at(600, 'loss')).toBeGreaterThan(0.2)
  })

  test('it answers for taps that nobody has mentioned: both half open, 0.65 and 0.33', async () => {
    const { end } = await turn({}, 600)
    const half = flowOf(end, [0.5, 0.5]).fountains
    expect(half[0]).toBeCloseTo(0.65, 2)
    expect(half[1]).toBeCloseTo(0.33, 2)
  })

  test('the kept solution is one; shares are learned within 100 updates', async () => {
    expect(judge(presets['solved']?.valves ?? [], 'either').right).toBe(6)
    expect((await turn({ task: 'share' }, 100)).at(100, 'right')).toBe(6)
  })

  test('no single layer of valves can do it: what both give is the sum of what each gives', () => {
    const [left, right, both] = TASKS.either
    expect(left[0] + right[0]).not.toBe(both[0])
    const direct = (w: readonly [number, number], [a, b]: Taps): number => w[0] * a + w[1] * b
    for (const w of [
      [1, 1],
      [0.3, -0.2],
    ] as const)
      expect(direct(w, [1, 0]) + direct(w, [0, 1])).toBeCloseTo(direct(w, [1, 1]), 12)
  })

  test('the solution of the exercise: small valves before the tanks, large ones behind them, share the water; one update leaves it right', async () => {
    const shared = [0.5, 0, 0, 0.5, 0, 0, 2.2, 0, 0, 1.1, 1.1, 0]
    expect(judge(shared, 'share').right).toBe(6)
    expect((await turn({ task: 'share', valves: shared }, 1)).at(1, 'right')).toBe(6)
  })
})

/** Test accuracy in percent by member and step, and the last frames. */
async function compete(given: Partial<FeatureValues>, steps = 1000) {
  const values = { ...defaultValues(contest.spec.params), ...given }
  const members = await runTrial(contest, values, steps, 'cpu')
  const of = (id: 'hand' | 'network') => members.find((member) => member.id === id)
  const percent = (id: 'hand' | 'network', step = steps): number => {
    const { steps: rows, metrics } = of(id)?.history ?? { steps: [], metrics: {} }
    return 100 * (metrics['accuracy']?.[rows.indexOf(step)] ?? NaN)
  }
  return { percent, frame: (id: 'hand' | 'network') => of(id)?.frame as FeatureFrame }
}

describe('features by hand against a network', { timeout: 120_000 }, () => {
  test('rings: bare coordinates 53.5 %, squares 100 %, the network 100 % by itself', async () => {
    const bare = await compete({ data: 'circle', features: ['x', 'y'] })
    expect(bare.percent('hand')).toBeCloseTo(53.5, 1)
    expect(bare.percent('network', 100)).toBeCloseTo(84, 0)
    expect(bare.percent('network')).toBe(100)
    expect((await compete({ data: 'circle', features: ['xx', 'yy'] })).percent('hand')).toBe(100)
  })

  test('exclusive or: 46 % with the coordinates, 99 % with their product; the network 97.5 %', async () => {
    const bare = await compete({ data: 'xor', features: ['x', 'y'] })
    expect(bare.percent('hand')).toBeCloseTo(46, 1)
    expect(bare.percent('network')).toBeCloseTo(97.5, 1)
    expect((await compete({ data: 'xor', features: ['xy'] })).percent('hand')).toBeCloseTo(99, 1)
  })

  test('spirals: 62.5 % with the coordinates, 99 % with all seven, the network 100 %', async () => {
    const bare = await compete({ data: 'spiral', features: ['x', 'y'] })
    expect(bare.percent('hand')).toBeCloseTo(62.5, 1)
    expect(bare.percent('network')).toBe(100)
    expect((await compete({ data: 'spiral', features: PLANE_FEATURES })).percent('hand')).toBeCloseTo(99, 1)
  })

  test('moons: one hidden layer stays where the coordinates are, two find it; three seeds', async () => {
    for (const seed of [1, 2, 3]) {
      const one = await compete({ data: 'moons', seed, layers: 1 })
      expect(one.percent('network')).toBeLessThan(92)
      expect((await compete({ data: 'moons', seed, layers: 2 })).percent('network')).toBe(100)
    }
    expect((await compete({ data: 'moons', features: ['x', 'y', 'sin-x'] })).percent('hand')).toBe(100)
  })

  test('a single feature: y alone gets 79 % of the rings’ points when squared, its product with x none of the way', async () => {
    const alone = async (data: FeatureValues['data'], feature: PlaneFeatureId): Promise<number> =>
      (await compete({ data, features: [feature] })).percent('hand')
    expect(await alone('circle', 'yy')).toBeCloseTo(79, 0)
    expect(await alone('circle', 'xy')).toBeLessThan(55)
  })

  test('both end in one weighted sum of what is shown under them', async () => {
    const { frame } = await compete({ features: ['xx', 'yy'], units: 5 }, 100)
    expect(frame('hand').weights.length).toBe(2 + 1)
    expect(frame('hand').maps.length).toBe(2 * 24 * 24)
    expect(frame('network').weights.length).toBe(5 + 1)
    expect(frame('network').maps.length).toBe(5 * 24 * 24)
  })
})

test('the timeline: thirty-seven lines, fifteen of them after 2011, from 1943 on', () => {
  expect(ENTRIES.length).toBe(37)
  expect(ENTRIES.filter(({ year }) => year > 2011).length).toBe(15)
  expect(ENTRIES[0]?.year).toBe(1943)
  expect(ENTRIES.at(-1)?.year).toBe(2021)
})
