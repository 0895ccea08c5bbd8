import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRng } from '../../src/math/rng.ts'
import type { Rng } from '../../src/math/rng.ts'

const seeds = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const draws = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.next())

describe('the generator', () => {
  it('gives the same numbers for the same seed and stream, and others for another', () => {
    fc.assert(
      fc.property(seeds, fc.string(), fc.string(), (seed, stream, other) => {
        const first = draws(makeRng(seed, stream), 8)
        expect(draws(makeRng(seed, stream), 8)).toEqual(first)
        expect(draws(makeRng(seed), 8)).not.toEqual(first)
        if (other !== stream) expect(draws(makeRng(seed, other), 8)).not.toEqual(first)
      }),
    )
  })

  it('keeps small seeds and their streams apart', () => {
    const streams = ['', 'a', 'b', 'ab', 'ba', 'data', 'init']
    const starts = Array.from({ length: 500 }, (_, seed) =>
      streams.map((stream) => draws(makeRng(seed, stream), 2).join()),
    ).flat()
    expect(new Set(starts).size).toBe(500 * streams.length)
    expect(makeRng(-0).state()).toEqual(makeRng(0).state())
  })

  it('refuses a seed that is not finite', () => {
    for (const seed of [NaN, Infinity, -Infinity]) expect(() => makeRng(seed)).toThrow(RangeError)
  })

  // The first words of xoshiro128** from the state (1, 2, 3, 4), from the authors' C code.
  it('is xoshiro128**', () => {
    const rng = makeRng(7)
    rng.setState(Uint32Array.of(1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0))
    expect(draws(rng, 4).map((value) => value * 2 ** 32)).toEqual([11520, 0, 5927040, 70819200])
  })

  it('goes on exactly from a saved state, spare normal and splits included', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 9 }), (seed, count) => {
        const rng = makeRng(seed, 'walk')
        for (let index = 0; index < count; index++) rng.normal()
        const saved = rng.state()
        const go = (from: Rng) => [
          from.normal(),
          from.next(),
          from.normal(),
          from.integer(10),
          ...from.permutation(9),
          from.split('x').next(),
        ]
        const first = go(rng)
        const other = makeRng(99)
        other.setState(saved)
        expect(go(other)).toEqual(first)
        rng.setState(saved)
        expect(go(rng)).toEqual(first)
      }),
    )
  })

  it('refuses what is not a state', () => {
    expect(() => makeRng(1).setState(new Uint32Array(11))).toThrow(RangeError)
    expect(() => makeRng(1).setState(Uint32Array.of(1, 2, 3, 4))).toThrow(RangeError)
  })

  it('splits without advancing and independently of progress', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, label) => {
        const rng = makeRng(seed)
        const before = rng.state()
        const early = draws(rng.split(label), 5)
        expect(rng.state()).toEqual(before)
        draws(rng, 3)
        expect(draws(rng.split(label), 5)).toEqual(early)
        expect(draws(makeRng(seed, label), 5)).toEqual(early)
      }),
    )
  })

  it('gives uncorrelated splits', () => {
    const count = 20_000
    const columns = ['a', 'b', 'c'].map((label) => draws(makeRng(3).split(label), count))
    for (const [left, right] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      let sum = 0
      for (let index = 0; index < count; index++) {
        sum += (columns[left][index] - 0.5) * (columns[right][index] - 0.5)
      }
      expect(Math.abs((sum / count) * 12)).toBeLessThan(4 / Math.sqrt(count)) // four standard errors
    }
  })
})

describe('its distributions', () => {
  it('shuffles to a permutation, each order as likely', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 60 }), (seed, n) => {
        expect([...makeRng(seed).permutation(n)].sort((a, b) => a - b)).toEqual([...Array(n).keys()])
      }),
    )
    const rng = makeRng(11)
    const counts = new Map<string, number>()
    for (let trial = 0; trial < 12_000; trial++) {
      const order = rng.permutation(3).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(170)
  })

  it('is uniform: chi-square over 100 bins', () => {
    const bins = new Array<number>(100).fill(0)
    for (const value of draws(makeRng(0), 100_000)) bins[Math.floor(value * 100)]++
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeGreaterThan(53) // the middle 99.98 % of chi-square with 99 degrees of freedom
    expect(chiSquare).toBeLessThan(159)
  })

  it('draws integers without bias and within range', () => {
    const rng = makeRng(5)
    const counts = new Array<number>(7).fill(0)
    for (let index = 0; index < 70_000; index++) counts[rng.integer(7)]++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
    expect(rng.integer(1)).toBe(0)
    // With n = 3/4 of the words, taking a remainder without rejection would put 1/2 of all draws below n/3.
    const n = 3 * 2 ** 30
    let low = 0
    for (let index = 0; index < 6000; index++) if (rng.integer(n) < n / 3) low++
    expect(Math.abs(low - 2000)).toBeLessThan(150)
    for (const wrong of [0, -1, 1.5, NaN, 2 ** 33]) expect(() => rng.integer(wrong)).toThrow(RangeError)
  })

  it('has normal moments', () => {
    const rng = makeRng(21)
    const count = 100_000
    const sums = [0, 0, 0, 0]
    for (let index = 0; index < count; index++) {
      const value = rng.normal()
      for (let power = 1; power <= 4; power++) sums[power - 1] += value ** power / count
    }
    expect(Math.abs(sums[0])).toBeLessThan(0.013)
    expect(Math.abs(sums[1] - 1)).toBeLessThan(0.018)
    expect(Math.abs(sums[2])).toBeLessThan(0.05)
    expect(Math.abs(sums[3] - 3)).toBeLessThan(0.13)
  })
})
