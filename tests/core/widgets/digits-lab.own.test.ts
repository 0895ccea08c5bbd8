import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeReaderData } from '../../../src/core/readerData.ts'
import type { Run } from '../../../src/core/run/experiment.ts'
import { pairIdx, parseIdx, type Idx } from '../../../src/math/idx.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/digits-lab/experiment.ts'
import { allOf, inTurn } from '../../../src/widgets/digits-lab/model/images.ts'
import { labLayer, TESTED, updatesOf, type LabValues } from '../../../src/widgets/digits-lab/spec/params.ts'
import { barImages, barLabels } from '../../math/idxFiles.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('wasm')
})
afterAll(() => opened.close())

const given = new Map<string, Blob>()
const { spec } = experiment
const values = defaultValues(spec.params)
const look = { values, width: 624 }

async function use<T>(changes: Partial<LabValues>, what: (run: Run<typeof spec>) => Promise<T>): Promise<T> {
  const data = makeReaderData((name) => Promise.resolve(given.get(name)))
  const env = { rng: makeRng(1), backend: 'wasm', member: 0, data } as const
  const run = await experiment.create({ ...values, ...changes }, env)
  try {
    return await what(run)
  } finally {
    run.dispose()
  }
}
const steps = async (run: Run<typeof spec>, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await run.step()
}

const [TRAINING, TESTING] = ['a1-a2', 'b1-b2'].map((names) =>
  names.replace(/\w+/g, (name) => name.padStart(16, '0')),
)
const put = (pair: string, images: Uint8Array<ArrayBuffer>, labels: Uint8Array<ArrayBuffer>): void =>
  pair.split('-').forEach((name, i) => given.set(name, new Blob([[images, labels][i] ?? images])))

const dataOf = (bytes: Uint8Array): Idx => {
  const { data } = parseIdx(bytes)
  if (!data) throw new Error('no IDX file')
  return data
}

/** Sixty updates, at a rate that learns bars. */
const QUICK: Partial<LabValues> = {
  layers: [labLayer('dense', { count: 32 })],
  batch: 16,
  images: 16 * 60,
  learningRate: 0.01,
}

