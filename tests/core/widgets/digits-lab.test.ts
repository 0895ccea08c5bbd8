import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import type { Run } from '../../../src/core/run/experiment.ts'
import { formatDrawing } from '../../../src/math/drawnDigit.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { STROKES_RECIPE } from '../../../src/math/strokes/recipe.ts'
import { parseValues, defaultValues, formatValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/digits-lab/experiment.ts'
import {
  labLayer,
  planOf,
  TEST_EVERY,
  TESTED,
  type LabValues,
} from '../../../src/widgets/digits-lab/spec/params.ts'
import type { Pictures } from '../../../src/widgets/digits-lab/spec/traffic.ts'
import strings from '../../../src/widgets/digits-lab/strings.ts'
import { wordProblem } from '../../../src/widgets/digits-lab/view/layers.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('wasm')
})
afterAll(() => opened.close())

const { spec } = experiment
const values = defaultValues(spec.params)
const look = (shown: Partial<LabValues> = {}) => ({ values: { ...values, ...shown }, width: 624 })

async function use<T>(given: Partial<LabValues>, what: (run: Run<typeof spec>) => Promise<T>): Promise<T> {
  const all = { ...values, ...given }
  const run = await experiment.create(all, { rng: makeRng(all.seed), backend: 'wasm', member: 0 })
  try {
    return await what(run)
  } finally {
    run.dispose()
  }
}

/** A small network that learns in few updates. */
const QUICK: Partial<LabValues> = {
  layers: [labLayer('conv', { size: 5, stride: 2, count: 16 }), labLayer('dense', { count: 64 })],
  batch: 32,
  images: 32 * 200,
  learningRate: 0.004,
}

describe('the lab', () => {
  it('learns to read digits that it was never shown, and a drawn one', async () => {
    await use(QUICK, async (run) => {
      for (let i = 0; i < 200; i++) await run.step()
      const metrics = await run.measure?.()
      expect(metrics?.['accuracy']).toBeGreaterThan(0.6)
      const { exam, probabilities, label } = await run.frame(look({ digit: 3 }))
      expect(exam?.at).toBe(200)
      expect(exam?.accuracy).toBe(metrics?.['accuracy'])
      expect(exam?.confusion.reduce((a, b) => a + b)).toBe(TESTED)
      expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 5)
      expect(label).toBeGreaterThanOrEqual(0)

      // A cell opens as many images as it counts, and each is what the cell says.
      const cell = exam?.confusion.findIndex((n, i) => n > 0 && i % 11 !== 0) ?? -1
      const [digit, answer] = [Math.floor(cell / 10), cell % 10]
      const pictures = (await run.ask?.({ kind: 'cell', digit, answer })) as Pictures
      expect(pictures.numbers.length).toBe(exam?.confusion[cell])
      expect(pictures.images.length).toBe(784 * pictures.numbers.length)
      expect(new Set(pictures.labels)).toEqual(new Set([digit]))
      expect(new Set(pictures.answers)).toEqual(new Set([answer]))
      // The worst mistakes come first.
      const sure = Array.from(exam?.worst.right ?? [])
      expect(sure).toEqual([...sure].sort((a, b) => a - b))

      const drawing = formatDrawing([[0.56, 0.2, 0.53, 0.4, 0.5, 0.6, 0.47, 0.85]])
      const drawn = await run.frame(look({ drawing }))
      expect(drawn.label).toBe(-1)
      expect(drawn.image.some((byte) => byte > 200)).toBe(true)
      expect(drawn.probabilities.indexOf(Math.max(...drawn.probabilities))).toBe(1)
    })
  }, 120_000)

  it('is not tested before the first exam, and shows each layer’s maps', async () => {
    await use({}, async (run) => {
      await run.step()
      const { exam, maps, filters } = await run.frame(look())
      expect(exam).toBeNull()
      expect(maps.map(({ height, width, channels }) => [height, width, channels])).toEqual([
        [12, 12, 8],
        [10, 10, 12],
        [5, 5, 12],
        [1, 1, 10],
      ])
      expect([filters?.side, filters?.count]).toEqual([5, 8])
      // The largest size stands at an end of the scale.
      for (const { values: bytes } of maps)
        expect(Math.max(...bytes.map((byte) => Math.abs(byte - 128)))).toBe(127)
    })
    expect(TEST_EVERY).toBe(spec.run?.measureEvery)
  })

  it('rehearses without a trace', async () => {
    const after = (updates: number) =>
      use(QUICK, async (run) => {
        const alive = tf.memory().numTensors
        if (updates > 0)
          expect(await run.ask?.({ kind: 'rehearsal', updates })).toEqual({ rehearsed: updates })
        expect(tf.memory().numTensors).toBe(alive)
        await run.step()
        return (await run.frame(look())).probabilities
      })
    expect(await after(2)).toEqual(await after(0))
  })

  it('trains with augmentation on other images than without', async () => {
    const after = (augment: boolean) =>
      use({ ...QUICK, augment }, async (run) => {
        await run.step()
        return (await run.frame(look())).probabilities
      })
    expect(await after(true)).not.toEqual(await after(false))
  })
})

describe('layers that make no network', () => {
  const broken = {
    'too-large': [labLayer('conv', { size: 11, dilation: 4 })],
    'no-map': [labLayer('dense'), labLayer('max-pool')],
    'too-many': [
      labLayer('conv', { size: 5, count: 128, padding: 'same' }),
      labLayer('dense', { count: 128 }),
    ],
  } as const

  it.each(Object.entries(broken))('%s: nothing trains, and the reader is told why', async (_, layers) => {
    const result = planOf(layers)
    if (result.plan) throw new Error('A network.')
    for (const locale of ['en', 'zh'] as const) {
      const told = wordProblem(result, strings[locale].text)
      expect(told).not.toMatch(/[{}]/)
      expect(told).toContain(String(result.at + 1))
    }
    await use({ layers }, async (run) => {
      await run.measure?.()
      expect(run.finished?.()).toBe(true)
      expect((await run.frame(look())).maps).toEqual([])
    })
  })
})

it('keeps an edited network in a link', () => {
  const layers = [labLayer('conv', { dilation: 2, padding: 'same' }), labLayer('dropout', { rate: 0.4 })]
  const written = formatValues(spec.params, { ...values, layers })
  expect(parseValues(spec.params, written)).toEqual({ values: { ...values, layers }, problems: [] })
})

it('offers the network and the training that were asked about real digits', () => {
  const { layers = [], ...rest } = spec.presets?.['recipe'] as Partial<LabValues>
  const asked = { ...values, ...rest }
  expect(
    planOf(layers)
      .plan?.layers.slice(0, -1)
      .map(({ layer }) => layer),
  ).toEqual(STROKES_RECIPE.layers)
  expect(asked).toMatchObject({
    batch: STROKES_RECIPE.batch,
    images: STROKES_RECIPE.images,
    optimizer: STROKES_RECIPE.optimizer,
    learningRate: STROKES_RECIPE.rate,
    augment: false,
  })
})
