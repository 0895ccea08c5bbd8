import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeScale, saneDomain } from '../../src/charts/area.ts'
import { decimate, extentOf, padDomain } from '../../src/charts/decimate.ts'
import { chooseDecadeLevels, makeIsolines, placeLevelNumbers } from '../../src/charts/isolines.ts'
import { nearestIndex, spread } from '../../src/charts/lines.ts'
import { layOutNetwork } from '../../src/charts/network.ts'
import { nudge } from '../../src/charts/nudge.ts'
import { placeNames } from '../../src/charts/pathNames.ts'
import { paintField, paintGrid, refineGrid, sampleGrid } from '../../src/charts/pixels.ts'
import { metricsOf, textWidth } from '../../src/charts/scale.ts'
import { nextRound, snapTo } from '../../src/charts/snap.ts'
import {
  colorSurface,
  heightAt,
  makeProjection,
  makeTerrain,
  renderSurface,
  unitHeight,
} from '../../src/charts/surface3d.ts'
import { formatPath } from '../../src/charts/text.tsx'

describe('scales', () => {
  test('go there and back', () => {
    const log = makeScale({ domain: [1e-3, 10], scale: 'log' }, [300, 0])
    expect(log(1e-3)).toBeCloseTo(300)
    expect(log(0.1)).toBeCloseTo(150)
    expect(log.invert(150)).toBeCloseTo(0.1)
    expect(log(-1)).toBeNaN()
  })

  test('a domain of one value or of nonsense gets a width', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.boolean(), (low, high, log) => {
        const [from, to] = saneDomain([low, high], log)
        expect(Number.isFinite(from)).toBe(true)
        expect(to > from || from >= 1e300 || to === Infinity).toBe(true)
        if (log) expect(from).toBeGreaterThan(0)
      }),
      { examples: [[-1.634e308, -1.634e308, false]] },
    )
  })
})

describe('round numbers under a hand', () => {
  const scale = makeScale({ domain: [-3, 3] }, [413, 0])

  test('a place is read as round as one pixel allows, and 0 can be met', () => {
    expect(snapTo(scale, scale(0.004))).toBe(0)
    expect(snapTo(scale, scale(1.2345))).toBe(1.24)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 413 }), (px) => {
        const value = snapTo(scale, px)
        expect(Math.abs(scale(value) - px)).toBeLessThanOrEqual(0.7)
        expect(Math.abs(value * 50 - Math.round(value * 50))).toBeLessThan(1e-9)
      }),
    )
  })

  test('a key goes to the next round number, stopping at those on the way', () => {
    expect(nextRound(scale, 0.01, 2)).toBe(0)
    expect(nextRound(scale, 0.01, -2)).toBe(0.05)
    expect(nextRound(scale, 0, 2)).toBe(-0.05)
    expect(nextRound(scale, 0.15, -2)).toBe(0.2)
    expect(nextRound(scale, 1, -20)).toBe(1.5)
  })
})

describe('grids', () => {
  test('row 0 is the top, column 0 the left, values at the centres of cells', () => {
    const grid = sampleGrid((x, y) => 10 * x + y, [0, 4], [0, 2], 2, 2)
    expect(Array.from(grid.values)).toEqual([11.5, 31.5, 10.5, 30.5])
  })

  test('a refined grid runs through the same smooth surface, and gaps stay local', () => {
    const smooth = (x: number, y: number) => Math.sin(x) * Math.cos(y)
    const [coarse, fine] = [24, 72].map((count) => sampleGrid(smooth, [0, 3], [0, 3], count, count))
    const refined = refineGrid(coarse, 3)
    expect([refined.columns, refined.rows]).toEqual([72, 72])
    // The outermost cells have no neighbours to curve with.
    for (let row = 6; row < 66; row++)
      for (let column = 6; column < 66; column++) {
        expect(refined.values[row * 72 + column]).toBeCloseTo(fine.values[row * 72 + column], 3)
      }
    const broken = refineGrid({ columns: 3, rows: 1, values: [1, Number.NaN, 1] }, 3)
    expect(Array.from(broken.values).filter(Number.isFinite).length).toBeGreaterThanOrEqual(6)
  })

  test('a decision field is blue below zero and orange above', () => {
    const { rgba, width, height } = paintField({ columns: 2, rows: 1, values: [-4, 4] })('light')
    expect([width, height]).toEqual([2, 1])
    expect(rgba[2]).toBeGreaterThan(rgba[0])
    expect(rgba[4]).toBeGreaterThan(rgba[6])
    expect(rgba[3]).toBe(255)
  })

  test('what is no number takes the middle of the scale instead of breaking the picture', () => {
    const { rgba } = paintGrid(
      { columns: 1, rows: 1, values: [Number.NaN] },
      'diverging',
      (value) => value,
    )('light')
    expect([...rgba]).toEqual([
      ...paintGrid({ columns: 1, rows: 1, values: [0] }, 'diverging', (value) => value)('light').rgba,
    ])
  })
})

