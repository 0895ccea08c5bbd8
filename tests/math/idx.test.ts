import { describe, expect, it } from 'vitest'
import { pairIdx, parseIdx, type Idx } from '../../src/math/idx.ts'

/** An IDX file: type and sizes in the header, then `body` bytes that count up. */
function idx(sizes: readonly number[], body: number, { type = 8, lead = [0, 0] } = {}): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + body)
  bytes.set([...lead, type, sizes.length])
  const view = new DataView(bytes.buffer)
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size))
  for (let i = 0; i < body; i++) bytes[4 + 4 * sizes.length + i] = i % 256
  return bytes
}
const dataOf = (bytes: Uint8Array): Idx => {
  const { data, problem } = parseIdx(bytes)
  if (problem) throw new Error(problem.code)
  return data
}

describe('an IDX file', () => {
  it('of images', () => {
    expect(dataOf(idx([2, 3, 4], 24))).toEqual({
      kind: 'images',
      count: 2,
      rows: 3,
      columns: 4,
      pixels: Uint8Array.from({ length: 24 }, (_, i) => i),
    })
  })

  it('of labels', () => {
    expect(dataOf(idx([3], 3))).toEqual({ kind: 'labels', count: 3, labels: Uint8Array.of(0, 1, 2) })
  })

  it('that lies in the middle of other bytes', () => {
    const file = idx([3], 3)
    const around = new Uint8Array(file.length + 10)
    around.set(file, 5)
    expect(dataOf(around.subarray(5, 5 + file.length))).toMatchObject({ kind: 'labels', count: 3 })
  })

  it.each([
    ['nothing', new Uint8Array(), { code: 'empty' }],
    ['two bytes', Uint8Array.of(0, 0), { code: 'not-idx' }],
    ['text', new TextEncoder().encode('label,pixel\n5,0\n'), { code: 'not-idx' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), { code: 'not-idx' }],
    ['a lead that is not zero', idx([3], 3, { lead: [0, 1] }), { code: 'not-idx' }],
    ['a type that there is not', idx([3], 3, { type: 10 }), { code: 'not-idx' }],
    ['numbers with a fraction', idx([3], 12, { type: 13 }), { code: 'not-bytes' }],
    ['two dimensions', idx([3, 4], 12), { code: 'dimensions', dimensions: 2 }],
    ['no dimension', idx([], 1), { code: 'dimensions', dimensions: 0 }],
    ['a header cut off', idx([2, 3, 4], 24).subarray(0, 10), { code: 'truncated', expected: 16, found: 10 }],
    ['no image', idx([0, 28, 28], 0), { code: 'no-examples' }],
    ['images without width', idx([5, 28, 0], 0), { code: 'image-size', rows: 28, columns: 0 }],
    ['images of absurd size', idx([1, 2 ** 31, 28], 5), { code: 'image-size', rows: 2 ** 31, columns: 28 }],
    ['four thousand million images', idx([2 ** 32 - 1, 28, 28], 9), { code: 'truncated', found: 25 }],
    ['one byte too few', idx([2, 3, 4], 23), { code: 'truncated', expected: 40, found: 39 }],
    ['one byte too many', idx([2, 3, 4], 25), { code: 'too-long', expected: 40, found: 41 }],
  ])('that is no such file: %s', (_, bytes, problem) => {
    expect(parseIdx(bytes).problem).toMatchObject(problem)
  })
})

describe('a pair', () => {
  const images = dataOf(idx([3, 2, 2], 12))
  const labels = dataOf(idx([3], 3))

  it('belongs together', () => {
    expect(pairIdx(images, labels).data).toEqual({ images, labels: Uint8Array.of(0, 1, 2) })
  })

  it.each([
    ['twice images', images, images, { code: 'labels-expected' }],
    ['twice labels', labels, labels, { code: 'images-expected' }],
    ['swapped', labels, images, { code: 'images-expected' }],
    ['of different length', images, dataOf(idx([4], 4)), { code: 'counts-differ', images: 3, labels: 4 }],
  ])('does not: %s', (_, a, b, problem) => {
    expect(pairIdx(a, b).problem).toEqual(problem)
  })

  it('has no label beyond its classes', () => {
    expect(pairIdx(images, labels, 2).problem).toEqual({ code: 'label-range', label: 2, classes: 2 })
  })
})
