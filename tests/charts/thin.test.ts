import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPath } from '../../src/charts/text.tsx'
import { thin, type Px } from '../../src/charts/thin.ts'
import { parsePath } from './paths.ts'

/** Distance of a point from a piece of a line, in px. */
function distance([px, py]: Px, [ax, ay]: Px, [bx, by]: Px): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - share * dx, py - ay - share * dy)
}
const fromLine = (point: Px, line: readonly Px[]): number =>
  Math.min(...line.map((a, i) => distance(point, a, line[i + 1] ?? a)))

const px = fc.double({ min: -900, max: 900, noNaN: true })
const scattered = fc.array(fc.tuple(px, px), { minLength: 1, maxLength: 40 })
/** Lines as charts have them: small steps that mostly go on as before, and sometimes turn back. */
const wandering = fc
  .array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 200,
  })
  .map((steps) => {
    let [x, y] = [0, 0]
    return steps.map(([dx, dy]): Px => [(x += 1 + dx), (y += dy)])
  })

describe('a thinned line', () => {
  test.each([
    ['scattered points', scattered],
    ['a wandering line', wandering],
  ] as const)('passes every point within a tenth of a px, and keeps both ends (%s)', (_, lines) => {
    fc.assert(
      fc.property(lines, (line) => {
        const kept = thin(line)
        expect(kept[0]).toBe(line[0])
        expect(kept.at(-1)).toBe(line.at(-1))
        for (const point of line) expect(fromLine(point, kept)).toBeLessThan(0.1 + 1e-9)
      }),
    )
  })

  test('needs two points where the line is straight, and few where it bends slowly', () => {
    const straight = Array.from({ length: 500 }, (_, i): Px => [i, 2 * i + 0.05 * Math.sin(i)])
    expect(thin(straight)).toHaveLength(2)
    const circle = Array.from({ length: 500 }, (_, i): Px => [
      100 * Math.cos((i / 500) * 2 * Math.PI),
      100 * Math.sin((i / 500) * 2 * Math.PI),
    ])
    expect(thin(circle).length).toBeLessThan(80)
  })

  test('a peak one column wide stays', () => {
    const peak: Px[] = [
      [0, 10],
      [1, 10],
      [1, 0],
      [1, 10],
      [2, 10],
    ]
    expect(thin(peak)).toEqual([
      [0, 10],
      [1, 10],
      [1, 0],
      [1, 10],
      [2, 10],
    ])
  })
})

describe('path data', () => {
  test('is short, and lifts the pen at a gap', () => {
    const path = formatPath([
      [0.04, 0],
      [1, -0.25],
      [Number.NaN, 2],
      [3, 3],
      [13.5, 0.5],
      [13.5, 7],
    ])
    expect(path).toBe('M0 0l1-.2M3 3l10.5-2.5 0 6.5')
  })

  test('roundings do not add up: every point is within a tenth of its place', () => {
    fc.assert(
      fc.property(scattered, (line) => {
        const [drawn = []] = parsePath(formatPath(line))
        const kept = thin(line)
        expect(drawn).toHaveLength(kept.length)
        kept.forEach(([x, y], i) => {
          expect(Math.abs((drawn[i]?.[0] ?? Number.NaN) - x)).toBeLessThan(0.051)
          expect(Math.abs((drawn[i]?.[1] ?? Number.NaN) - y)).toBeLessThan(0.051)
        })
      }),
    )
  })
})