describe('decimate', () => {
  const series = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
      fc.constant(Number.NaN),
    ),
    { minLength: 1, maxLength: 3000 },
  )

  test('keeps the order, the ends and both extremes, and is short', () => {
    fc.assert(
      fc.property(series, (y) => {
        const kept = decimate((index) => index, y, [0, y.length - 1], 50)
        expect(kept.length).toBeLessThanOrEqual(Math.max(200, 51 * 5))
        for (let place = 1; place < kept.length; place++) expect(kept[place]).toBeGreaterThan(kept[place - 1])
        expect(kept[0]).toBe(0)
        expect(kept.at(-1)).toBe(y.length - 1)
        expect(extentOf([kept.map((index) => y[index])])).toEqual(extentOf([y]))
      }),
    )
  })

  test('leaves a gap where the data have one', () => {
    const y = Array.from({ length: 2000 }, (_, index) => (index === 777 ? Number.NaN : index))
    expect(decimate((index) => index, y, [0, 1999], 20).some((index) => Number.isNaN(y[index]))).toBe(true)
    expect(
      formatPath([
        [0, 0],
        [1, 1],
        [Number.NaN, 2],
        [3, 3],
      ]),
    ).toBe('M0 0l1 1M3 3')
  })
})

test('padDomain leaves room and does not invent negative losses', () => {
  expect(padDomain([0.1, 1], false)[0]).toBeGreaterThanOrEqual(0)
  expect(padDomain([1, 100], true)[0]).toBeGreaterThan(0)
  expect(padDomain([2, 2], false)[1]).toBeGreaterThan(2)
})

describe('isolines', () => {
  const bowl = sampleGrid((x, y) => x * x + y * y, [-1, 1], [-1, 1], 80, 80)

  test('a closed line lies at its level', () => {
    const lines = makeIsolines(bowl, 0.25)
    expect(lines).toHaveLength(1)
    for (const [u, v] of lines[0]) expect(Math.hypot(2 * u - 1, 2 * v - 1)).toBeCloseTo(0.5, 2)
  })

  test('an open line runs to the edge and never along it', () => {
    const lines = makeIsolines(
      sampleGrid((x) => x, [-1, 1], [-1, 1], 40, 40),
      0.2,
    )
    expect(lines).toHaveLength(1)
    const heights = lines[0].map(([, v]) => v).sort((a, b) => a - b)
    expect(heights[0]).toBeCloseTo(0, 5)
    expect(heights.at(-1)).toBeCloseTo(1, 5)
    for (const [u] of lines[0]) expect(u).toBeCloseTo(0.6, 5)
  })

  test('a level that is not there has no line, and infinities do no harm', () => {
    expect(makeIsolines(bowl, 9)).toEqual([])
    expect(
      makeIsolines({ columns: 3, rows: 3, values: [1, 1, 1, 1, Infinity, 1, 1, 1, Number.NaN] }, 2).length,
    ).toBeLessThanOrEqual(2)
  })

  test('numbers stand apart, on their lines', () => {
    const levels = [0.1, 0.12, 0.4, 0.7].map((level) => ({ key: level, lines: makeIsolines(bowl, level) }))
    const placed = placeLevelNumbers(levels, 0.5, 0.1)
    expect(placed.length).toBeGreaterThanOrEqual(2)
    for (const { key, y } of placed) expect((2 * y - 1) ** 2).toBeCloseTo(key, 2)
    for (const a of placed)
      for (const b of placed) if (a !== b) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(0.1)
  })

  test('decade levels', () => {
    expect(chooseDecadeLevels(-0.2, 1.1)).toEqual([
      { log10: 0, whole: true },
      { log10: 0.5, whole: false },
      { log10: 1, whole: true },
    ])
  })
})

