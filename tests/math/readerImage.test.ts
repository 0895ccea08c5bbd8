import { describe, expect, test } from 'vitest'
import { declaredSize, sniffImage } from '../../src/math/imageFile.ts'
import {
  inkBounds,
  inkOf,
  invertInk,
  isLightOnDark,
  resample,
  stretchInk,
  toDigit,
  toSquare,
  type InkImage,
} from '../../src/math/readerImage.ts'
import { massOf } from '../../src/math/image.ts'

/** Paper of one tone, with a bar of ink on it. */
function bar(
  [width, height]: readonly [number, number],
  [left, top, wide, tall]: readonly [number, number, number, number],
  ink = 1,
  paper = 0,
): InkImage {
  return {
    width,
    height,
    ink: Float64Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)]
      return x >= left && x < left + wide && y >= top && y < top + tall ? ink : paper
    }),
  }
}
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0)

describe('ink of pixels', () => {
  test('black is 1, white is 0, transparent is paper whatever its colour', () => {
    const { ink } = inkOf([0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 51], 4, 1)
    ;[1, 0, 0, 0.2].forEach((value, i) => expect(ink[i]).toBeCloseTo(value, 12))
  })
  test('green is lighter than blue', () => {
    const { ink } = inkOf([0, 255, 0, 255, 0, 0, 255, 255], 2, 1)
    expect(ink[0]).toBeCloseTo(1 - 0.587, 12)
    expect(ink[1]).toBeCloseTo(1 - 0.114, 12)
  })
})

describe('light on dark', () => {
  test('is told by the rim', () => {
    const dark = bar([40, 40], [15, 5, 8, 30])
    expect(isLightOnDark(dark)).toBe(false)
    expect(isLightOnDark(invertInk(dark))).toBe(true)
  })
  test('much ink on white paper is still dark on light', () => {
    expect(isLightOnDark(bar([40, 40], [3, 3, 34, 34]))).toBe(false)
  })
  test('even grey, and one pixel, are left as they are', () => {
    expect(isLightOnDark(bar([8, 8], [0, 0, 0, 0], 1, 0.7))).toBe(false)
    expect(isLightOnDark(bar([1, 1], [0, 0, 1, 1]))).toBe(false)
  })
})

describe('stretching', () => {
  test('grey paper becomes white, and faint ink full', () => {
    const stretched = stretchInk(bar([30, 30], [10, 10, 5, 5], 0.6, 0.3))
    expect(stretched?.ink[0]).toBe(0)
    expect(stretched?.ink[12 * 30 + 12]).toBeCloseTo(1, 12)
  })
  test('where nothing stands out there is nothing to read', () => {
    expect(stretchInk(bar([30, 30], [0, 0, 0, 0], 1, 0.4))).toBeUndefined()
    expect(stretchInk(bar([1, 1], [0, 0, 1, 1]))).toBeUndefined()
  })
})

describe('resampling', () => {
  const image = bar([7, 5], [2, 1, 3, 2], 0.8, 0.1)
  test('keeps the mean, to any number of cells', () => {
    const whole = { left: 0, top: 0, width: 7, height: 5 }
    const mean = sum(image.ink) / 35
    for (const [width, height] of [
      [7, 5],
      [3, 2],
      [20, 11],
      [1, 1],
    ] as const)
      expect(sum(resample(image, whole, width, height).ink) / (width * height)).toBeCloseTo(mean, 10)
  })
  test('outside there is paper', () => {
    const { ink } = resample(image, { left: -7, top: 0, width: 7, height: 5 }, 4, 4)
    expect(sum(ink)).toBe(0)
  })
  test('the middle square of a wide picture', () => {
    expect(sum(toSquare(bar([30, 10], [10, 0, 10, 10]), 4))).toBeCloseTo(16, 10)
    expect(sum(toSquare(bar([30, 10], [0, 0, 10, 10]), 4))).toBeCloseTo(0, 10)
  })
})

