import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues, formatValues, parseValues, sampleValues } from '../../../src/protocol/values.ts'
import spec from '../../../src/widgets/receptive-field/spec.ts'
import { compute, MOST_CELLS } from '../../../src/widgets/receptive-field/spec/computed.ts'
import strings from '../../../src/widgets/receptive-field/strings.ts'
import { layCone, seenFrom } from '../../../src/widgets/receptive-field/view/cone.ts'

const defaults = defaultValues(spec.params)
const preset = (id: string) => ({ ...defaults, ...spec.presets?.[id] })

test('any stack is measured or, too large to draw, told in numbers', () => {
  const rng = makeRng(5)
  let drawnOnce = 0
  for (let k = 0; k < 40; k++) {
    const values = { ...sampleValues(spec.params, () => rng.next()), draws: 2 }
    const { size, drawn } = compute(values)
    expect(drawn === undefined).toBe(size > MOST_CELLS)
    if (drawn) {
      drawnOnce += 1
      expect(drawn.effective.strength.every(Number.isFinite)).toBe(true)
      expect(drawn.effective.effective).toBeLessThanOrEqual(size + 1e-9)
    }
    for (const locale of ['en', 'zh'] as const)
      expect(strings[locale].summary({ values, members: [], step: 0 })).not.toMatch(/NaN|undefined/)
    expect(parseValues(spec.params, formatValues(spec.params, values)).values).toEqual(values)
  }
  expect(drawnOnce).toBeGreaterThan(3)
})

test('the sizes that the text names', () => {
  expect(compute(defaults).size).toBe(14)
  expect(compute(preset('lenet')).size).toBe(16)
  expect(compute(preset('deep')).size).toBe(17)
  expect(compute(preset('dilated')).size).toBe(15)
  expect(compute(preset('holes')).drawn?.seen[0].filter(Boolean)).toHaveLength(7)
  expect(compute(preset('holes')).size).toBe(13)
})

test('the effective field of eight layers is much smaller than the theoretical one', () => {
  const { size, drawn } = compute({ ...preset('deep'), draws: 100 })
  expect(drawn?.effective.effective ?? size).toBeLessThan(0.65 * size)
})

test('from the top unit down, the cone lights what the whole field is', () => {
  const { layers, drawn } = compute(defaults)
  const seen = drawn?.seen ?? []
  expect(seenFrom(layers, seen, { level: layers.length, index: 0 })).toEqual(seen)
  // A unit of the first map sees three cells.
  expect(seenFrom(layers, seen, { level: 1, index: 4 })[0].flatMap((lit, i) => (lit ? [i] : []))).toEqual([
    4, 5, 6,
  ])
})

test('each unit stands over the middle of what it reads', () => {
  const { layers, drawn } = compute(defaults)
  const { places } = layCone(layers, drawn?.seen ?? [], { left: 0, width: 140, height: 100, tick: 13 })
  expect(places.at(-1)?.[0].x).toBeCloseTo(70, 9)
  layers.forEach(({ kernel, stride, dilation }, below) =>
    places[below + 1].forEach(({ x }, index) => {
      const [from, to] = [
        places[below][index * stride],
        places[below][index * stride + (kernel - 1) * dilation],
      ]
      expect(x).toBeCloseTo((from.x + to.x) / 2, 9)
    }),
  )
})