test('spread moves no more than it must', () => {
  expect(spread([10, 50, 90], 15, 0, 200)).toEqual([10, 50, 90])
  expect(spread([50, 52], 10, 0, 200)).toEqual([46, 56])
  expect(spread([0, 0, 0], 90, 0, 100)).toEqual([0, 50, 100])
})

test('spread keeps order, distance and limits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 }),
      (wanted) => {
        const placed = spread(wanted, 15, 0, 200)
        for (const [index, y] of placed.entries()) {
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(200)
          for (let other = 0; other < index; other++)
            expect(Math.abs(y - placed[other])).toBeGreaterThanOrEqual(14.999)
        }
      },
    ),
  )
})

test('nearestIndex steps over gaps', () => {
  const line = { id: 'a', name: 'a', x: [0, 10, 20, 30], y: [1, Number.NaN, 3, 4], role: 'train' } as const
  expect(nearestIndex(line, 11)).toBe(2)
  expect(nearestIndex({ ...line, y: [] }, 1)).toBe(-1)
})

test('arrow keys move up as the picture does', () => {
  expect(nudge('ArrowUp', false)).toEqual({ dx: 0, dy: -1 })
  expect(nudge('ArrowRight', true)).toEqual({ dx: 10, dy: 0 })
  expect(nudge('a', false)).toBeNull()
})

describe('names of paths', () => {
  const frame = { left: 0, top: 0, width: 600, height: 400, metrics: metricsOf(false) }
  const line = (id: string, from: readonly [number, number], to: readonly [number, number]) => ({
    path: { id, name: id, role: 'reference' as const },
    points: Array.from(
      { length: 20 },
      (_, step) =>
        [from[0] + ((to[0] - from[0]) * step) / 19, from[1] + ((to[1] - from[1]) * step) / 19] as const,
    ),
  })

  test('stand inside the frame, beside their own path and off the others', () => {
    const drawn = [line('Adam', [50, 50], [550, 80]), line('momentum', [50, 50], [300, 350])]
    const names = placeNames(drawn, frame)
    expect(names.map(({ id }) => id)).toEqual(['Adam', 'momentum'])
    for (const { id, at, text } of names) {
      const right = at[0] + textWidth(text, 14)
      expect(at[0]).toBeGreaterThan(0)
      expect(right).toBeLessThan(600)
      const distance = (points: readonly (readonly [number, number])[]) =>
        Math.min(
          ...points.map(([x, y]) =>
            Math.hypot(Math.max(at[0] - x, 0, x - right), Math.max(at[1] - 12 - y, 0, y - at[1] - 4)),
          ),
        )
      const [own, others] = [
        drawn.filter(({ path }) => path.id === id),
        drawn.filter(({ path }) => path.id !== id),
      ]
      expect(distance(own[0].points)).toBeLessThan(24)
      for (const other of others) expect(distance(other.points)).toBeGreaterThan(8)
    }
  })

  test('a name stays where it is while its path grows', () => {
    const whole = line('momentum', [50, 50], [400, 300])
    const after = (steps: number) =>
      placeNames([{ ...whole, points: whole.points.slice(0, steps) }], frame)[0]?.at
    expect(after(8)).toBeDefined()
    for (const steps of [10, 14, 20]) expect(after(steps)).toEqual(after(8))
  })

  test('a name keeps clear of the words that stand there already', () => {
    const path = line('plain', [50, 200], [550, 200])
    const [free] = placeNames([path], frame)
    if (!free) throw new Error('no name')
    const taken = {
      left: free.at[0] - 10,
      right: free.at[0] + 60,
      top: free.at[1] - 14,
      bottom: free.at[1] + 4,
    }
    const at = placeNames([path], frame, [taken])[0]?.at ?? free.at
    expect(at[0] > taken.right || at[0] + 30 < taken.left || Math.abs(at[1] - free.at[1]) > 14).toBe(true)
  })

  test('a path that is nowhere has no name, and one that explodes costs no time', () => {
    expect(
      placeNames([{ path: { id: 'a', name: 'a', role: 'yours' }, points: [[Number.NaN, 1]] }], frame),
    ).toEqual([])
    expect(placeNames([line('far', [50, 50], [9e4, 9e4])], frame).length).toBeLessThanOrEqual(1)
  })
})

