import { describe, expect, it } from 'vitest'
import {
  formatDrawing,
  formatPicture,
  imageOf,
  inkDrawing,
  parseDrawing,
  type PenStroke,
} from '../../src/math/drawnDigit.ts'
import { massOf } from '../../src/math/image.ts'

const SEVEN: PenStroke = [0.2, 0.2, 0.8, 0.2, 0.4, 0.9]
const inked = (strokes: readonly PenStroke[]): Float32Array => {
  const image = inkDrawing(strokes)
  if (!image) throw new Error('Nothing was drawn.')
  return image
}

/** Columns and rows with ink above a half. */
function extent(image: Float32Array) {
  const columns = new Set<number>()
  const rows = new Set<number>()
  image.forEach((ink, i) => {
    if (ink < 0.5) return
    columns.add(i % 28)
    rows.add(Math.floor(i / 28))
  })
  return [columns.size, rows.size]
}

describe('a drawn digit', () => {
  it('is written and read again', () => {
    const strokes = [SEVEN, [0.5, 0.5]]
    const [seven, dot] = parseDrawing(formatDrawing(strokes))
    SEVEN.forEach((place, i) => expect(seven[i]).toBeCloseTo(place, 3))
    expect(dot).toHaveLength(2)
    expect(parseDrawing('')).toEqual([])
    expect(parseDrawing('~~.0a0')).toEqual([])
  })

  it('fills a box of 20 pixels, and its mass is centred', () => {
    const image = inked([SEVEN])
    expect(Math.max(...extent(image))).toBeGreaterThanOrEqual(19)
    expect(Math.max(...extent(image))).toBeLessThanOrEqual(21)
    const { column, row } = massOf(image, 28)
    expect(Math.abs(column - 13.5)).toBeLessThanOrEqual(0.51)
    expect(Math.abs(row - 13.5)).toBeLessThanOrEqual(0.51)
  })

  it('is the same wherever and however large it was drawn, but for the pen', () => {
    const elsewhere = SEVEN.map((place) => 0.3 + 0.5 * place)
    const [here, there] = [inked([SEVEN]), inked([elsewhere])]
    expect(extent(there)[1]).toBeCloseTo(extent(here)[1], -1)
    // The pen stays between the widths that the training data have.
    const mass = (image: Float32Array) => image.reduce((a, b) => a + b)
    expect(mass(there) / mass(here)).toBeLessThan(2)
  })

  it('may be a dot, and is nothing where nothing is drawn', () => {
    expect(Math.max(...inked([[0.1, 0.1]]))).toBe(1)
    expect(inkDrawing([])).toBeUndefined()
    expect(inkDrawing([[]])).toBeUndefined()
  })

  it('may be a picture, in sixteen tones', () => {
    const image = inked([SEVEN])
    const text = formatPicture(image)
    const again = imageOf(text)
    image.forEach((ink, i) => expect(Math.abs((again?.[i] ?? 9) - ink)).toBeLessThanOrEqual(1 / 30 + 1e-6))
    expect(parseDrawing(text)).toEqual([])
    expect(imageOf(text.slice(0, 700))).toBeUndefined()
    expect(imageOf(formatDrawing([SEVEN]))).toEqual(inked(parseDrawing(formatDrawing([SEVEN]))))
  })
})
