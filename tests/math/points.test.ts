import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePoints, splitPoints } from '../../src/math/pointSet.ts'
import type { Points } from '../../src/math/pointSet.ts'
import { getPointSet, pointSets } from '../../src/math/pointSets/index.ts'
import { linearFit, standardDeviation } from '../../src/math/statistics.ts'

const all = [...pointSets.values()]
const variants = all.flatMap((set) =>
  (set.classes.length > 0 ? set.classes : [0]).map((classes) => ({ id: set.id, set, classes })),
)

const shareOf = (points: Points, label: number) =>
  points.targets.filter((target) => target === label).length / points.targets.length

/** How often the nearest other point has the same class. */
function neighbourAgreement({ inputs, targets }: Points): number {
  let agree = 0
  targets.forEach((target, i) => {
    let [nearest, at] = [Infinity, -1]
    targets.forEach((_, j) => {
      const distance = Math.hypot(inputs[2 * i] - inputs[2 * j], inputs[2 * i + 1] - inputs[2 * j + 1])
      if (j !== i && distance < nearest) [nearest, at] = [distance, j]
    })
    if (targets[at] === target) agree++
  })
  return agree / targets.length
}

type Variant = (typeof variants)[number]

const maker =
  ({ set, classes }: Variant) =>
  (seed: number, more = {}) =>
    makePoints(set, { count: 400, seed, ...(classes && { classes }), ...more })

describe.each(variants)('$id with $classes classes', (variant) => {
  const make = maker(variant)

  it('is the same for the same seed, and another for another', () => {
    expect(make(1)).toEqual(make(1))
    expect(make(1).inputs).not.toEqual(make(2).inputs)
  })

  it('fills the middle of the plane', () => {
    const { inputs } = make(3, { count: 2000 })
    for (const axis of [0, 1]) {
      const column = inputs.filter((_, index) => index % 2 === axis)
      expect(standardDeviation(column)).toBeGreaterThan(0.4)
      expect(standardDeviation(column)).toBeLessThan(1.6)
      expect(Math.max(...column.map(Math.abs))).toBeLessThan(3)
    }
  })

  it('moves the same points further with more noise, by the amount it says', () => {
    const [still, little, much] = [0, 0.1, 0.2].map((noise) => make(5, { noise }))
    const moves = little.inputs.map((value, index) => value - still.inputs[index])
    moves.forEach((move, index) => expect(much.inputs[index] - still.inputs[index]).toBeCloseTo(2 * move, 12))
    expect(Math.abs(standardDeviation(moves) - 0.1)).toBeLessThan(0.01)
    expect(much.targets).toEqual(still.targets)
  })

  it('splits without losing a point', () => {
    const points = make(7)
    const { train, test } = splitPoints(points, 0.25)
    expect([train.targets.length, test.targets.length]).toEqual([300, 100])
    expect([...train.inputs, ...test.inputs]).toEqual([...points.inputs])
    expect([...train.targets, ...test.targets]).toEqual([...points.targets])
    expect(splitPoints(points, 0).test.targets.length).toBe(0)
  })
})

describe.each(variants.filter(({ classes }) => classes > 0))('$id with $classes classes', (variant) => {
  const { classes } = variant
  const make = maker(variant)

  it('has its classes in the wanted shares, in random order', () => {
    for (let label = 0; label < classes; label++) {
      expect(Math.abs(shareOf(make(9), label) - 1 / classes)).toBeLessThan(0.01)
      const rest = 0.8 / (classes - 1)
      expect(Math.abs(shareOf(make(9, { balance: 0.2 }), label) - (label === 0 ? 0.2 : rest))).toBeLessThan(
        0.01,
      )
      expect(Math.abs(shareOf(splitPoints(make(9), 0.5).test, label) - 1 / classes)).toBeLessThan(0.12)
    }
  })

  it('can be told apart', () => {
    expect(neighbourAgreement(make(11))).toBeGreaterThan(0.97)
  })
})

describe('point sets', () => {
  it('refuse a number of classes they do not have', () => {
    expect(() => makePoints(getPointSet('spiral'), { count: 10, seed: 1, classes: 7 })).toThrow(
      /2, 3, 4 classes/,
    )
    expect(() => getPointSet('swirl')).toThrow(/spiral/)
  })

  it('take any count and seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer(),
        fc.constantFrom(...all),
        (count, seed, set) => {
          const points = makePoints(set, { count, seed })
          expect(points.inputs.length).toBe(2 * count)
          expect([...points.inputs, ...points.targets].every(Number.isFinite)).toBe(true)
        },
      ),
    )
  })

  it('make a plane that a line fits, seen along its slope', () => {
    const { inputs, targets } = makePoints(getPointSet('plane'), { count: 50, seed: 1 })
    const along = targets.map((_, i) => inputs[2 * i] + inputs[2 * i + 1])
    expect(linearFit(along, targets).slope).toBeCloseTo(0.25, 12)
  })
})
