/** A filter of the digits lab, handed to the convolution figure, makes the lab's own map there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues, parseValues } from '../../../src/protocol/values.ts'
import convolution from '../../../src/widgets/convolution/spec.ts'
import { compute } from '../../../src/widgets/convolution/spec/computed.ts'
import lab from '../../../src/widgets/digits-lab/experiment.ts'
import { KERNEL_OFFER, kernelValues } from '../../../src/widgets/digits-lab/spec/kernelOffer.ts'
import { labLayer } from '../../../src/widgets/digits-lab/spec/params.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('wasm')
})
afterAll(() => opened.close())

const layers = [
  labLayer('conv', { size: 5, stride: 2, activation: 'linear' }),
  labLayer('conv', { size: 3, padding: 'same', activation: 'linear' }),
  labLayer('conv', { size: 5, stride: 2, padding: 'same', activation: 'linear' }),
  labLayer('conv', { size: 3, dilation: 4, activation: 'linear' }),
]

test.each(layers)('$size × $size, stride $stride, dilation $dilation, padding $padding', async (layer) => {
  const values = { ...defaultValues(lab.spec.params), layers: [layer], seed: 5 }
  const run = await lab.create(values, { rng: makeRng(5), backend: 'wasm', member: 0 })
  // Before the first update all biases are 0, so that the map is nothing but the filter's.
  const { filters, maps, image } = await run.frame({ values, width: 624 })
  run.dispose()
  const [map] = maps
  if (!filters || !map) throw new Error('no filters')
  const cells = map.height * map.width
  for (let index = 0; index < filters.count; index++) {
    const offered = kernelValues(filters, index, layer, image)
    expect(KERNEL_OFFER.params).toEqual(expect.arrayContaining(Object.keys(offered)))
    const { values: taken, problems } = parseValues(convolution.params, offered)
    expect(problems).toEqual([])
    const { output, row, column } = compute(taken)
    expect([output.height, output.width]).toEqual([map.height, map.width])
    const own = filters.values.subarray(index * layer.size ** 2, (index + 1) * layer.size ** 2)
    // Ink goes there in tenths, weights in thousandths; the lab shows its map in steps of a byte.
    const rounding = own.reduce((sum, weight) => sum + 0.05 * Math.abs(weight) + 0.0005, map.limit / 254)
    let most = 0
    Array.from(output.values).forEach((value, cell) => {
      const shown = ((map.values[index * cells + cell] - 128) / 127) * map.limit
      expect(Math.abs(value - shown)).toBeLessThanOrEqual(rounding)
      most = Math.max(most, Math.abs(value))
    })
    // The map has answers far larger than what rounding could make of nothing, and the strongest is pointed at.
    expect(most).toBeGreaterThan(2 * rounding)
    expect(Math.abs(output.values[row * output.width + column])).toBeGreaterThan(most - 2 * rounding)
  }
})
