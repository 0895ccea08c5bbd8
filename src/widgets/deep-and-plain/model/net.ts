import { initializers, type Initializer, type InitializerId } from '../../../core/initializers.ts'
import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import type { Rng } from '../../../math/rng.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type spec from '../spec.ts'

export type Values = SpecValues<typeof spec>

/**
 * Each layer that is skipped adds to the sum, which grows with every one. Starting them smaller by √depth keeps the sum's
 * size (compare De and Smith, 2020). The first and the last layer change the number of units, have no skip, and start
 * as ever.
 */
const damped =
  (start: InitializerId, depth: number): Initializer =>
  (rng, size, fanIn, fanOut) => {
    const weights = initializers[start](rng, size, fanIn, fanOut)
    return fanIn === fanOut ? weights.map((weight) => weight / Math.sqrt(depth)) : weights
  }

/** A network of so many hidden layers. Twins draw the same numbers; only skips, and what they need, differ. */
export function makeNet(rng: Rng, values: Values): Mlp {
  const { depth } = values
  return makeMlp(rng, {
    sizes: [2, ...Array.from({ length: depth }, () => values.units), 1],
    activation: values.activation,
    initializer: values.skips && values.damped ? damped(values.start, depth) : values.start,
    residual: values.skips,
  })
}
