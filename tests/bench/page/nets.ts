import { loadStrokes } from '../../../src/core/datasets/strokes.ts'
import { makePoints } from '../../../src/math/pointSet.ts'
import { getPointSet } from '../../../src/math/pointSets/index.ts'

/** The dense nets that every runner trains: the same shapes, data, batch, rate and loss (half the squared error, linear head). */
export const NETS = {
  tiny: { sizes: [2, 8, 8, 1], activation: 'tanh', batch: 10, rate: 0.03, examples: 200 },
  deep: { sizes: [2, 8, 8, 8, 8, 8, 8, 1], activation: 'tanh', batch: 10, rate: 0.03, examples: 200 },
  wide: { sizes: [2, 64, 64, 1], activation: 'relu', batch: 64, rate: 0.01, examples: 640 },
} as const
export type DenseId = keyof typeof NETS

/** A convolutional net for 28 × 28 digits: two layers of 5 × 5 kernels, each with a max pool of 2, cross-entropy, plain descent. */
export const CNN = {
  filters: [8, 16],
  size: 5,
  batch: 32,
  rate: 0.01,
  examples: 640,
  side: 28,
  classes: 10,
} as const
export type NetId = DenseId | 'cnn'

/** [examples, 2] inputs and [examples, 1] targets of ±1, two spirals. */
export function makeExamples(net: DenseId): { inputs: Float32Array; targets: Float32Array } {
  const { inputs, targets } = makePoints(getPointSet('spiral'), {
    count: NETS[net].examples,
    seed: 1,
    classes: 2,
  })
  return { inputs: Float32Array.from(inputs), targets: Float32Array.from(targets, (t) => 2 * t - 1) }
}

/** [examples, 784] images and their labels [examples]. */
export async function makeDigits(): Promise<{ images: Float32Array; labels: Uint8Array }> {
  return (await loadStrokes(1)).take(0, CNN.examples)
}

/** The plane that each frame shows: FIELD² cell centres. */
export const FIELD = 32
export const FIELD_INPUTS = Float32Array.from({ length: FIELD * FIELD * 2 }, (_, k) => {
  const cell = Math.floor(k / 2)
  const at = k % 2 === 0 ? cell % FIELD : Math.floor(cell / FIELD)
  return (((at + 0.5) / FIELD) * 2 - 1) * 2.4
})
/** Images whose answers a frame of the convolutional net shows. */
export const SHOWN = 10
