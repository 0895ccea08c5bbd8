import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { runTrial } from '../../../src/headless/trial.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { mean, standardDeviation } from '../../../src/math/statistics.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import deep from '../../../src/widgets/deep-and-plain/experiment.ts'
import { makeNet } from '../../../src/widgets/deep-and-plain/model/net.ts'
import type { DepthFrame } from '../../../src/widgets/deep-and-plain/spec.ts'
import polynomial from '../../../src/widgets/polynomial-fit/experiment.ts'
import type { FitFrame } from '../../../src/widgets/polynomial-fit/spec.ts'
import bench from '../../../src/widgets/training-bench/experiment.ts'
import { type BenchFrame } from '../../../src/widgets/training-bench/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

const look = { values: {}, width: 624 }

describe('what the chapter says of polynomials', () => {
  type Given = SpecValues<typeof polynomial.spec>
  const values = defaultValues(polynomial.spec.params)
  const hundred = async (given: Partial<Given> = {}): Promise<FitFrame> =>
    (await runTrial(polynomial, { ...values, ...given }, 99, 'cpu'))[0].frame as FitFrame

  it('the test error falls to degree 7, climbs to 14, falls again, and not as far', async () => {
    const { draws, test, train, bias, variance } = await hundred()
    expect(draws).toBe(100)
    const said: [number, number][] = [
      [1, 0.53],
      [7, 0.13],
      [13, 0.48],
      [16, 0.53],
      [24, 0.28],
    ]
    for (const [degree, error] of said) expect(test[degree], `degree ${degree}`).toBeCloseTo(error, 2)
    expect(test[14]).toBeCloseTo(3.4, 1)
    expect(test.indexOf(Math.min(...test))).toBe(7)
    expect(test.indexOf(Math.max(...test))).toBe(14)
    expect(train[14]).toBeLessThan(1e-20)
    expect([bias[1], bias[7]].map((part) => part.toFixed(3))).toEqual(['0.423', '0.002'])
    expect([variance[1], variance[7]].map((part) => part.toFixed(3))).toEqual(['0.013', '0.048'])
    expect((bias[1] + variance[1] + 0.09).toFixed(2)).toBe('0.53')
    expect((bias[7] + variance[7] + 0.09).toFixed(2)).toBe('0.14')
  })

  it('a hundred points tame degree 14, and so does a penalty, which leaves no peak', async () => {
    expect((await hundred({ points: 100 })).test[14]).toBeCloseTo(0.1, 2)
    const { test } = await hundred({ ridge: true, lambda: 0.1 })
    expect(test[14]).toBeCloseTo(0.19, 2)
    for (let degree = 7; degree <= 24; degree++) expect(test[degree]).toBeLessThanOrEqual(0.2)
  })

  it('without noise there is nothing to overfit', async () => {
    expect((await hundred({ noise: 0 })).test[14]).toBeLessThan(5e-9)
  })
})

