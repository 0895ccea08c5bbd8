import { asFunctions } from '../../../math/activation.ts'
import { getActivation } from '../../../math/activations/index.ts'
import { computeFeatures } from '../../../math/planeFeature.ts'
import type { PlaygroundValues } from '../spec/params.ts'
import type { LayerFrame } from '../spec/traffic.ts'

/** One layer's part of a point's way through the network. */
export interface Passage {
  /** What comes in: [from]. */
  readonly given: ArrayLike<number>
  /** What f is applied to: [units]. */
  readonly sums: Float64Array
  /** What goes out: [units]. */
  readonly answers: Float64Array
  /** The input is added to f's answer. */
  readonly adds: boolean
}

/** Follows a point through the network, number by number: z = x W + b, normalised where the network is; h = f(z). */
export function follow(
  layers: readonly LayerFrame[],
  { features, layers: declared, residual }: Pick<PlaygroundValues, 'features' | 'layers' | 'residual'>,
  x: number,
  y: number,
): Passage[] {
  let given: ArrayLike<number> = computeFeatures([x, y], features)
  return layers.map(({ kernel, bias, scale, shift }, index) => {
    const units = bias.length
    const activation = declared[index]?.activation
    const f = activation === undefined ? (z: number) => z : asFunctions(getActivation(activation)).value
    const adds = activation !== undefined && residual && given.length === units
    const sums = Float64Array.from(bias, (b, unit) => {
      let sum = b
      for (let from = 0; from < given.length; from++)
        sum += (given[from] ?? 0) * (kernel[from * units + unit] ?? 0)
      return scale.length > 0 ? (scale[unit] ?? 1) * sum + (shift[unit] ?? 0) : sum
    })
    const passage = {
      given,
      sums,
      answers: sums.map((z, unit) => f(z) + (adds ? (given[unit] ?? 0) : 0)),
      adds,
    }
    given = passage.answers
    return passage
  })
}
