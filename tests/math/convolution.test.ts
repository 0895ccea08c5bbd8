import { describe, expect, test } from 'vitest'
import { convolve, planSide, windowTerms, type Cells, type Padding } from '../../src/math/convolution.ts'
import { pool } from '../../src/math/pooling.ts'
import { makeRng } from '../../src/math/rng.ts'
import reference from '../golden/conv.json'

type Planes = readonly (readonly (readonly number[])[])[]

interface ConvCase {
  readonly name: string
  readonly attrs: {
    readonly kernel?: number
    readonly stride: number
    readonly padding: number | string
    readonly dilation?: number
  }
  readonly inputs: { readonly x: readonly Planes[]; readonly w: readonly Planes[]; readonly b?: number[] }
  readonly expected: { readonly y: readonly Planes[] }
}

/** The reference keeps channel after channel: [channels, height, width]. */
function cellsOf(planes: Planes): Cells {
  const [channels, height, width] = [planes.length, planes[0].length, planes[0][0].length]
  const values = Float64Array.from({ length: channels * height * width }, (_, i) => {
    const cell = Math.floor(i / channels)
    return planes[i % channels][Math.floor(cell / width)][cell % width]
  })
  return { height, width, channels, values }
}

function find(name: string): ConvCase {
  const found = reference.cases.find((one) => one.name === name)
  if (!found) throw new Error(`No case ${name}`)
  return found as unknown as ConvCase
}

describe('against PyTorch', () => {
  test.each([
    'conv2d_s1_p0_d1',
    'conv2d_s2_p0_d1',
    'conv2d_s1_p1_d1',
    'conv2d_s2_p1_d1',
    'conv2d_s1_p2_d2',
    'conv2d_sobel_no_kernel_flip',
    'conv2d_tf_same_stride2_6x6',
    'conv2d_tf_same_stride2_7x7',
    'conv2d_tf_same_stride2_5x8',
  ])('%s', (name) => {
    const { attrs, inputs, expected } = find(name)
    const padding: Padding = attrs.padding === 'tf_same' ? 'same' : Number(attrs.padding)
    const slide = { stride: attrs.stride, padding, dilation: attrs.dilation ?? 1 }
    inputs.w.forEach((filter, k) => {
      const made = convolve(cellsOf(inputs.x[0]), cellsOf(filter), slide, inputs.b?.[k] ?? 0)
      const wanted = cellsOf([expected.y[0][k]])
      expect([made.height, made.width]).toEqual([wanted.height, wanted.width])
      Array.from(wanted.values).forEach((value, i) => expect(made.values[i]).toBeCloseTo(value, 11))
    })
  })

  test.each([
    ['max_pool_k2_s2', 'max'],
    ['max_pool_k3_s2', 'max'],
    ['max_pool_k3_s2_p1', 'max'],
    ['avg_pool_k2_s2', 'average'],
    ['avg_pool_k3_s2_p1_exclude_pad', 'average'],
  ] as const)('%s', (name, kind) => {
    const { attrs, inputs, expected } = find(name)
    const made = pool(cellsOf(inputs.x[0]), kind, attrs.kernel ?? 0, attrs.stride, Number(attrs.padding))
    const wanted = cellsOf(expected.y[0])
    expect([made.height, made.width, made.channels]).toEqual([wanted.height, wanted.width, wanted.channels])
    Array.from(wanted.values).forEach((value, i) => expect(made.values[i]).toBeCloseTo(value, 11))
  })
})

describe('one window', () => {
  const rng = makeRng(3)
  const random = (height: number, width: number, channels: number): Cells => ({
    height,
    width,
    channels,
    values: Float64Array.from({ length: height * width * channels }, () => rng.normal()),
  })

  test.each([
    { stride: 1, padding: 'valid', dilation: 1 },
    { stride: 2, padding: 'same', dilation: 2 },
    { stride: 3, padding: 2, dilation: 1 },
  ] as const)('its products add up to the output: %o', (slide) => {
    const [image, kernel] = [random(9, 11, 3), random(3, 3, 3)]
    const map = convolve(image, kernel, slide)
    for (let row = 0; row < map.height; row++)
      for (let column = 0; column < map.width; column++) {
        const terms = windowTerms(image, kernel, slide, row, column)
        expect(terms).toHaveLength(27)
        const sum = terms.reduce((total, { product }) => total + product, 0)
        expect(map.values[row * map.width + column]).toBeCloseTo(sum, 12)
        for (const { inside, input } of terms) if (!inside) expect(input).toBe(0)
      }
  })

  test('a window that does not fit stands nowhere', () => {
    const slide = { stride: 1, padding: 'valid', dilation: 3 } as const
    expect(planSide(5, 3, slide).positions).toBe(0)
    expect(convolve(random(5, 5, 1), random(3, 3, 1), slide).values).toHaveLength(0)
  })

  test('channels have to agree', () => {
    const slide = { stride: 1, padding: 'valid', dilation: 1 } as const
    expect(() => convolve(random(5, 5, 3), random(3, 3, 1), slide)).toThrow(RangeError)
  })

  test('moved input, moved output: the same kernel everywhere', () => {
    const slide = { stride: 1, padding: 'valid', dilation: 1 } as const
    const image = random(8, 9, 1)
    const moved: Cells = {
      ...image,
      values: Float64Array.from({ length: 72 }, (_, i) => (i % 9 === 0 ? 0 : image.values[i - 1])),
    }
    const kernel = random(3, 3, 1)
    const [before, after] = [convolve(image, kernel, slide), convolve(moved, kernel, slide)]
    for (let row = 0; row < 6; row++)
      for (let column = 1; column < 7; column++)
        expect(after.values[row * 7 + column]).toBeCloseTo(before.values[row * 7 + column - 1], 12)
  })
})
