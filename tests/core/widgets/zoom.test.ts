import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { variableOf } from '../../../src/core/layers/layer.ts'
import { makeConvNet } from '../../../src/core/models/convNet.ts'
import { formatDrawing, imageOf } from '../../../src/math/drawnDigit.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues, formatValues, parseValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/zoom/experiment.ts'
import { exampleOf, travel, valueAt } from '../../../src/widgets/zoom/spec/forward.ts'
import type { ZoomValues } from '../../../src/widgets/zoom/spec/params.ts'
import { after, before, clampPlace, down, up, type Place } from '../../../src/widgets/zoom/spec/place.ts'
import { ANSWER, PLAN, STAGES } from '../../../src/widgets/zoom/spec/stages.ts'
import { candidates, dotProduct, softmaxSteps } from '../../../src/widgets/zoom/spec/sums.ts'
import type { ZoomFrame } from '../../../src/widgets/zoom/spec/traffic.ts'
import strings from '../../../src/widgets/zoom/strings.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('wasm')
})
afterAll(() => opened.close())

const { spec } = experiment
const values: ZoomValues = { ...defaultValues(spec.params), images: 6000 }
const DRAWING = formatDrawing([
  [0.3, 0.2, 0.7, 0.2, 0.4, 0.8],
  [0.35, 0.5, 0.65, 0.5],
])
const IMAGES = (frame: ZoomFrame) => [imageOf(DRAWING) ?? new Float32Array(784), exampleOf(frame, 4)]

/** The network before training, and after some. */
const frames: ZoomFrame[] = []
let accuracy = 0
beforeAll(async () => {
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'wasm', member: 0 })
  try {
    frames.push(await run.frame({ values, width: 624 }))
    for (let i = 0; i < 150; i++) await run.step()
    frames.push(await run.frame({ values, width: 624 }))
    accuracy = (await run.measure?.())?.['accuracy'] ?? 0
  } finally {
    run.dispose()
  }
}, 60_000)

/** The library's own numbers for the same weights: sums before the ReLU, and what every layer gives. */
async function tensorsOf({ layers }: ZoomFrame, image: Float32Array): Promise<Float32Array[]> {
  const net = makeConvNet(makeRng(0), PLAN)
  const learned = net.stages.flatMap(({ layer }) => (layer ? [layer] : []))
  learned.forEach(({ weights }, i) => {
    for (const name of ['kernel', 'bias'] as const) {
      const loaded = variableOf(layers[i][name].slice(), weights[name].shape)
      weights[name].assign(loaded)
      loaded.dispose()
    }
  })
  const x = tf.tensor4d(image.slice(), [1, 28, 28, 1])
  const traced = net.trace(x)
  const inputs = [x, ...traced]
  const sums = net.stages.map(({ planned, layer }, i) => {
    if (planned.layer.kind !== 'conv' || !layer) return null
    const { kernel, bias } = layer.weights
    const conv = () => tf.conv2d(inputs[i] as tf.Tensor4D, kernel as unknown as tf.Tensor4D, 1, 'valid')
    return tf.tidy(() => tf.add(conv(), bias))
  })
  const odds = tf.softmax(traced[traced.length - 1] as tf.Tensor2D)
  const stages = net.stages.flatMap((_, i) => {
    const sum = sums[i]
    return sum ? [sum, traced[i]] : [traced[i]]
  })
  const all = await Promise.all([x, ...stages, odds].map((tensor) => read(tensor)))
  tf.dispose([x, ...traced, ...sums.filter((sum) => sum !== null), odds])
  net.dispose()
  return all
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))

