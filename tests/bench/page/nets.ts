import { makePoints } from '../../../src/math/pointSet.ts'
import { getPointSet } from '../../../src/math/pointSets/index.ts'

/** The nets that every runner trains: the same shapes, data, batch, rate and loss (half the squared error, linear head). */
export const NETS = {
  tiny: { sizes: [2, 8, 8, 1], activation: 'tanh', batch: 10, rate: 0.03, examples: 200 },
  deep: { sizes: [2, 8, 8, 8, 8, 8, 8, 1], activation: 'tanh', batch: 10, rate: 0.03, examples: 200 },
  wide: { sizes: [2, 64, 64, 1], activation: 'relu', batch: 64, rate: 0.01, examples: 640 },
} as const
export type NetId = keyof typeof NETS

/** [examples, 2] inputs and [examples, 1] targets of ±1, two spirals. */
export function makeExamples(net: NetId): { inputs: Float32Array; targets: Float32Array } {
  const { inputs, targets } = makePoints(getPointSet('spiral'), {
    count: NETS[net].examples,
    seed: 1,
    classes: 2,
  })
  return { inputs: Float32Array.from(inputs), targets: Float32Array.from(targets, (t) => 2 * t - 1) }
}

/** The plane that each frame shows: FIELD² cell centres. */
export const FIELD = 32
export const FIELD_INPUTS = Float32Array.from({ length: FIELD * FIELD * 2 }, (_, k) => {
  const cell = Math.floor(k / 2)
  const at = k % 2 === 0 ? cell % FIELD : Math.floor(cell / FIELD)
  return (((at + 0.5) / FIELD) * 2 - 1) * 2.4
})