describe('what the chapter says of the bench', () => {
  type Given = SpecValues<typeof bench.spec>
  const values = defaultValues(bench.spec.params)

  const known = new Map<string, Promise<BenchFrame>>()
  /** Each setting is trained once. */
  const train = (given: Partial<Given>): Promise<BenchFrame> => {
    const all = { ...values, ...given } as Given
    const key = JSON.stringify(all)
    const found = known.get(key) ?? trainAfresh(all)
    known.set(key, found)
    return found
  }
  async function trainAfresh(all: Given): Promise<BenchFrame> {
    const run = await bench.create(all, { rng: makeRng(all.seed), backend: 'cpu', member: 0 })
    await run.steps?.(all.updates)
    const frame = await run.frame(look)
    run.dispose()
    return frame
  }
  const gaps = ({ test, train: on }: BenchFrame): Float64Array => test.map((loss, i) => loss - on[i])
  const two = (value: number): string => value.toFixed(2)

  const TABLE: [Partial<Given>, string][] = [
    [{ switch: 'none' }, '0.08 0.69 0.61 ± 0.16 17.7'],
    [{ switch: 'l2' }, '0.23 0.37 0.14 ± 0.08 15.6'],
    [{ switch: 'l1' }, '0.21 0.39 0.18 ± 0.11 15.5'],
    [{ switch: 'dropout' }, '0.21 0.45 0.24 ± 0.17 16.0'],
    [{ switch: 'batch-norm' }, '0.17 0.38 0.21 ± 0.05 16.7'],
    [{ switch: 'augmentation' }, '0.20 0.38 0.18 ± 0.10 15.1'],
    [{ switch: 'early-stopping' }, '0.25 0.50 0.25 ± 0.32 16.5'],
    [{ switch: 'decay' }, '0.15 0.47 0.32 ± 0.11 16.6'],
    [{ switch: 'initialisation', scale: 4 }, '0.07 1.11 1.04 ± 0.54 17.7'],
    [{ switch: 'residual' }, '0.09 0.69 0.60 ± 0.18 17.5'],
    [{ switch: 'width', wide: 4 }, '0.26 0.43 0.17 ± 0.17 16.3'],
    [{ switch: 'width', wide: 64 }, '0.04 1.16 1.12 ± 0.39 19.3'],
  ]
  it.each(TABLE)('the table’s row of %o', { timeout: 60_000 }, async (given, row) => {
    const frame = await train(given)
    const gap = gaps(frame)
    const spread = `${two(mean(gap))} ± ${two(standardDeviation(gap, true))}`
    const wrong = (100 * mean(frame.testError)).toFixed(1)
    expect(`${two(mean(frame.train))} ${two(mean(frame.test))} ${spread} ${wrong}`).toBe(row)
  })

  it('the penalty raises every training loss and lowers every test loss', async () => {
    const [plain, penalised] = [await train({ switch: 'none' }), await train({ switch: 'l2' })]
    penalised.train.forEach((loss, i) => expect(loss).toBeGreaterThan(plain.train[i]))
    penalised.test.forEach((loss, i) => expect(loss).toBeLessThan(plain.test[i]))
  })

  it('a valley of penalties: 0.60, 0.44, 0.37, 0.41, 0.68', async () => {
    const losses: string[] = []
    for (const l2 of [0.001, 0.005, 0.02, 0.1, 0.5])
      losses.push(two(mean((await train({ switch: 'l2', l2 })).test)))
    expect(losses).toEqual(['0.60', '0.44', '0.37', '0.41', '0.68'])
    const given = await train({ switch: 'l2', l2: 0.5 })
    expect(mean(gaps(given))).toBeCloseTo(0.02, 2)
    expect(mean(given.testError)).toBeGreaterThan(0.45)
  })

  it('early stopping: four of six by update 50, two at 400 and 600, and every gap smaller', async () => {
    const [plain, stopped] = [await train({ switch: 'none' }), await train({ switch: 'early-stopping' })]
    expect([...stopped.at].sort((a, b) => a - b)).toEqual([30, 30, 40, 50, 400, 600])
    gaps(stopped).forEach((gap, i) => expect(gap).toBeLessThan(gaps(plain)[i]))
  })

  it('jitter: alike at 0.3 and 0.6, worse at 1', async () => {
    const at = async (jitter: number): Promise<number> =>
      mean((await train({ switch: 'augmentation', jitter })).test)
    expect([two(await at(0.3)), two(await at(0.6))]).toEqual(['0.38', '0.38'])
    expect(await at(1)).toBeGreaterThan(0.45)
  })

  it('with 400 points the gap is 0.03, and the penalty makes every test loss worse', async () => {
    const plain = await train({ switch: 'none', points: 400 })
    const penalised = await train({ switch: 'l2', points: 400 })
    expect(two(mean(gaps(plain)))).toBe('0.03')
    expect(two(mean(plain.test))).toBe('0.29')
    penalised.test.forEach((loss, i) => expect(loss).toBeGreaterThan(plain.test[i]))
  })
})

