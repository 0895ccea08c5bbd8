import { expect, test } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues, sampleValues } from '../../../src/protocol/values.ts'
import spec from '../../../src/widgets/pooling/spec.ts'
import { compute } from '../../../src/widgets/pooling/spec/computed.ts'
import strings from '../../../src/widgets/pooling/strings.ts'

const defaults = defaultValues(spec.params)

test('any settings leave maps of finite numbers, and words without holes', () => {
  const rng = makeRng(3)
  for (let k = 0; k < 60; k++) {
    const values = sampleValues(spec.params, () => rng.next())
    const { pooled, limit } = compute(values)
    for (const { before, after } of pooled)
      for (const value of [...Array.from(before.values), ...Array.from(after.values)])
        expect(Math.abs(value)).toBeLessThanOrEqual(limit)
    for (const locale of ['en', 'zh'] as const)
      expect(strings[locale].summary({ values, members: [], step: 0 })).not.toMatch(/NaN|undefined/)
  }
})

test('not pushed, nothing changes; pushed, the pooled map changes less than the map', () => {
  const rest = compute({ ...defaults, shift: 0 })
  expect([rest.change, ...rest.pooled.map(({ change }) => change)]).toEqual([0, 0, 0])
  const moved = compute(defaults)
  const [max, average] = moved.pooled
  expect(max.before.width).toBe(7)
  expect(max.change).toBeLessThan(moved.change)
  expect(average.change).toBeLessThan(moved.change)
  expect(max.change).toBeGreaterThan(0.2)
})

test('pushed by a whole stride, the pooled map is only pushed by a cell', () => {
  const { pooled } = compute({ ...defaults, shift: 2 })
  for (const { before, after } of pooled)
    for (let row = 0; row < 7; row++)
      for (let column = 2; column < 6; column++)
        expect(after.values[row * 7 + column]).toBeCloseTo(before.values[row * 7 + column - 1], 12)
})