describe('surface', () => {
  const view = { azimuth: 0, elevation: 35 }

  test('keeps its size while it turns and stays in the picture', () => {
    for (let azimuth = 0; azimuth < 360; azimuth += 15) {
      const project = makeProjection({ azimuth, elevation: 35 }, 400, 300)
      for (const u of [-1, 1])
        for (const v of [-1, 1])
          for (const h of [0, 1]) {
            const { x, y } = project(u, v, h)
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(400)
            expect(y).toBeGreaterThanOrEqual(-1)
            expect(y).toBeLessThanOrEqual(301)
          }
    }
  })

  test('a wall in front hides what is behind it', () => {
    // Row 0 is the far end; the wall stands at the near one.
    const grid = sampleGrid((_, y) => (y < -0.6 ? 1 : 0), [-1, 1], [-1, 1], 30, 30)
    const buffer = renderSurface(makeTerrain(grid, [0, 1]), { ...view, elevation: 12 }, 200, 150)
    const behind = makeProjection({ ...view, elevation: 12 }, 200, 150)(0, -0.3, 0)
    const index = Math.floor(behind.y) * 200 + Math.floor(behind.x)
    expect(buffer.depth[index]).toBeLessThan(behind.depth - 0.1)
  })

  test('is blue below zero and orange above, where its sign is the colour', () => {
    for (const theme of ['light', 'dark'] as const) {
      const grid = sampleGrid((x) => x, [-1, 1], [-1, 1], 30, 30)
      const buffer = renderSurface(makeTerrain(grid, [-1, 1]), view, 200, 150)
      const { rgba } = colorSurface(buffer, theme, unitHeight(0, [-1, 1]))
      for (let index = 0; index < buffer.value.length; index++) {
        if (buffer.depth[index] === Infinity || Math.abs(buffer.value[index] - 0.5) < 0.15) continue
        const warm = rgba[4 * index] - rgba[4 * index + 2]
        expect(Math.sign(warm)).toBe(Math.sign(buffer.value[index] - 0.5))
      }
    }
  })

  test('reads heights between samples', () => {
    const grid = { columns: 2, rows: 2, values: [0, 1, 2, 3] }
    expect(heightAt(grid, 0, 0)).toBe(0)
    expect(heightAt(grid, 1, 1)).toBe(3)
    expect(heightAt(grid, 0.5, 0.5)).toBe(1.5)
  })
})

test('units of a network stay apart and inside', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 2, maxLength: 7 }),
      fc.integer({ min: 300, max: 900 }),
      (counts, width) => {
        const layers = counts.map((count, at) => ({
          id: String(at),
          name: '',
          units: Array.from({ length: count }, () => ({ label: '' })),
        }))
        const { units, size } = layOutNetwork({
          layers,
          width,
          height: 420,
          rightRoom: 0,
          head: 30,
          big: false,
        })
        for (const unit of units) {
          expect(unit.x).toBeGreaterThanOrEqual(-0.01)
          expect(unit.x + size).toBeLessThanOrEqual(width + 0.01)
          expect(unit.y).toBeGreaterThanOrEqual(29.9)
          expect(unit.y + size).toBeLessThanOrEqual(420.1)
        }
        for (const unit of units)
          for (const other of units) {
            if (unit !== other && unit.layer === other.layer)
              expect(Math.abs(unit.y - other.y)).toBeGreaterThan(size)
          }
      },
    ),
  )
})