describe('the numbers of the zoom', () => {
  it('learns, so that the trained network is another', () => {
    expect(accuracy).toBeGreaterThan(0.5)
    expect(frames[1].layers[0].kernel).not.toEqual(frames[0].layers[0].kernel)
  })

  it.each([
    ['untrained', 0],
    ['trained', 1],
  ])('are those of the tensors, everywhere, %s', async (_, which) => {
    const frame = frames[which]
    for (const image of IMAGES(frame)) {
      const volumes = travel(frame, image)
      const tensors = await tensorsOf(frame, image)
      expect(tensors.length).toBe(STAGES.length)
      volumes.forEach((volume, stage) => {
        const { height, width, channels } = STAGES[stage].output
        expect([volume.height, volume.width, volume.channels]).toEqual([height, width, channels])
        expect(volume.values.length).toBe(tensors[stage].length)
        const off = Array.from(tensors[stage]).findIndex((value, i) => !close(volume.values[i], value))
        expect(off, `stage ${stage}`).toBe(-1)
      })
    }
  })

  it('add up to the map that they are written out for', () => {
    const rng = makeRng(5)
    const pick = (n: number): number => Math.floor(rng.next() * n)
    for (const frame of frames)
      for (const image of IMAGES(frame)) {
        const volumes = travel(frame, image)
        for (let tries = 0; tries < 200; tries++) {
          const layer = 1 + pick(ANSWER)
          const { kind, output, size, input } = STAGES[layer]
          const place: Place = {
            level: 'sum',
            layer,
            channel: pick(output.channels),
            row: pick(output.height),
            column: pick(output.width),
            slice: 0,
          }
          const shown = valueAt(volumes[layer], place.row, place.column, place.channel)
          if (kind === 'conv' || kind === 'dense') {
            const { slices, bias, total } = dotProduct(frame, volumes, place)
            expect(slices.length).toBe(input.channels)
            expect(slices.every(({ terms }) => terms.length === size * size)).toBe(true)
            const products = slices.flatMap(({ terms }) => terms.map((term) => term.input * term.weight))
            expect(
              close(
                products.reduce((a, b) => a + b, bias),
                shown,
              ),
            ).toBe(true)
            expect(close(total, shown)).toBe(true)
          } else if (kind === 'pool') {
            const four = candidates(volumes, place)
            expect(four.length).toBe(4)
            expect(four.filter(({ chosen }) => chosen)).toMatchObject([{ value: shown }])
            expect(Math.max(...four.map(({ value }) => value))).toBe(shown)
          } else if (kind === 'relu') {
            const sum = valueAt(volumes[layer - 1], place.row, place.column, place.channel)
            expect(Math.max(0, sum)).toBe(shown)
          } else {
            const { rows, total } = softmaxSteps(volumes[ANSWER - 1].values)
            expect(close(rows[place.channel].power / total, shown)).toBe(true)
            expect(close(rows[place.channel].probability, shown)).toBe(true)
          }
        }
      }
  })
})

describe('the way through the network', () => {
  const anywhere = (random: () => number): Place =>
    clampPlace(
      Object.fromEntries(
        Object.entries(spec.params).map(([key, param]) => [key, param.sample(random)]),
      ) as unknown as ZoomValues,
    )

  it('goes up to the network from everywhere, and down to the numbers', () => {
    const rng = makeRng(9)
    for (let i = 0; i < 100; i++) {
      let place = anywhere(() => rng.next())
      const { layer } = place
      for (let n = 0; n < 3; n++) place = up(place)
      expect(place.level).toBe('network')
      for (let n = 0; n < 3; n++) place = down(place)
      expect(place.level).toBe(layer === 0 ? 'layer' : 'sum')
    }
  })

  it('stays on the maps as it goes to the layers beside, and back over what it came from', () => {
    const rng = makeRng(10)
    for (let i = 0; i < 200; i++) {
      const place = anywhere(() => rng.next())
      for (const to of [before(place), after(place, 3)]) {
        const { output } = STAGES[to.layer]
        expect(to).toEqual(clampPlace(to))
        expect(to.row).toBeLessThan(output.height)
        expect(to.column).toBeLessThan(output.width)
        expect(to.channel).toBeLessThan(output.channels)
      }
      // The unit that a pool or a ReLU made of one leads back into its window.
      const { kind } = STAGES[place.layer]
      if (kind !== 'pool' && kind !== 'relu') continue
      const back = after(before(place), 3)
      expect([back.layer, back.row, back.column]).toEqual([place.layer, place.row, place.column])
    }
  })

  it('is in the link', () => {
    const there = { ...values, level: 'sum', layer: 4, channel: 3, row: 7, column: 2, slice: 5 } as const
    const link = formatValues(spec.params, there)
    expect(link).toMatchObject({ level: 'sum', layer: '4', channel: '3', row: '7', column: '2', slice: '5' })
    expect(parseValues(spec.params, link).values).toMatchObject({ level: 'sum', layer: 4, slice: 5 })
  })

  it.each(['en', 'zh'] as const)('is told in words: %s', (locale) => {
    const { summary } = strings[locale]
    const tell = (given: Partial<ZoomValues>, which: 0 | 1): string =>
      summary({
        values: { ...values, ...given },
        members: [{ id: 'run', frame: frames[which] }],
        step: which * 150,
      })
    expect(tell({}, 0)).not.toBe(tell({}, 1))
    const told = [
      tell({}, 1),
      tell({ level: 'layer', layer: 2 }, 1),
      tell({ level: 'sum', layer: 4 }, 1),
      tell({ level: 'sum', layer: ANSWER }, 1),
      tell({ drawing: DRAWING }, 1),
    ]
    expect(new Set(told).size).toBe(told.length)
    for (const words of told) expect(words).not.toMatch(/[{}]|undefined|NaN/)
  })
})