describe('as MNIST does', () => {
  test('20 cells high, in proportion, its centre of mass in the middle', () => {
    const digit = toDigit(bar([300, 200], [200, 20, 40, 160])) as Float64Array
    const side = inkBounds({ width: 28, height: 28, ink: digit })
    expect([side?.width, side?.height]).toEqual([5, 20])
    const { column, row } = massOf(digit, 28)
    expect(Math.abs(column + 0.5 - 14)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(row + 0.5 - 14)).toBeLessThanOrEqual(0.5)
  })
  test('mass counts, not the rectangle: a heavy side is moved inwards', () => {
    const image = bar([100, 100], [20, 20, 10, 60])
    // A long thin arm to the right, without weight.
    for (let x = 30; x < 80; x++) image.ink[50 * 100 + x] = 1
    const digit = toDigit(image) as Float64Array
    const bounds = inkBounds({ width: 28, height: 28, ink: digit })
    expect((bounds?.left ?? 0) + (bounds?.width ?? 0) / 2).toBeGreaterThan(15)
  })
  test('however large, however small', () => {
    for (const size of [1, 2, 29, 500]) {
      const digit = toDigit(bar([size, size], [0, 0, size, size])) as Float64Array
      expect(sum(digit)).toBeCloseTo(400, 8)
    }
  })
  test('a stroke thinner than a cell stays a stroke; empty paper is nothing', () => {
    const line = toDigit(bar([400, 400], [199, 10, 1, 380])) as Float64Array
    expect(inkBounds({ width: 28, height: 28, ink: line })?.height).toBe(20)
    expect(toDigit(bar([10, 10], [0, 0, 0, 0]))).toBeUndefined()
  })
})

describe('heads of files', () => {
  const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
  const png = (width: number, height: number): number[] => [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
    ...ascii('IHDR'),
    ...[width, height].flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]),
  ]
  test('a PNG says how large it is, before it is decoded', () => {
    expect(sniffImage(png(20_000, 20_000))).toBe('png')
    expect(declaredSize(png(20_000, 20_000))).toEqual({ width: 20_000, height: 20_000 })
    expect(declaredSize(png(1, 1))).toEqual({ width: 1, height: 1 })
    expect(declaredSize(png(4_294_967_295, 2))?.width).toBe(4_294_967_295)
  })
  test('so does a JPEG, after its other segments', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3, 0, 0]
    expect(sniffImage(jpeg)).toBe('jpeg')
    expect(declaredSize(jpeg)).toEqual({ width: 0x0304, height: 0x0102 })
  })
  test('and a WebP in its three forms', () => {
    const webp = (kind: string, rest: readonly number[]): number[] => [
      ...ascii('RIFF'),
      ...[0, 0, 0, 0],
      ...ascii(`WEBP${kind}`),
      ...rest,
      ...Array<number>(30).fill(0),
    ]
    expect(declaredSize(webp('VP8X', [10, 0, 0, 0, 2, 0, 0, 0, 99, 0, 0, 49, 0, 0]))).toEqual({
      width: 100,
      height: 50,
    })
    expect(declaredSize(webp('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 100, 0, 50, 0]))).toEqual({
      width: 100,
      height: 50,
    })
    // 14 bits each, less 1: 99 and 49.
    const bits = 99 + 49 * 0x4000
    const lossless = [0, 0, 0, 0, 0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, bits >> 24]
    expect(declaredSize(webp('VP8L', lossless))).toEqual({ width: 100, height: 50 })
  })
  test('what only calls itself a picture is none, and a torn head has no size', () => {
    for (const text of ['', 'hello, I am digit.png', 'GIF89a', '<svg xmlns="…">', '%PDF-1.7'])
      expect(sniffImage(ascii(text))).toBeUndefined()
    expect(declaredSize([])).toBeUndefined()
    expect(declaredSize(png(3, 4).slice(0, 20))).toBeUndefined()
    expect(declaredSize([0xff, 0xd8, 0xff, 0xe0, 0, 0])).toBeUndefined()
    expect(declaredSize([0xff, 0xd8, 0xff, ...Array<number>(64).fill(0xff)])).toBeUndefined()
  })
})
