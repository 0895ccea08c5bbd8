import { describe, expect, test } from 'vitest'
import { windowTerms } from '../../../src/math/convolution.ts'
import { formatTenths } from '../../../src/math/imagePatterns.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues, formatValues, parseValues, sampleValues } from '../../../src/protocol/values.ts'
import spec from '../../../src/widgets/convolution/spec.ts'
import {
  compute,
  drawPicture,
  imageOf,
  paintCell,
  withWeight,
} from '../../../src/widgets/convolution/spec/computed.ts'
import strings from '../../../src/widgets/convolution/strings.ts'

const defaults = defaultValues(spec.params)

test('any settings make a map, or say that the kernel does not fit', () => {
  const rng = makeRng(7)
  for (let k = 0; k < 60; k++) {
    const values = sampleValues(spec.params, () => rng.next())
    const { output, row, column, image, kernel, slide } = compute(values)
    expect(Array.from(output.values).every(Number.isFinite)).toBe(true)
    for (const locale of ['en', 'zh'] as const)
      expect(strings[locale].summary({ values, members: [], step: 0 })).not.toMatch(/NaN|undefined/)
    if (output.values.length === 0) continue
    const sum = windowTerms(image, kernel, slide, row, column).reduce((all, { product }) => all + product, 0)
    expect(output.values[row * output.width + column]).toBeCloseTo(sum, 9)
  }
})

test('the sizes that the text names', () => {
  const size = (set: Partial<typeof defaults>) => {
    const { output } = compute({ ...defaults, ...set })
    return [output.height, output.width]
  }
  expect(size({})).toEqual([10, 10])
  expect(size({ padding: 'same' })).toEqual([12, 12])
  expect(size({ padding: 'same', stride: 2 })).toEqual([6, 6])
  expect(size({ dilation: 2 })).toEqual([8, 8])
  expect(size({ side: '28', size: '5' })).toEqual([24, 24])
  expect(size({ size: '5', dilation: 3 })).toEqual([0, 0])
})

describe('the reader’s hand', () => {
  test('a painted cell is the only one that changes, and goes through a link', () => {
    const before = imageOf(defaults)
    const values = {
      ...defaults,
      image: 'own' as const,
      drawn: formatTenths(paintCell(before, 4, 5, [1]).values),
    }
    const link = formatValues(spec.params, values)
    const after = imageOf(parseValues(spec.params, link).values)
    const changed = Array.from(after.values).flatMap((value, i) => (value === before.values[i] ? [] : [i]))
    expect(before.values[4 * 12 + 5]).toBeLessThan(1)
    expect(changed).toEqual([4 * 12 + 5])
  })

  test('a drawing is kept when cells and channels change, and nonsense is empty paper', () => {
    const drawn = formatTenths(paintCell(imageOf({ ...defaults, image: 'own' }), 0, 0, [1]).values)
    const own = { ...defaults, image: 'own' as const, drawn }
    const fine = imageOf({ ...own, side: '28', channels: '3' })
    expect([fine.values[0], fine.values[1], fine.values[2], fine.values[3 * 27]]).toEqual([0, 0, 0, 1])
    expect(Math.max(...Array.from(imageOf({ ...own, drawn: 'hello' }).values))).toBe(0)
  })

  test('a changed weight makes the named filter one’s own, in its slice and size only', () => {
    for (const size of ['3', '5'] as const)
      for (const channels of ['1', '3'] as const) {
        const values = { ...defaults, size, channels }
        const channel = channels === '3' ? 2 : 0
        const after = compute({ ...values, ...withWeight(values, channel, 1, 0, 7) }).kernel
        const before = compute(values).kernel
        const changed = Array.from(after.values).flatMap((w, i) => (w === before.values[i] ? [] : [[i, w]]))
        expect(changed).toEqual([[Number(size) * Number(channels) + channel, 7]])
      }
  })
})

test('the detector of red answers to the red roof, and not to the white wall', () => {
  const values = { ...defaults, ...spec.presets?.['colour'] }
  const { output } = compute(values)
  const at = (row: number, column: number): number => output.values[row * output.width + column]
  const most = Math.max(...Array.from(output.values))
  expect(at(13, 7)).toBeCloseTo(most, 6)
  expect(Math.abs(at(18, 6))).toBeLessThan(0.2 * most)
})

test('a picture of the reader’s: its middle square, in ink or in light', () => {
  // Four wide, two high: the middle is red over transparent.
  const pixel = { red: [255, 0, 0, 255], clear: [0, 0, 0, 0], black: [0, 0, 0, 255] }
  const { red, clear, black } = pixel
  const rgba = [black, red, red, black, black, clear, clear, black].flat()
  const picture = { width: 4, height: 2, rgba }
  const own = { ...defaults, image: 'own' as const }
  const grey = imageOf({ ...own, drawn: drawPicture(picture, own) })
  expect([grey.values[0], grey.values[11], grey.values[143]]).toEqual([0.7, 0.7, 0])
  const colour = { ...own, channels: '3' as const }
  const light = imageOf({ ...colour, drawn: drawPicture(picture, colour) })
  expect(Array.from(light.values).slice(0, 3)).toEqual([1, 0, 0])
  expect(Array.from(light.values).slice(-3)).toEqual([1, 1, 1])
})

test('an even picture has no edges, not even tiny ones', () => {
  const { output } = compute({ ...defaults, image: 'own', drawn: '9'.repeat(144) })
  expect(Array.from(output.values).every((value) => value === 0)).toBe(true)
})
