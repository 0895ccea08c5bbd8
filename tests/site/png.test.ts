import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodePng } from '../../src/site/server/png.ts'

/** Undoes filter 2 (difference from the row above). */
function decode(png: Buffer): { width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> } {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const length = png.readUInt32BE(33)
  expect(png.subarray(37, 41).toString()).toBe('IDAT')
  const rows = inflateSync(png.subarray(41, 41 + length))
  const stride = width * 4
  const rgba = new Uint8ClampedArray(stride * height)
  for (let y = 0; y < height; y++) {
    expect(rows[y * (stride + 1)]).toBe(2)
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : rgba[(y - 1) * stride + x]
      rgba[y * stride + x] = (rows[y * (stride + 1) + 1 + x] + above) & 255
    }
  }
  return { width, height, rgba }
}

it('keeps every pixel', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(fc.nat(255)),
      (width, height, bytes) => {
        const rgba = Uint8ClampedArray.from(
          { length: width * height * 4 },
          () => bytes.next().value as number,
        )
        expect(decode(encodePng({ width, height, rgba }))).toEqual({ width, height, rgba })
      },
    ),
    { numRuns: 30 },
  )
})
