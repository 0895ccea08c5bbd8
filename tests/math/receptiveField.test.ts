import { expect, test } from 'vitest'
import { measureField, type EffectiveLayer } from '../../src/math/effectiveField.ts'
import { fieldSizes, seenCells, type FieldLayer } from '../../src/math/receptiveField.ts'
import { makeRng } from '../../src/math/rng.ts'

const conv = (kernel: number, stride = 1, dilation = 1): EffectiveLayer => ({
  kind: 'conv',
  kernel,
  stride,
  dilation,
})
const pooling: EffectiveLayer = { kind: 'pool', kernel: 2, stride: 2, dilation: 1 }
const sizes = (layers: readonly FieldLayer[]) => fieldSizes(layers).map(({ size }) => size)

test('the recurrence, on stacks worked out by hand', () => {
  expect(sizes([conv(3), conv(3), conv(3)])).toEqual([1, 3, 5, 7])
  // LeNet's order: 5 × 5, pooling, 5 × 5, pooling.
  expect(fieldSizes([conv(5), pooling, conv(5), pooling])).toEqual([
    { size: 1, jump: 1 },
    { size: 5, jump: 1 },
    { size: 6, jump: 2 },
    { size: 14, jump: 2 },
    { size: 16, jump: 4 },
  ])
  // Dilations 1, 2, 4: the field doubles with each layer.
  expect(sizes([conv(3), conv(3, 1, 2), conv(3, 1, 4)])).toEqual([1, 3, 7, 15])
})

test.each([
  [[conv(3), conv(3)]],
  [[conv(5), pooling, conv(3, 2), conv(3, 1, 2)]],
  [[conv(2, 3), conv(3, 1, 3), pooling]],
])('the cells that are seen fill what the recurrence gives: %#', (layers) => {
  const maps = seenCells(layers)
  expect(maps[0]).toHaveLength(fieldSizes(layers).at(-1)?.size ?? 0)
  expect([maps[0][0], maps[0].at(-1), maps.at(-1)]).toEqual([true, true, [true]])
})

test('dilation without its smaller steps leaves holes', () => {
  expect(seenCells([conv(3, 1, 2), conv(3, 1, 2)])[0]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1].map(Boolean))
  expect(seenCells([conv(3), conv(3, 1, 2)])[0].every(Boolean)).toBe(true)
})

test('equal weights: the gradient is the product of two binomial-like rows', () => {
  const { side, strength } = measureField([conv(3), conv(3)], 'equal', 1, makeRng(1))
  const row = [1, 2, 3, 2, 1]
  expect(side).toBe(5)
  strength.forEach((value, i) => expect(value).toBeCloseTo((row[Math.floor(i / 5)] * row[i % 5]) / 9, 12))
})

test('random weights: squared gradients have the same shape, that of the number of paths', () => {
  const { strength } = measureField([conv(3), conv(3)], 'random', 6000, makeRng(2))
  const row = [1, 2, 3, 2, 1]
  strength.forEach((value, i) =>
    expect(Math.abs(value ** 2 - (row[Math.floor(i / 5)] * row[i % 5]) / 9)).toBeLessThan(0.08),
  )
})

test('a cell in a hole has no gradient, every other one has', () => {
  const layers = [conv(3, 1, 2), conv(3, 1, 2)]
  const seen = seenCells(layers)[0]
  const { side, strength } = measureField(layers, 'random', 5, makeRng(3))
  strength.forEach((value, i) => {
    expect(value > 0).toBe(seen[Math.floor(i / side)] && seen[i % side])
  })
})

test('the effective field grows like the root of the depth, the theoretical one with the depth', () => {
  const effective = [4, 16].map((depth) => {
    const layers = Array.from({ length: depth }, () => conv(3))
    return measureField(layers, 'equal', 1, makeRng(1))
  })
  expect(effective.map(({ side }) => side)).toEqual([9, 33])
  const growth = effective[1].effective / effective[0].effective
  expect(growth).toBeGreaterThan(1.8)
  expect(growth).toBeLessThan(2.2)
})

test('pooling passes each gradient to one cell of its window', () => {
  const { strength } = measureField([pooling], 'equal', 1, makeRng(5))
  expect([...strength].sort()).toEqual([0, 0, 0, 1])
})