describe('the reader’s own images', () => {
  beforeAll(() => {
    put(TRAINING, barImages(60), barLabels(60))
    put(TESTING, Uint8Array.from(gzipSync(barImages(1200))), barLabels(1200))
  })

  it('are learned from, and every sixth is held out where there is no test', async () => {
    await use({ ...QUICK, training: TRAINING }, async (run) => {
      await steps(run, 60)
      const { data, exam, image } = await run.frame(look)
      expect(data).toEqual({
        training: { from: 'own', count: 50 },
        testing: { from: 'held-out', count: 10 },
        missing: false,
      })
      expect(exam).toMatchObject({ at: 60, tested: 10, accuracy: 1 })
      // Numbers 5, 11, 17 … are held out: the first shows bar 5.
      expect([...image.keys()].find((i) => image[i] > 0)).toBe(4 * 28 + 2 + 2 * 5)
    })
  })

  it('are asked about: a sample on the way, all at the end', async () => {
    await use({ ...QUICK, training: TRAINING, testing: TESTING }, async (run) => {
      await steps(run, 50)
      const midway = (await run.frame(look)).exam
      expect([midway?.at, midway?.tested]).toEqual([50, TESTED])
      await steps(run, 10)
      const { exam, data } = await run.frame(look)
      expect(data).toMatchObject({ training: { count: 60 }, testing: { from: 'own', count: 1200 } })
      expect([exam?.at, exam?.tested]).toEqual([60, 1200])
      expect(exam?.confusion.reduce((a, b) => a + b)).toBe(1200)
      expect((await run.measure?.())?.['accuracy']).toBe(exam?.accuracy)
      expect(exam?.accuracy).toBeGreaterThan(0.9)

      // Saved with its exam, it goes on to the same number, and holds none of the images.
      const saved = await run.save()
      expect(JSON.stringify(saved).length).toBeLessThan(2e6)
      await run.restore(saved)
      expect((await run.frame(look)).exam?.tested).toBe(1200)
    })
  })

  it('may test a network that learned from made-up digits', async () => {
    await use({ ...QUICK, testing: TESTING }, async (run) => {
      await run.step()
      expect((await run.frame(look)).data).toMatchObject({
        training: { from: 'strokes' },
        testing: { from: 'own', count: 1200 },
      })
    })
  })

  it('are all shown in each turn, in another order each, the same with the same seed', () => {
    const own = pairIdx(dataOf(barImages(30)), dataOf(barLabels(30))).data
    if (!own) throw new Error('no pair')
    const take = (seed: number) => inTurn(own, allOf(30), makeRng(seed))
    const turn = (which: number, seed = 1): string => [...take(seed)(30 * which, 30).pixels].join('')
    const sorted = ({ labels }: { labels: Uint8Array }): number[] => [...labels].sort()
    expect(sorted(take(1)(0, 30))).toEqual(sorted({ labels: own.labels }))
    expect(new Set([turn(0), turn(1), turn(2), turn(0, 2)]).size).toBe(4)
    expect(turn(1)).toBe(turn(1))
    // A batch across the border of two turns is the end of one and the beginning of the next.
    const [all, across] = [take(1), take(1)]
    const both = [...all(25, 5).labels, ...all(30, 5).labels]
    expect([...across(25, 10).labels]).toEqual(both)
  })

  it('single, they are shown and asked about', async () => {
    put(TRAINING, barImages(1), barLabels(1))
    await use({ ...QUICK, training: TRAINING }, async (run) => {
      await steps(run, 2)
      expect(Number.isFinite((await run.measure?.())?.['loss'])).toBe(true)
    })
  })

  it('that are gone when a saved run goes on elsewhere are not told of any more', async () => {
    const saved = await use({ ...QUICK, testing: TESTING }, async (run) => {
      await steps(run, 60)
      return run.save()
    })
    given.clear()
    await use({ ...QUICK, testing: TESTING }, async (run) => {
      await run.restore(saved)
      const { exam, data } = await run.frame(look)
      expect([exam, data.missing]).toEqual([null, true])
    })
  })
})

/** Real MNIST, where this machine has it: no part of the book. */
const folder = ['shared/data', '../shared/data'].find((path) =>
  existsSync(join(path, 'mnist-train5k-images-idx3-ubyte.gz')),
)
if (folder === undefined) console.log('No MNIST in shared/data: training on it is skipped.')

describe.skipIf(folder === undefined)('real MNIST', { timeout: 120_000 }, () => {
  beforeAll(() => {
    const read = (name: string) => Uint8Array.from(readFileSync(join(folder ?? '', `mnist-${name}-ubyte.gz`)))
    put(TRAINING, read('train5k-images-idx3'), read('train5k-labels-idx1'))
    put(TESTING, read('t10k-images-idx3'), read('t10k-labels-idx1'))
  })

  it('is learned in the lab as it stands', async () => {
    await use({ batch: 32, images: 32 * 300, training: TRAINING, testing: TESTING }, async (run) => {
      await steps(run, 300)
      const { exam } = await run.frame(look)
      console.log(`MNIST, ${exam?.at} updates: ${exam?.accuracy} of ${exam?.tested}`)
      expect(exam?.tested).toBe(10_000)
      expect(exam?.accuracy).toBeGreaterThan(0.92)
    })
  })

  it('is read by the figure’s network that saw made-up digits only: 95%, as the text says', async () => {
    await use({ testing: TESTING }, async (run) => {
      await steps(run, updatesOf(values))
      const { exam, data } = await run.frame(look)
      console.log(`MNIST after made-up digits: ${exam?.accuracy} of ${exam?.tested}`)
      expect(data.training.from).toBe('strokes')
      expect(exam?.tested).toBe(10_000)
      expect(exam?.accuracy).toBeGreaterThan(0.945)
      expect(exam?.accuracy).toBeLessThan(0.96)
    })
  })
})
