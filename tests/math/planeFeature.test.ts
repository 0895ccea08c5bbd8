import { expect, it } from 'vitest'
import { computeFeatures, orderFeatures, PLANE_FEATURES } from '../../src/math/planeFeature.ts'

it('features come once each, in their own order', () => {
  expect(orderFeatures(['xy', 'x', 'xy'])).toEqual(['x', 'xy'])
  const row = [...computeFeatures([0.5, -2], PLANE_FEATURES)]
  expect(row.map((value) => Math.round(value * 1e6) / 1e6 + 0)).toEqual([0.5, -2, 0.25, 4, -1, 1, 0])
})