describe('what the chapter says of depth', () => {
  type Given = SpecValues<typeof deep.spec>
  const values = defaultValues(deep.spec.params)

  async function train(given: Partial<Given>, steps = 600): Promise<DepthFrame> {
    const all = { ...values, ...given } as Given
    const run = await deep.create(all, { rng: makeRng(all.seed), backend: 'cpu', member: 0 })
    if (steps > 0) await run.steps?.(steps)
    const frame = await run.frame(look)
    run.dispose()
    return frame
  }

  it('seed 2: 0.06, 0.33 and 0.69 without skips, 0.06, 0.0005 and 0.0004 with them', async () => {
    const losses: number[] = []
    for (const skips of [false, true])
      for (const depth of [4, 16, 32]) losses.push((await train({ depth, skips })).loss)
    expect(losses.slice(0, 4).map((loss) => loss.toFixed(2))).toEqual(['0.06', '0.33', '0.69', '0.06'])
    expect(losses.slice(4).map((loss) => loss.toFixed(4))).toEqual(['0.0005', '0.0004'])
    // The lower, the deeper.
    expect(losses.slice(3)).toEqual(losses.slice(3).sort((a, b) => b - a))
  })

  it('32 plain layers: four seeds never leave the loss of a coin, seed 1 finds 0.36 and loses it', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const run = await deep.create({ ...values, seed }, { rng: makeRng(seed), backend: 'cpu', member: 0 })
      const losses: number[] = []
      for (let update = 0; update < 600; update += 10) {
        await run.steps?.(10)
        losses.push((await run.measure?.())?.['loss'] ?? NaN)
      }
      run.dispose()
      const least = Math.min(...losses)
      if (seed === 1) expect(least.toFixed(2)).toBe('0.36')
      else expect(least, `seed ${seed}`).toBeGreaterThan(0.68)
      expect(losses.at(-1)).toBeGreaterThan(0.68)
    }
  })

  it('their twins go below 0.002 with each of five seeds, and 48 layers do as well', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const skips = await train({ seed, skips: true })
      expect(skips.loss).toBeLessThan(0.002)
      expect(skips.accuracy).toBe(1)
    }
    expect((await train({ skips: true, depth: 48 })).loss).toBeLessThan(0.006)
  })

  it('at the start the first layer gets next to no gradient without skips; at the end, seeds 1 to 3 are blind', async () => {
    const [plain, skips] = [await train({}, 0), await train({ skips: true }, 0)]
    expect(skips.gradient[0] / plain.gradient[0]).toBeGreaterThan(400_000)
    for (const seed of [1, 2, 3]) expect((await train({ seed })).variety.at(-1)).toBeLessThan(0.01)
    expect((await train({})).gradient[0]).toBe(0)
  })

  it('Adam and 12 units: most of five seeds learn, seed 5 does not', async () => {
    const adam = { rule: 'adam', learningRate: 0.003, units: 12 } as const
    for (const seed of [1, 2, 3, 4])
      expect((await train({ ...adam, seed })).loss, `seed ${seed}`).toBeLessThan(0.1)
    expect((await train({ ...adam, seed: 5 })).loss).toBeCloseTo(0.37, 2)
  })

  it('undamped, the sum’s mean square more than doubles at every layer, and training overflows', async () => {
    const model = makeNet(makeRng(1).split('weights'), { ...values, skips: true, damped: false })
    const x = tf.tensor2d([0.5, -1, 1.5, 0.3, -0.7, 0.9], [3, 2])
    const sizes = tf.tidy(() =>
      tf.stack(
        model
          .trace(x)
          .activations.slice(0, -1)
          .map((h) => tf.mean(tf.square(h))),
      ),
    )
    const squares = await read(sizes)
    expect(squares[31] / squares[0]).toBeGreaterThan(2 ** 31)
    tf.dispose([x, sizes])
    model.dispose()
    const members = await runTrial(deep, { ...values, damped: false }, 20, 'cpu')
    const broken = members.find(({ id }) => id === 'skips-32')
    expect(broken?.problem).toBeDefined()
    expect(broken?.step).toBeLessThanOrEqual(10)
  })
})

describe('what the chapter says of chance', () => {
  /** The mean of the largest of some sums of fair coins. */
  function largest(coins: number, tosses: number): number {
    let [below, expected] = [0, 0]
    let mass = 2 ** -tosses
    for (let heads = 0, sum = 0; heads <= tosses; heads++) {
      sum += mass
      expected += heads * (sum ** coins - below ** coins)
      below = sum
      mass = (mass * (tosses - heads)) / (heads + 1)
    }
    return expected
  }
  it('the best of twenty coins gets about 59 of 100', () => {
    expect(largest(20, 100)).toBeCloseTo(59, 0)
    expect(largest(1, 100)).toBeCloseTo(50, 9)
  })
  it('sixty random trials find the best twentieth with 95 %, ninety with 99 %', () => {
    expect(1 - 0.95 ** 60).toBeGreaterThan(0.95)
    expect(1 - 0.95 ** 58).toBeLessThan(0.95)
    expect(Math.ceil(Math.log(0.01) / Math.log(0.95))).toBe(90)
  })
})
